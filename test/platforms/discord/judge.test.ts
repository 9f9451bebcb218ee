import { expect, test } from "vitest";
import { judge, judgeMessage } from "./judge.ts";

const text = (content: string) => ({ type: 10, content });
const message = (components: unknown[], more: object = {}) => ({
  flags: 1 << 15,
  components: [{ type: 17, components }],
  allowed_mentions: { parse: [] },
  ...more,
});
const button = (custom_id: string) => ({ type: 2, style: 2, label: "x", custom_id });

test("the judge takes a plain message", () => {
  expect(judgeMessage(message([text("hello")]))).toEqual([]);
});

test.each<[string, object]>([
  ["4,001 characters", message([text("x".repeat(2000)), text("x".repeat(2001))])],
  ["41 components", message(Array.from({ length: 40 }, () => text("x")))],
  ["an empty text", message([text(" ")])],
  ["a custom_id twice", message([{ type: 1, components: [button("a"), button("a")] }])],
  ["a custom_id of 101", message([{ type: 1, components: [button("a".repeat(101))] }])],
  ["six buttons in a row", message([{ type: 1, components: [..."abcdef"].map(button) }])],
  ["an unknown key", message([{ ...text("x"), colour: 1 }])],
  ["no flag for Components V2", { ...message([text("x")]), flags: 0 }],
  ["content beside Components V2", message([text("x")], { content: "x" })],
  ["mentions left open", { ...message([text("x")]), allowed_mentions: { parse: ["users"] } }],
  ["a file that does not go along", message([{ type: 13, file: { url: "attachment://a.md" } }])],
  ["a file that no component shows", message([text("x")], { attachments: [{ id: "0", filename: "a.md" }] })],
  ["a file from elsewhere", message([{ type: 13, file: { url: "https://a.example/a.md" } }])],
  ["a section without its button", message([{ type: 9, components: [text("x")] }])],
])("the judge refuses %s", (_, body) => {
  expect(judgeMessage(body)).not.toEqual([]);
});

test("the judge refuses a defer with more than the ephemeral flag, and a modal with six labels", () => {
  const path = "/interactions/1/t/callback";
  const label = { type: 18, label: "x", component: { type: 4, custom_id: "a", style: 1 } };
  expect(judge("post", path, { type: 5, data: { flags: 64 } })).toEqual([]);
  expect(judge("post", path, { type: 5, data: { flags: 64 | (1 << 15) } })).not.toEqual([]);
  expect(judge("post", path, { type: 9, data: { custom_id: "m", title: "t", components: [label] } })).toEqual([]);
  expect(
    judge("post", path, {
      type: 9,
      data: {
        custom_id: "m",
        title: "t",
        components: Array.from({ length: 6 }, (_, i) => ({
          ...label,
          component: { ...label.component, custom_id: `${i}` },
        })),
      },
    }),
  ).not.toEqual([]);
});

test("the judge refuses a command whose required option comes last", () => {
  const option = (name: string, required: boolean) => ({ type: 3, name, description: "d", required });
  const body = (options: object[]) => [{ type: 1, name: "case", description: "d", options }];
  expect(judge("put", "/applications/1/commands", body([option("a", true), option("b", false)]))).toEqual([]);
  expect(judge("put", "/applications/1/commands", body([option("b", false), option("a", true)]))).not.toEqual([]);
});
