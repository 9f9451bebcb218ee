import { expect, test } from "vitest";
import { askThis, inSentences } from "#core/ask-this.ts";
import { longestOption } from "#core/raw-options.ts";

const origin = { platform: "slack", via: "command" } as const;

test("of a message as long as a mail, its beginning and its end are asked about", () => {
  const message = `Hello, ${"the pipeline looks steady. ".repeat(300)}PS: who founded Hugging Face?`;
  const question = askThis(message, origin)?.named.question ?? "";
  expect(question.length).toBe(longestOption);
  expect(question).toMatch(/^Hello, the .* PS: who founded Hugging Face\?$/);
});

test("a message without words asks nothing", () => {
  expect(askThis("👍 ...", origin)).toBeUndefined();
});

test("what stands in several parts is one text, in which each part ends a sentence", () => {
  expect(inSentences(["Anthropic raises $65B", " ", "Who is behind it?", "Deal:", "Series H"])).toBe(
    "Anthropic raises $65B. Who is behind it? Deal: Series H",
  );
  expect(inSentences(["one "])).toBe("one ");
});
