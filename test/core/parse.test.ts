import fc from "fast-check";
import { expect, test } from "vitest";
import { formatLine } from "#core/line.ts";
import { cleanText, type Grammar, parseLine, splitWords } from "#core/parse.ts";
import { longestOption } from "#core/raw-options.ts";
import { faster, growth } from "../growth.ts";

const grammars: Grammar[] = [
  { name: "ask", optionNames: ["question", "about"], ownWords: true },
  { name: "case", optionNames: ["study", "section"] },
  { name: "cost", optionNames: ["gpu", "tokensPerSecond"] },
  { name: "front", optionNames: ["topic"], keeps: ["help"] },
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
  ["@casebook case hugging-face", "case", ["hugging-face"]],
  ["@Casebook: /case hugging-face", "case", ["hugging-face"]],
  ["@casebook who pays?", "ask", ["who", "pays?"]],
  ["@casebooks who pays?", "ask", ["@casebooks", "who", "pays?"]],
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

test.each(["case openai share", "case openai share.", "please show case openai share", "front help share"])(
  "%j is shared: the last word says so",
  (line) => {
    const { share, words } = parse(line);
    expect(share).toBe(true);
    expect(words).not.toContain("share");
  },
);

test.each([
  "ask what share of customers pay",
  "ask what is nvidia's market share",
  "what is nvidia's market share",
  "front what is nvidia's market share",
  "case share of openai",
])("%j is not shared: the word belongs to what is asked", (line) => {
  const { share, words } = parse(line);
  expect(share).toBe(false);
  expect(words).toContain("share");
});

test.each([
  "ask who pays? share:yes",
  "who pays? share=yes",
  "case openai share:yes risks",
  "front case openai share:yes",
])("%j is shared: it is said by name, which any line takes", (line) => {
  const { share, rest } = parse(line);
  expect(share).toBe(true);
  expect(rest).not.toContain("share");
});

test("share:no is said by name too", () => {
  expect(parse("who pays? share:no")).toMatchObject({ share: false, words: ["who", "pays?"] });
});

test("page is taken anywhere and is not part of the line", () => {
  const invocation = parse("case openai page:3 risks");
  expect(invocation.page).toBe(3);
  expect(formatLine(invocation)).toBe("case openai risks");
});

test.each([
  ["“Q&A” — it’s", '"Q&A" - it\'s'],
  ["a\u200bb\u202ec", "abc"],
  ["tab\tand\nline", "tab and line"],
  ["Q&amp;A &lt;b&gt; <https://a.example|b>", "Q&amp;A &lt;b&gt; <https://a.example|b>"],
])("%j is cleaned to %j", (raw, cleaned) => {
  expect(cleanText(raw)).toBe(cleaned);
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

test("a value by name comes back letter by letter, up to the longest that is taken", () => {
  const piece = fc.oneof(
    fc.constantFrom('"', "'", '""', "''", " ", " '", ' "', '" ', "' ", "=", ":", "(", ")", ",", "?", "\\"),
    fc.constantFrom("a", "it's", "share", "share:yes", "page:2", "about:x", "question=y", "5"),
    fc.string({ unit: "binary", maxLength: 5 }),
  );
  const value = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 400 }));
  fc.assert(
    fc.property(value, value, ([pieces, times], [others]) => {
      const question = cleanText(pieces.join("").repeat(times)).slice(0, longestOption).toWellFormed().trim();
      const about = cleanText(others.join(""));
      fc.pre(question !== "" && about !== "");
      const asked = { command: "ask", rest: "", named: { question, about } };
      expect(parse(`${formatLine(asked)} page:2 share:yes`)).toMatchObject({
        ...asked,
        words: [],
        page: 2,
        share: true,
      });
    }),
    { numRuns: 500 },
  );
});

test.each([
  [`the "CRO"'s number`, `"the ""CRO""'s number"`],
  [`"it's"`, `"""it's"""`],
  ['say "hi"', `'say "hi"'`],
  ["it's so", `"it's so"`],
  ["it's", "it's"],
])("%s is written as %s", (value, written) => {
  expect(formatLine({ command: "ask", rest: "", named: { question: value } })).toBe(`ask question:${written}`);
  expect(parse(`ask question:${written}`).named.question).toBe(value);
});

test.each([
  [`ask question:"back\\slash at the end\\"`, "back\\slash at the end\\"],
  [`ask question:'the "CRO"s number'`, 'the "CRO"s number'],
  [`ask question:'""'`, '""'],
  [`ask question:'say ""hi"" to me'`, 'say ""hi"" to me'],
])("%s, as lines were kept before, reads as it did", (line, question) => {
  expect(parse(line)).toMatchObject({ named: { question }, words: [] });
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

test("100 kB of garbage takes work that grows as its length does", async () => {
  const hostile = ['"', "'", "<", "<@", "a:", '="', "&amp;", "“", "<https://", " \" '", ' ""', ' "a""', ' """a'];
  for (const piece of hostile) {
    const read = (length: number) => {
      const line = `case ${piece.repeat(Math.ceil(length / piece.length))}`;
      parse(line);
      splitWords(line);
    };
    expect(await growth(read, 10_000), piece).toBeLessThan(faster);
  }
});
