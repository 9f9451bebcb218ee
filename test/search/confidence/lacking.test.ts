import { expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { saysUnknown } from "#search/passages/untold.ts";
import { wantedIn } from "#search/question/wanted.ts";
import { realSearch } from "../real-search.ts";

const posts = [[["cfo"], ["finance", "chief"]]];
const names = new Set(["acme", "robotics"]);
const wanted = (line: string) => wantedIn(line.split(" "), (word) => names.has(word), posts);

test.each([
  ["how many engineers work on it", "number"],
  ["what did acme pay for the licence", "money"],
  ["what is the acme contract worth", "money"],
  ["when was acme opened to the public", "date"],
  ["what rate of interest does acme pay", "share"],
  ["when should we sign with acme", undefined],
  ["what does acme do", undefined],
])("“%s” wants: %s", (line, amount) => {
  expect(wanted(line).amount).toBe(amount);
});

test("whose payment it is, which post and what somebody runs are read", () => {
  expect(wanted("how much did acme robotics put into the round").payer).toEqual(["acme", "robotics"]);
  expect(wanted("who is the finance chief of acme").post).toEqual(posts[0]);
  expect(wanted("who is the head of treasury at acme").post).toEqual([["treasury"]]);
  expect(wanted("who does the cfo report to").post).toEqual([]);
  expect(wanted("who runs partnerships at acme").run).toEqual(["partnerships"]);
  expect(wanted("who leads acme now").run).toEqual([]);
});

test.each([
  ["Price undisclosed.", true],
  ["Commercial terms are not public.", true],
  ["No figure was found.", true],
  ["It is not exclusive.", false],
  ["Thrive Capital led.", false],
])("“%s” says that something is unknown: %s", (text, expected) => {
  expect(saysUnknown(text)).toBe(expected);
});

const search = await realSearch();

test.each([
  "how much did Altimeter invest in the Series H?",
  "how much of the $6.6B in October 2024 did Thrive put in itself?",
  "what did PayPal pay to launch on Solana?",
  "who signed Oracle's contract with OpenAI?",
  "who is the finance chief of the Solana Foundation?",
  "who is the CTO of Worldcoin?",
  "which law firm represents OpenAI against the New York Times?",
  "what was OpenAI's revenue in 2019?",
  "what is the KPMG contract with Anthropic worth in dollars?",
  "how much did Lightspeed put into Mistral's Series C?",
  "when was Arbitrum Nova opened to the public?",
  "who led Databricks' Series H?",
  "when did Sequoia dump its Hugging Face shares?",
  "google cloud premier partner requirements, how many certs",
  "How many people worked at Gradio when Hugging Face bought it?",
  "Which law firm represented Hugging Face in the purchase of Pollen Robotics?",
  "softbanks stake in anthropic",
  "How much did Apple put into OpenAI's $122B round?",
  "Director of Sales OTE in Seattle?",
  "Who sits on the board of Offchain Labs?",
  "size of the Nvidia cheque in Databricks' Series I",
  "How big was the individual cheque Nvidia wrote in Hugging Face's 2023 round?",
  "How much did each of the 14 Stylus Sprint teams get?",
  "How much did the Solana Foundation lose in dollars on its FTT and SRM?",
  "which executive signed Nvidia's offer to Hugging Face?",
  "where did the name Hugging Face come from?",
  "who owns Scaleway?",
  "How many employees has AchieveUnite?",
])("a detail that no row has is not answered by one about the same: “%s”", (question) => {
  expect(answerQuestion(search, question).answered).toBe(false);
});

test.each([
  ["how much did Google invest in Anthropic?", /\$/],
  ["who is the CTO of Mistral?", /Lacroix/],
  ["what was OpenAI's revenue in 2025?", /13\.1B/],
  ["who runs the show at ChatGPT's maker?", /./],
  ["who leads OpenAI now?", /Altman/],
  ["who led Anthropic's Series F?", /ICONIQ/],
  ["lead investors anthropic series g", /G: GIC and Coatue|GIC and Coatue led/],
  ["Databricks run-rate in Feb 2026?", /5\.4B/],
  ["What is worth copying from Databricks' partner program?", /./],
  ["who acquired io, Jony Ive's firm?", /./],
  ["How much did Microsoft put into Mistral?", /15M/],
  ["how much did ASML pay for its Mistral stake in euros?", /1\.3B/],
  ["how much did Amazon commit to Anthropic?", /\$/],
  ["how much did each of Hugging Face's robots cost?", /HopeJR/],
  ["how much does each cloud marketplace take?", /%/],
  ["should we ask for a clawback on MDF?", /./],
  ["which H100 figure is right, 1979 or 989 teraflops?", /989/],
])("a detail that is there is told: “%s”", (question, told) => {
  const { answered, answers } = answerQuestion(search, question);
  expect(answered && answers[0]?.passage.text).toMatch(told);
});

test.each([
  ["what did Hugging Face pay for XetHub?", /price/i],
  ["channel manager pay in london", /no figure/i],
  ["GitLab location factor for Singapore?", /Singapore were not captured/],
  ["hourly rent for an MI355X", /MI355X is held/],
  ["what notice period is in the OpenAI-Microsoft contract?", /notice/i],
  ["azure h200 hourly price", /Azure H200/],
  ["Google Cloud B200 hourly rate?", /H200 (?:or|and) B200/],
  ["price mistral paid for koyeb", /Prices were not found/],
  ["CRO salary in London", /London/],
  ["How many watts does a TPU v5p draw?", /Power is not published/],
  ["What was Worldcoin's valuation in its Series C?", /Valuation withheld/],
  ["price tag of the Gradio deal?", /undisclosed|not disclosed/],
  ["How many GPU-hours did the training of Gemma 2 take?", /Gemma/],
])("what a row says is not known is answered with a no that shows the row: “%s”", (question, told) => {
  const { answered, answers, untold } = answerQuestion(search, question);
  expect({ answered, answers }).toEqual({ answered: false, answers: [] });
  expect(untold?.passage.text).toMatch(told);
});

test.each([
  ["which GPU rates were not found?", /GPU rates not found/],
  ["which cities have no pay figures?", /^Cities without pay figures/],
])("who asks what is not known is told it: “%s”", (question, told) => {
  const { answered, answers } = answerQuestion(search, question);
  expect(answered && answers[0]?.passage.title).toMatch(told);
});

test("what is not known of one year is no answer to a question that names none", () => {
  const { answered, answers } = answerQuestion(search, "how much did microsoft put into openai in total");
  expect(answered && answers[0]?.passage.text).toMatch(/13B committed/);
});

test("a name that the row lacks does not rule out a row that fits in all else", () => {
  const { answered, answers } = answerQuestion(
    search,
    "Does Mistral sell only in Europe, or has it customers in the US too, in Ohio say?",
  );
  expect(answered && answers[0]?.passage.title).toBe("Does Mistral sell only in Europe?");
});

test.each([
  ["Does CoreWeave charge for egress?", /egress/],
  ["Who drafted the whitepaper on Proof of History?", /Proof of History drafted/],
])("what the nearest rows tell is told: “%s”", (question, title) => {
  const { answered, answers } = answerQuestion(search, question);
  expect(answered && answers[0]?.passage.title).toMatch(title);
});
