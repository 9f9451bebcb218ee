import { expect, test } from "vitest";
import type { SlackMessage } from "#platforms/slack/render.ts";
import { faultsOf } from "./judge.ts";

const header = (text: string): SlackMessage["blocks"][number] => ({
  type: "header",
  text: { type: "plain_text", text },
});
const mrkdwn = (text: string, verbatim = true): SlackMessage["blocks"][number] => ({
  type: "section",
  text: { type: "mrkdwn", text, verbatim },
});
const table: SlackMessage["blocks"][number] = { type: "table", rows: [[{ type: "raw_text", text: "x" }]] };
const button = { type: "button" as const, action_id: "same", text: { type: "plain_text" as const, text: "x" } };
const filler = (count: number) => Array.from({ length: count }, () => mrkdwn("x".repeat(2900)));

test("the judge lets a good message through", () => {
  expect(
    faultsOf({ text: "ok", blocks: [header("x".repeat(150)), mrkdwn("a <https://a.example|b> &amp; c"), table] }),
  ).toEqual([]);
});

test.each<[string, SlackMessage]>([
  ["a header over 150", { text: "ok", blocks: [header("x".repeat(151))] }],
  ["no blocks", { text: "ok", blocks: [] }],
  ["an empty text", { text: "", blocks: [header("x")] }],
  ["a mention in the fallback", { text: "hi <!channel>", blocks: [header("x")] }],
  ["a mention in mrkdwn", { text: "ok", blocks: [mrkdwn("hi <!here>")] }],
  ["a person in mrkdwn", { text: "ok", blocks: [mrkdwn("hi <@U1>")] }],
  ["mrkdwn that Slack may link by itself", { text: "ok", blocks: [mrkdwn("x", false)] }],
  ["two tables", { text: "ok", blocks: [table, table] }],
  ["an action_id twice", { text: "ok", blocks: [{ type: "actions", elements: [button, button] }] }],
  ["more than 12,000 characters", { text: "ok", blocks: filler(5) }],
  ["a block that not every client shows", { text: "ok", blocks: [{ type: "markdown", text: "x" }] }],
  ["51 blocks", { text: "ok", blocks: Array.from({ length: 51 }, () => header("x")) }],
  [
    "a broadcast element",
    {
      text: "ok",
      blocks: [
        {
          type: "rich_text",
          elements: [{ type: "rich_text_section", elements: [{ type: "broadcast", range: "here" }] }],
        },
      ],
    },
  ],
])("the judge finds %s", (_, message) => {
  expect(faultsOf(message)).not.toEqual([]);
});
