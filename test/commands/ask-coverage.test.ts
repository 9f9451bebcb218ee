import { expect, test } from "vitest";
import { coverageOf } from "#present/ask/coverage.ts";
import { openReal } from "../real.ts";
import { linesOf, words } from "../said.ts";

const { say, library } = await openReal();

test.each([
  ["which case studies cover web3?", "case web3"],
  ["what do you have on crypto?", "case crypto"],
  ["list the AI case studies", "case AI"],
  ["which web3 companies do you know?", "case web3"],
  ["which studies are about regulation?", "case regulation"],
  ["what do you have on fintech?", "find fintech"],
  ["anything on ai infrastructure?", "find ai infrastructure"],
  ["do you cover playbooks?", "playbook"],
  ["do you cover MEDDIC?", "glossary meddic"],
  ["is margin included in the casebook", "find margin"],
])("“%s” is answered with %s", async (question, line) => {
  const reply = await say(question);
  const ran = await say(line);
  expect(reply).toMatchObject({ ok: true, command: "ask", title: ran.title, data: { runs: line } });
});

test.each([
  "do you cover openai",
  "is OpenAI in the casebook?",
  "do you have a case study on openai?",
  "is there an entry on OpenAI here?",
])("“%s”: yes, with the way to it", async (question) => {
  const reply = await say(question);
  expect(reply).toMatchObject({ ok: true, title: "Yes: OpenAI has a case study", data: { answered: true } });
  expect(linesOf(reply)).toContain("case openai");
});

test("a company without an entry is said to have none, with where the casebook speaks of it", async () => {
  const cohere = await say("is cohere in the casebook");
  expect(cohere).toMatchObject({ ok: false, title: "No entry on Cohere", data: { answered: false } });
  expect(words(cohere)).toBe("The casebook has no entry of that name. One row speaks of Cohere, in Hugging Face.");
  expect(linesOf(cohere).slice(0, 2)).toEqual(["find cohere", "case hugging-face"]);
  const google = await say("do you know Google?");
  expect(google.title).toBe("No entry on Google");
  expect(words(google)).toMatch(/ \d+ rows speak of Google, in \d+ entries\.$/);
  const unheard = await say("do you cover Qwertz Widgets?");
  expect(words(unheard)).toBe("The casebook has no entry of that name, and no row speaks of it.");
  expect(linesOf(unheard)[0]).toBe("case");
});

test.each([
  "do you know about co-selling with AWS?",
  "does the casebook include pricing of Claude",
  "is there a page on hiring a CRO?",
  "are there case studies for marketplaces?",
  "do you know about hiring?",
  "do you know about hirring?",
  "do you know about partner tiers?",
])("“%s” asks for a subject, which is looked up", async (question) => {
  expect(await say(question)).toMatchObject({ ok: true, data: { answered: true } });
});

test("that no row speaks of something is never said of words that rows have apart", async () => {
  for (const question of ["do you have a page on nvidia margins", "do you know about partner hiring"])
    expect(words(await say(question))).not.toContain("no row speaks of it");
});

test("within a talk on a company, what there is on something is asked of that company", () => {
  expect(coverageOf("what do you have on pricing?", library(), true)).toBeUndefined();
  expect(coverageOf("is OpenAI in the casebook?", library(), true)).toMatchObject({ study: { id: "openai" } });
});

test.each([
  "what do you have on openai",
  "what do you have on co-selling",
  "do you know the thresholds for joining ISV Accelerate",
  "do you know a company that was started by professors?",
  "do you have a playbook for launching a partner marketplace listing?",
  "does it cover who is right about the amount field?",
  "is there any study where AI made devs slower",
  "which case studies show a distribution partnership changing a company's growth?",
  "which companies are in Paris?",
  "is it covered here?",
  `do you cover ${"a ".repeat(6000)}`,
])("“%s” is looked up", (question) => {
  expect(coverageOf(question, library())).toBeUndefined();
});

test.each([
  ["do you know Sam Altman?", /^openai#faq\//],
  ["does the casebook know Arthur Mensch?", /^mistral#faq\//],
  ["do you know Alex Blania?", /^worldcoin#faq\//],
])("“%s” is answered by the row that tells who it is", async (question, id) => {
  const reply = await say(question);
  const answers = expect.arrayContaining([expect.objectContaining({ id: expect.stringMatching(id) })]);
  expect(reply).toMatchObject({ ok: true, data: { answered: true, answers } });
});
