import { expect, test } from "vitest";
import { createLibrary, type Library } from "#content/library.ts";
import { answerQuestion } from "#search/answer/answer.ts";
import { isUnheardOf } from "#search/confidence/told.ts";
import { createSearchIndex } from "#search/passages/search-index.ts";
import { deedOf } from "#search/question/deed.ts";
import { readQuestion } from "#search/question/question.ts";
import { rank } from "#search/rank/rank.ts";
import { entry, noRecords } from "../../room/entry.ts";
import { realSearch } from "../real-search.ts";

const names = new Set(["acme", "robotics", "google"]);
const deed = (line: string) => {
  const words = line.split(" ");
  return deedOf(words, (at) => names.has(words[at] ?? ""));
};

test.each([
  ["why did acme robotics go bankrupt", "bankrupt"],
  ["when did google buy acme", "buy"],
  ["how much did google pay to acquire acme", "acquire"],
  ["why did acme get acquired by google", "acquired"],
  ["who hacked acme", "hacked"],
  ["when did they leave", "leave"],
  ["who is buying acme", "buying"],
  ["when did google take acme over completely", "acquire"],
  ["when did google take over acme", "acquire"],
  ["remind me why acme sold its robots", "sold"],
  ["google bought acme for how much", "bought"],
  ["since google dropped acme who is their cloud", "dropped"],
])("“%s” takes for granted: %s", (line, expected) => {
  expect(deed(line)?.word).toBe(expected);
});

test.each([
  "did acme go bankrupt",
  "who is the ceo",
  "who will be in the room",
  "did anyone buy acme",
  "what is acme",
  "when is the best time",
  "acme valuation",
  "acme purchase price",
  "how does a reseller earn",
])("“%s” takes no deed for granted", (line) => {
  expect(deed(line)).toBeUndefined();
});

test.each([
  ["when did google buy acme robotics", ["google"], ["acme", "robotics"]],
  ["why did acme get acquired by google", ["google"], ["acme"]],
  ["who hacked acme in may", [], ["acme"]],
  ["when did google leave acme's board", ["google"], []],
])("“%s” says who did it to whom", (line, by, to) => {
  const words = line.replace("'s", "").split(" ");
  expect(deedOf(words, (at) => names.has(words[at] ?? ""))).toMatchObject({ by, to });
});

test("what a deed was done to is its last word, where no name says it", () => {
  expect(deed("why did google sell its acme stake")?.thing).toBe("stake");
});

const search = await realSearch();

test.each([
  "why did hugging face go bankrupt?",
  "when did mistral go bankrupt?",
  "why did OpenAI go bankrupt?",
  "when did google buy anthropic?",
  "why did elon musk sell anthropic?",
  "why did hugging face fire its CEO?",
  "why did databricks get acquired by snowflake?",
  "why did Databricks buy Snowflake?",
  "why did Databricks buy IBM?",
  "why did Anthropic sue Palantir?",
  "why did Dario Amodei leave Anthropic?",
  "why did Shopify drop Solana Pay?",
  "why did ASML leave Mistral's committee?",
  "why did AMD cancel its warrants for OpenAI?",
  "who replaced Steven Goldfeder as head of Offchain Labs?",
  "who bought Mistral?",
  "who would buy Anthropic?",
  "when was Solana Labs declared insolvent?",
  "When did Amazon take Anthropic over completely?",
])("what never happened is not explained: “%s”", (question) => {
  expect(answerQuestion(search, question).answered).toBe(false);
});

test.each([
  ["why did hugging face leave the chatbot business?", /^hugging-face#/],
  ["why did openai's board fire sam altman?", /^openai#/],
  ["when did nvidia agree to buy hugging face?", /^hugging-face#/],
  ["why did databricks buy tabular?", /^databricks#/],
  ["why did Databricks buy Mosaic?", /^databricks#/],
  ["why did Dario Amodei leave OpenAI?", /^anthropic#/],
  ["when did Musk leave OpenAI's board?", /^openai#/],
  ["why did Ion Stoica step down as CEO of Databricks?", /^databricks#/],
  ["who sold Tabular to Databricks?", /^databricks#/],
  ["who bought Argilla?", /^hugging-face#/],
])("what did happen still is: “%s”", (question, id) => {
  const { answered, answers } = answerQuestion(search, question);
  expect(answered && answers[0]?.passage.id).toMatch(id);
});

/** A library of one company, of which one row says this, with the words of the real one. */
function acmeSaying(text: string): Library {
  const passage = {
    ...{ id: "acme#faq/1", entry: "acme", section: "faq", kind: "case-study" as const, title: "", text },
    ...{ asOf: "2026-11-01", sources: [], secondHand: false, reviewBy: "never", also: [], aliases: [], asked: [] },
    ...{ file: "acme.md", line: 1 },
  };
  const section = { id: "faq", title: "Questions", aliases: [], form: "faq" as const, passages: [passage] };
  const records = { ...noRecords, vocabulary: search.library.records.vocabulary };
  return createLibrary([{ ...entry("acme", "Acme", []), sections: [section] }], records, "test");
}

test.each([
  ["Acme is buying Robotix.", false],
  ["In 2025 Acme has bought Robotix for $1B.", false],
  ["Acme bought Robotix.", false],
  ["What has Acme bought?", false],
  ["Nvidia is buying Acme.", true],
  ["Nvidia has bought it.", true],
  ["Acme agreed to be bought by Nvidia.", true],
  ["Acme was bought in May.", true],
])("of who bought Acme “%s” tells: %s", (text, tells) => {
  const own = createSearchIndex(acmeSaying(text));
  const question = readQuestion("who bought Acme?", own.reader);
  expect(question.deed?.buyer).toBe(true);
  expect(isUnheardOf(rank(own, question), question.deed)).toBe(!tells);
});

test.each([
  "who acquired Hugging Face?",
  "who took over Hugging Face?",
  "who will acquire Hugging Face?",
  "who is trying to take over Hugging Face?",
  "who else wanted to buy Hugging Face?",
  "who is buying Hugging Face?",
  "who wants to buy Hugging Face?",
  "did anyone buy Hugging Face?",
])("who buys a company is told, not whom it bought: “%s”", (question) => {
  const { answered, answers } = answerQuestion(search, question);
  expect(answered && `${answers[0]?.passage.title} ${answers[0]?.passage.text}`).toMatch(/Nvidia (?:buying|agree)/);
});
