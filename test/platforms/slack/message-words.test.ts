import { expect, test } from "vitest";
import { wordsOfMessage } from "#platforms/slack/message-words.ts";

const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text } });
const rich = (...elements: readonly object[]) => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements }],
});

test("a message's text is what it says, and its blocks say it again", () => {
  expect(wordsOfMessage({ text: "who founded OpenAI?", blocks: [section("in blocks")] })).toBe("who founded OpenAI?");
});

test.each([
  ["blocks", { blocks: [section("Deal closed"), section("Acme signed")] }, "Deal closed. Acme signed"],
  ["fields", { blocks: [{ type: "section", fields: [{ text: "Stage" }, { text: "Won" }] }] }, "Stage. Won"],
  ["attachments", { attachments: [{ pretext: "New lead", title: "Acme", text: "Paris" }] }, "New lead. Acme. Paris"],
  ["a fallback", { attachments: [{ fallback: "Acme signed" }] }, "Acme signed"],
  ["one flowing text", { blocks: [rich({ type: "text", text: "who " }, { type: "text", text: "won?" })] }, "who won?"],
])("where the text is empty, %s say it", (_, parts, said) => {
  expect(wordsOfMessage({ text: "", ...parts })).toBe(said);
});

test.each([
  ["buttons and menus", { blocks: [{ type: "actions", elements: [{ type: "button", text: { text: "Approve" } }] }] }],
  ["what is to be filled in", { blocks: [{ type: "input", title: { text: "Your name" } }] }],
  ["emoji and groups", { blocks: [rich({ type: "emoji", name: "wave" }, { type: "usergroup", usergroup_id: "S1" })] }],
  ["people called", { blocks: [rich({ type: "user", user_id: "U1" })] }],
  ["anything that is no block", { blocks: 7, attachments: [null, true] }],
])("%s are no words", (_, parts) => {
  expect(wordsOfMessage({ text: "", ...parts })).toBe("");
});
