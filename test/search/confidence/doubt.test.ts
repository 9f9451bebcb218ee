import { describe, expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();
const ask = (question: string, about?: string) =>
  answerQuestion(search, question, about ? search.library.entry(about) : undefined);

describe("what is true of others is no answer", () => {
  test.each([
    ["what does a partner manager earn there", "solana", "others"],
    ["where did anatoly yakovenko study", undefined, "person"],
    ["what degree does daniela amodei have", undefined, "person"],
    ["product manager pay in new york", undefined, "post"],
    ["what does a head of engineering earn at series b", undefined, "post"],
    ["where is ASML headquartered", undefined, "stranger"],
    ["who is the ceo of asml", undefined, "stranger"],
    ["what is a customs declaration", undefined, "term"],
    ["what is a mortgage", undefined, "term"],
    ["Brightwell Labs headcount?", undefined, "stranger"],
  ])("%s (%s): %s", (question, about, doubt) => {
    expect(ask(question, about)).toMatchObject({ answered: false, confidence: 0, doubt, answers: [] });
  });
});

test.each([
  ["how do they make money", "hugging-face"],
  ["what is MDF", "anthropic"],
  ["do they sell through aws", "anthropic"],
  ["where did arthur mensch work before mistral", undefined],
  ["what is Elon Musk's role at OpenAI", undefined],
  ["how old is hugging face", undefined],
  ["how much does a Director of Partnerships earn in the US?", undefined],
  ["what do cloud field reps get paid on?", undefined],
  ["how much did asml invest in mistral", undefined],
  ["who created Spark", undefined],
  ["what belongs into an NDA", undefined],
  ["whats a typical exclusivity clause contain", undefined],
])("%s is answered", (question, about) => {
  expect(ask(question, about)).toMatchObject({ answered: true, doubt: undefined });
});

test.each([
  ["do they pay MDF", "anthropic"],
  ["what referral fee do they pay", "mistral"],
])("%s of %s is not answered by what the trade does", (question, about) => {
  expect(ask(question, about)).toMatchObject({ answered: false });
});

test.each(["how old is dario", "when was alex blania born", "what religion is anatoly yakovenko"])(
  "%s is private",
  (question) => {
    expect(ask(question)).toMatchObject({ answered: false, off: "private" });
  },
);

test.each(["who owns Gradio?", "who bought XetHub?", "who owns Bun now?"])(
  "whose something has become is told by the row of its purchase: “%s”",
  (question) => {
    const { answered, answers } = answerQuestion(search, question);
    expect(answered && answers[0]?.passage.title).toMatch(/acquired|^Buys/);
  },
);
