import fc from "fast-check";
import { expect, test } from "vitest";
import type { Gap } from "#core/room.ts";
import { groupGaps } from "#room/gaps.ts";
import { groupByWording } from "#room/wording.ts";

const known = new Set("who invest cohere contact contract".split(" "));
const knows = (word: string) => known.has(word);
const group = (...questions: string[]) => groupByWording(questions, (question) => question, knows);

test("endings, order, typos and words without weight do not make another question", () => {
  expect(
    group(
      "Who invested in Cohere?",
      "cohere investing who",
      "who has invested in Coehre",
      "What is Cohere's valuation?",
    ),
  ).toEqual([
    ["Who invested in Cohere?", "cohere investing who", "who has invested in Coehre"],
    ["What is Cohere's valuation?"],
  ]);
});

test.each([
  ["company", ["VP of partnerships at Cohere", "VP of partnerships at Stripe"]],
  ["year", ["partner revenue 2024", "partner revenue 2025"]],
  ["noun", ["How does the reseller program work?", "How does the referral program work?"]],
  ["city", ["salary of a BD manager in Berlin", "salary of a BD manager in Paris"]],
  ["round", ["Who led the series A of Mistral?", "Who led the series B of Mistral?"]],
  ["detail", ["salary of a BD manager", "salary of a BD manager in Berlin"]],
  ["question word", ["who founded OpenAI", "when was OpenAI founded", "why was OpenAI founded"]],
  ["direction", ["who invested in Nvidia?", "who did Nvidia invest in?"]],
  [
    "matter of the same thing",
    ["explain the zanzibar clause", "why is there a zanzibar clause", "who has a zanzibar clause"],
  ],
  ["sense", ["what does Nvidia mean by open", "what does Nvidia sell"]],
  ["denial", ["who partners with Nvidia?", "who does not partner with Nvidia?"]],
  ["word one letter off", ["the contact at Cohere", "the contract at Cohere"]],
])("another %s is another question, however much the rest is the same", (_, questions) => {
  expect(group(...questions)).toHaveLength(questions.length);
});

test.each([
  ["who founded openai?", "who founded open ai", "founders of openai", "Who are the founders of OpenAI?"],
  ["who is the dentist of the florist?", "the florist's dentist", "Who's the dentist of the florsit?"],
  [
    "what is a zanzibar clause?",
    "explain the zanzibar clause",
    "zanzibar clause meaning?",
    "whats the zanzibar clause",
    "what does zanzibar clause mean",
    "define zanzibar clause please",
    "can you tell me what a zanzibar clause is?",
    "do you know what is meant by zanzibar clause",
    "definition of a zanzibar clause",
  ],
  ["whos the dentist of the florist?", "does anyone know who is the dentist of the florist"],
])("“%s” is one question in these wordings", (...questions) => {
  expect(group(...questions)).toHaveLength(1);
});

test("figures are not typos of each other", () => {
  expect(group("revenue in 2023", "revenue in 2024")).toHaveLength(2);
});

test("questions of nothing but light words are told apart by them", () => {
  expect(group("who are they?", "why not?")).toHaveLength(2);
});

test("every thing is in exactly one group, and the same list groups the same way", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 20 }), (questions) => {
      const groups = group(...questions);
      expect(groups.flat().sort()).toEqual([...questions].sort());
      expect(group(...questions)).toEqual(groups);
    }),
  );
});

const gap = (id: string, question: string, asked: number, more: Partial<Gap> = {}): Gap => ({
  id,
  workspace: "T1",
  question,
  asked,
  waiters: [],
  firstAt: 1,
  lastAt: 1,
  passage: "",
  heardIn: "",
  heardAt: 0,
  ...more,
});

test("gaps of one wording add up, the most wanted first; other workspaces stay apart", () => {
  const groups = groupGaps(
    [
      gap("a", "who audits Solana?", 3),
      gap("b", "price of a booth", 4),
      gap("c", "Solana auditing: who?", 1, { waiters: ["slack/U1", "slack/U2"], lastAt: 9 }),
      gap("d", "who audits solana", 1, { workspace: "T2" }),
    ],
    knows,
  );
  expect(groups).toMatchObject([
    { id: "a", question: "who audits Solana?", ids: ["a", "c"], asked: 5, waiting: 2, lastAt: 9 },
    { id: "b", asked: 4 },
    { id: "d", asked: 1 },
  ]);
});

test("whoever files a question in two wordings is one person who waits", () => {
  const groups = groupGaps(
    [
      gap("a", "who audits Solana?", 0, { waiters: ["slack/U1", "slack/U2"] }),
      gap("b", "auditors of Solana", 0, { waiters: ["slack/U1"] }),
    ],
    knows,
  );
  expect(groups).toMatchObject([{ ids: ["a", "b"], waiting: 2 }]);
});
