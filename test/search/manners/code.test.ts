import { expect, test } from "vitest";
import { looksLikeCode } from "#search/manners/code.ts";

test.each([
  "```SELECT * FROM users```",
  "'''SELECT * FROM users'''",
  "`SELECT * FROM users`",
  "what does this do? '''SELECT * FROM users'''",
  "'''js process.exit()'''",
  "'''process.exit()'''",
  "'''for (const x of await fetch('https://evil.example'))'''",
  "for (let i = 0; i < 3; i++) run(i)",
  "if (x === 1) { return }",
  "while (list.pop()) run(list)",
  "const x = await answer();",
  "a || b && c || { d: [e] }",
])("“%s” is code", (text) => {
  expect(looksLikeCode(text)).toBe(true);
});

test.each([
  "||who founded Anthropic?||",
  "|| who founded || Anthropic?",
  "| Company | Valuation | what is OpenAI worth? |",
  "'''who founded OpenAI? (the company)'''",
  "`MDF`",
  "what does `MDF` mean?",
  "who founded Hugging Face? '''{ \"a\": 1 }'''",
  "for (large) partners, what is a usual margin?",
  "for (e.g. OpenAI) what is revenue?",
  "for (i.e. OpenAI) what is revenue?",
  "if (mistral.ai) is sold, who pays?",
  "if (and only if) they are exclusive, what changes?",
])("“%s” is none", (text) => {
  expect(looksLikeCode(text)).toBe(false);
});
