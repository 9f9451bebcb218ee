import { expect, test } from "vitest";
import { askedLast, asksWhole, isBareWords } from "#room/bare-words.ts";
import { texts } from "./new-talk.ts";

test.each([
  "why?",
  "But why",
  "when exactly?",
  "for how much?",
  "so what?",
  "theirs?",
  "for both",
  "all three",
  "ok and by whom?",
])("“%s” asks nothing without the question before it", (question) => {
  expect(isBareWords(question)).toBe(true);
});

test.each(["why did it fail?", "what do they own?", "who else?", "how old is it?", "thanks", "and then?", "OpenAI?"])(
  "“%s” is no mere question word",
  (question) => {
    expect(isBareWords(question)).toBe(false);
  },
);

test("the last question is none where something without a subject was answered since", () => {
  const talk = { subjects: ["mistral"], question: "who owns Mistral?" };
  expect(askedLast(talk)).toBe("who owns Mistral?");
  expect(askedLast({ ...talk, line: 'ask question:"who owns Mistral?" about:mistral' })).toBe("who owns Mistral?");
  expect(askedLast({ ...talk, line: "ask what is co-sell?" })).toBe("");
});

test("a text that is too long to follow on is no mere question word", () => {
  expect(isBareWords(`why${" ".repeat(300)}`)).toBe(false);
});

test.each([
  ["why?", "why did ASML invest in Mistral?"],
  ["for how much?", "how much did ASML invest in Mistral?"],
  ["the two", "who founded OpenAI and Mistral?"],
  ["so what?", "what can we learn from Mistral?"],
  ["and when?", "when was Mistral founded?"],
  ["by whom?", "who founded Mistral?"],
])("“%s” that goes with nothing is told by an example of its own kind", (typed, example) => {
  const invocation = { command: "ask", rest: typed, words: [typed], named: {}, share: false, page: 1 } as const;
  const origin = { platform: "terminal", via: "command" } as const;
  expect(texts(asksWhole({ ...invocation, origin }, typed, { subjects: [], question: "" }))).toContain(`“${example}”`);
});
