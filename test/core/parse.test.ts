import fc from "fast-check";
import { expect, test } from "vitest";
import { formatLine } from "#core/line.ts";
import { cleanText, parseLine, splitWords } from "#core/parse.ts";

const grammars = [
  { name: "ask", optionNames: ["question", "about"] },
  { name: "case", optionNames: ["study", "section"] },
  { name: "cost", optionNames: ["gpu", "tokensPerSecond"] },
];
const origin = { platform: "terminal", via: "command" } as const;
const parse = (line: string) => parseLine(line, grammars, origin);

test.each([
  ["case hugging-face lessons", "case", ["hugging-face", "lessons"]],
  ["/case hugging-face lessons", "case", ["hugging-face", "lessons"]],
  ["  CASE   hugging-face  ", "case", ["hugging-face"]],
  ["please show me the case hugging-face", "case", ["hugging-face"]],
  ["case “why it matters” openai", "case", ["why it matters", "openai"]],
  ["case ‘why it matters’ openai", "case", ["why it matters", "openai"]],
  ["case openai\u00a0risks", "case", ["openai", "risks"]],
  [
    "why did hugging face leave the chatbot business?",
    "ask",
    ["why", "did", "hugging", "face", "leave", "the", "chatbot", "business?"],
  ],
  ["ask don't they compete?", "ask", ["don't", "they", "compete?"]],
  ["", "ask", []],
  ["/nosuch thing", "nosuch", ["thing"]],
])("%j is the command %s with its words", (line, command, words) => {
  expect(parse(line)).toMatchObject({ command, words });
});

test.each([
  ["case study=openai section:risks", { study: "openai", section: "risks" }, []],
  ['case study="hugging face" risks', { study: "hugging face" }, ["risks"]],
  ["cost tokens-per-second=5 7B", { tokensPerSecond: "5" }, ["7B"]],
  ["cost GPU=H100 $/h=2.5", { gpu: "H100" }, ["$/h=2.5"]],
  ["ask where are they based? about:hugging-face", { about: "hugging-face" }, ["where", "are", "they", "based?"]],
])("%j names its options", (line, named, words) => {
  expect(parse(line)).toMatchObject({ named, words });
});

test("share as the last word shares, elsewhere it is a word", () => {
  expect(parse("case openai share")).toMatchObject({ share: true, words: ["openai"] });
  expect(parse("ask what share of customers pay")).toMatchObject({
    share: false,
    words: ["what", "share", "of", "customers", "pay"],
  });
});

test("page is taken anywhere and is not part of the line", () => {
  const invocation = parse("case openai page:3 risks");
  expect(invocation.page).toBe(3);
  expect(formatLine(invocation)).toBe("case openai risks");
});

test.each([
  ["<https://example.com/a|example>", "https://example.com/a"],
  ["<https://example.com/a>", "https://example.com/a"],
  ["<#C012AB3CD|general>", "#general"],
  ["<@U012AB3CD|ann>", "@ann"],
  ["Q&amp;A &lt;b&gt;", "Q&A <b>"],
  ["a\u200bb\u202ec", "abc"],
  ["tab\tand\nline", "tab and line"],
  ["<mailto:a@b.co|a@b.co>", "a@b.co"],
])("%j is cleaned to %j", (raw, cleaned) => {
  expect(cleanText(raw)).toBe(cleaned);
});

test("an escaped entity is decoded once only", () => {
  expect(cleanText("&amp;lt;")).toBe("&lt;");
});

test("a line formed from any invocation parses to the same invocation again", () => {
  const word = fc
    .stringMatching(/^[a-z0-9][a-z0-9 .'-]{0,12}[a-z0-9]$/)
    .filter((value) => !["share", "please"].includes(value));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
      const line = formatLine(parse(`case ${words.map((value) => `"${value}"`).join(" ")}`));
      const again = parse(line);
      expect(formatLine(again)).toBe(line);
      expect(again.words).toEqual(parse(line).words);
    }),
  );
});

test("any text at all is parsed without throwing, and words hold no control characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (raw) => {
      const { words, named } = parse(raw);
      for (const word of [...words, ...Object.values(named)]) expect(word).not.toMatch(/\p{Cc}/u);
    }),
    { numRuns: 500 },
  );
});

test("100 kB of garbage takes no longer per character than 10 kB", () => {
  const hostile = ['"', "'", "<", "<@", "a:", '="', "&amp;", "“", "<https://", " \" '"];
  for (const piece of hostile) {
    const spent = (length: number) => {
      const line = `case ${piece.repeat(Math.ceil(length / piece.length))}`;
      const start = performance.now();
      parse(line);
      splitWords(line);
      return performance.now() - start;
    };
    spent(10_000);
    expect(spent(100_000), piece).toBeLessThan(500);
  }
});
