import { describe, expect, test } from "vitest";
import { createLibrary } from "#content/library.ts";
import type { Talk } from "#core/room.ts";
import { entriesNamed } from "#room/entries-named.ts";
import { followUp } from "#room/follow-up.ts";
import { entry, noRecords } from "./entry.ts";

const library = createLibrary(
  [
    entry("hugging-face", "Hugging Face", ["hf"]),
    entry("openai", "OpenAI", ["chatgpt maker"]),
    entry("mistral", "Mistral", []),
    entry("glossary", "Glossary", [], "glossary"),
  ],
  noRecords,
  "test",
);
const talk: Talk = { subjects: ["hugging-face"], question: "Who founded Hugging Face, and when?" };
const read = (question: string, close = true, said: Talk = talk) => followUp(question, said, library, close, 2026);

test.each([
  ["and OpenAI?", "Who founded OpenAI, and when?"],
  ["And what about openai then?", "Who founded OpenAI, and when?"],
  ["how about chatgpt maker", "Who founded OpenAI, and when?"],
  ["what about open ai too?", "Who founded OpenAI, and when?"],
  ["and at OpenAI?", "Who founded OpenAI, and when?"],
  ["and for openai?", "Who founded OpenAI, and when?"],
  ["same for openai", "Who founded OpenAI, and when?"],
  ["the same question about OpenAI", "Who founded OpenAI, and when?"],
  ["what of OpenAI then?", "Who founded OpenAI, and when?"],
  ["ok and openai", "Who founded OpenAI, and when?"],
  ["or OpenAI?", "Who founded OpenAI, and when?"],
  ["OpenAI too?", "Who founded OpenAI, and when?"],
  ["openai as well?", "Who founded OpenAI, and when?"],
  ["and that of OpenAI?", "Who founded OpenAI, and when?"],
  ["and OpenAI's?", "Who founded OpenAI, and when?"],
])("“%s” asks the last question of the other company", (question, meant) => {
  expect(read(question)).toEqual({ question: meant, sure: true });
  expect(read(question, false)).toEqual({ question: meant, sure: true });
});

test("an entry's bare name asks the last question of it, in a thread and with a question mark", () => {
  expect(read("OpenAI?")).toEqual({ question: "Who founded OpenAI, and when?", sure: true });
  expect(read("OpenAI")).toBeUndefined();
  expect(read("OpenAI?", false)).toBeUndefined();
  expect(read("OpenAI?", true, { subjects: ["hugging-face"], question: "" })).toBeUndefined();
});

test.each(["and in hugging?", "and at open?", "and on glossaries?", "and in Paris?"])(
  "“%s” turns to no other: what begins a name is a word of its own there",
  (question) => {
    expect(read(question)).toEqual({ question, about: "hugging-face", sure: false });
  },
);

test("a company named behind a question about a role is asked for as it is", () => {
  const role = createLibrary(
    [...library.entries, entry("cro", "Chief Revenue Officer", ["cro"], "role")],
    noRecords,
    "",
  );
  const said: Talk = { subjects: ["cro"], question: "what does a CRO earn?" };
  expect(followUp("and OpenAI?", said, role, true, 2026)).toEqual({ question: "OpenAI", about: "openai", sure: true });
});

test("a last question that named nobody is asked of the other company", () => {
  const said = { subjects: ["hugging-face"], question: "what about their risks?" };
  expect(read("and OpenAI?", true, said)).toEqual({ question: "what about OpenAI's risks?", sure: true });
});

test.each([
  "what about their risks?",
  "who invested in them?",
  "when did the company start?",
  "and its lessons",
  "Where is HE from?",
])("“%s” is about the same company, in a thread and in a channel", (question) => {
  expect(read(question)).toEqual({ question, about: "hugging-face", sure: true });
  expect(read(question, false)).toEqual({ question, about: "hugging-face", sure: true });
});

test("a bare question may be about the same company in a thread, and stands by itself in a channel", () => {
  expect(read("who invested?")).toEqual({ question: "who invested?", about: "hugging-face", sure: false });
  expect(read("who invested?", false)).toBeUndefined();
});

test("a question that names a company stands by itself", () => {
  expect(read("who founded OpenAI and what are its risks?")).toBeUndefined();
  expect(read("hf valuation?")).toBeUndefined();
});

test.each([
  "vs openai?",
  "and versus OpenAI",
  "compared with openai?",
  "how does that compare with openai?",
  "how does this stack up against OpenAI's?",
  "is that more than openai's?",
  "compare that to OpenAI",
])("“%s” asks the last question of both, or holds them against each other where nothing answers that", (question) => {
  expect(read(question)).toEqual({
    question: "Who founded Hugging Face and OpenAI, and when?",
    sure: true,
    otherwise: { question, about: "hugging-face", sure: true },
  });
});

test("what was asked without a name is asked of both by their names", () => {
  const said: Talk = { subjects: ["hugging-face"], question: "who invested?" };
  expect(read("how does that compare with OpenAI?", true, said)?.question).toBe(
    "who invested: Hugging Face and OpenAI?",
  );
});

test.each(["how do they compare to OpenAI", "compare them with openai", "is it bigger than OpenAI?"])(
  "“%s” holds another company against the one talked about",
  (question) => {
    expect(read(question, false)).toEqual({ question, about: "hugging-face", sure: true });
  },
);

test("nothing follows on from a talk about nothing", () => {
  expect(read("what about their risks?", true, { subjects: [], question: "" })).toBeUndefined();
});

test("a possessive and its punctuation stay with the new name", () => {
  const said = { subjects: ["hugging-face"], question: "What are HF's risks?" };
  expect(read("and OpenAI?", true, said)?.question).toBe("What are OpenAI's risks?");
});

test("names of several words are found whole, once each, and never across a kind that is no subject", () => {
  expect(entriesNamed("compare Hugging Face with openai, glossary", library).map(({ entry: { id } }) => id)).toEqual([
    "hugging-face",
    "openai",
  ]);
  expect(entriesNamed("", library)).toEqual([]);
});

test.each([
  "which of these companies is the most profitable?",
  "list all the companies valued above $100B",
  "how many employees do they all have?",
  "who works with Nvidia across all studies?",
])("“%s” asks all of them, whatever was said before", (question) => {
  expect(read(question)).toBeUndefined();
});

const both: Talk = { subjects: ["hugging-face", "openai"], question: "" };

test.each([
  ["which of them is bigger?", "which of Hugging Face and OpenAI is bigger?"],
  ["what about their risks?", "what about Hugging Face's and OpenAI's risks?"],
  ["do both make money?", "do Hugging Face and OpenAI make money?"],
])("“%s” asks the two that were named together", (question, meant) => {
  expect(read(question, false, both)).toEqual({ question: meant, sure: true });
});

test("a bare question asks the two that were named together, in a thread", () => {
  const meant = "how many people work there: Hugging Face and OpenAI?";
  expect(read("how many people work there?", true, both)).toEqual({ question: meant, sure: false });
  expect(read("how many people work there?", false, both)).toBeUndefined();
});

test("“it” is the first of two that were asked about together, and of two that were only named nobody knows", () => {
  const question = "when was it founded?";
  const asked = { ...both, question: "compare HF and OpenAI" };
  expect(read(question, true, asked)).toEqual({ question, about: "hugging-face", sure: false });
  expect(read(question, true, both)).toBeUndefined();
});

test("in a meeting on several, “which of them” asks them all, whoever was asked about last", () => {
  const meeting: Talk = { ...talk, group: ["hugging-face", "openai"] };
  const names = "Hugging Face and OpenAI";
  expect(read("which of them is bigger?", true, meeting)).toEqual({
    question: `which of ${names} is bigger?`,
    sure: true,
  });
  expect(read("who has the most employees?", true, meeting)).toEqual({
    question: `who has the most employees: ${names}?`,
    sure: false,
  });
  expect(read("what about their risks?", true, meeting)).toMatchObject({ about: "hugging-face" });
});

test("another company joins those that are held against each other, and takes the place of one alone", () => {
  const compared: Talk = { subjects: ["hugging-face", "mistral"], question: "Hugging Face vs Mistral valuation" };
  expect(read("and OpenAI?", true, compared)?.question).toBe("Hugging Face vs Mistral and OpenAI valuation");
  expect(read("and the OpenAI?")?.question).toBe("Who founded OpenAI, and when?");
});

test("once more are compared than are shown, another is asked about alone", () => {
  const names = ["Hugging Face", "OpenAI", "Mistral", "Dove", "Owl"];
  const many = createLibrary(
    names.map((name) => entry(name.toLowerCase().replace(" ", "-"), name, [])),
    noRecords,
    "test",
  );
  const subjects = ["hugging-face", "openai", "mistral", "dove"];
  const said: Talk = { subjects, question: "the risks of Hugging Face and OpenAI and Mistral and Dove?" };
  expect(followUp("and Owl?", said, many, true, 2026)?.question).toBe("the risks of Owl?");
});

describe("of several that were named together", () => {
  const asked: Talk = { ...both, question: "what do Hugging Face and OpenAI sell?" };
  const names = "Hugging Face and OpenAI";

  test.each([
    ["which one is older?", `which of ${names} is older?`, true],
    ["what's the difference between the two?", `what's the difference between ${names}?`, true],
    ["who works with Microsoft?", `which of ${names} works with Microsoft?`, false],
    ["who is the biggest?", "rank Hugging Face and OpenAI by valuation", false],
    ["risks?", `risks: ${names}?`, false],
  ])("“%s” asks “%s”", (question, meant, sure) => {
    expect(read(question, true, asked)).toEqual({ question: meant, sure });
  });

  test("a single word that asks nothing by itself asks nothing of all", () => {
    expect(read("how?", true, asked)).toEqual({ question: "how?", about: "hugging-face", sure: false });
  });
});

test("in a meeting on a role, “the two” are it and the one asked about last", () => {
  const roles = createLibrary([entry("cro", "CRO", [], "role"), entry("vp", "VP Sales", [], "role")], noRecords, "");
  const said: Talk = { subjects: ["vp"], question: "how are they measured?", group: ["cro", "vp"] };
  expect(followUp("what's the difference between the two?", said, roles, true, 2026)?.question).toBe(
    "what's the difference between CRO and VP Sales?",
  );
});

test("the same with another object, or the reason, is asked of the same company, or as it is where nothing answers that", () => {
  const said: Talk = { subjects: ["mistral"], question: "is it legal in Germany?" };
  expect(read("and in Spain?", true, said)).toEqual({
    question: "is it legal in Spain?",
    about: "mistral",
    sure: true,
    otherwise: { question: "and in Spain?", about: "mistral", sure: false },
  });
  expect(read("and in Spain?", false, said)).toEqual({
    question: "is it legal in Spain?",
    about: "mistral",
    sure: true,
  });
  expect(read("why?", true, said)?.question).toBe("why is it legal in Germany?");
  const named: Talk = { subjects: ["openai"], question: "who at OpenAI works with Microsoft?" };
  expect(read("and with Nvidia?", false, named)).toEqual({
    question: "who at OpenAI works with Nvidia?",
    sure: true,
  });
});

test.each([
  ["for both", "what is HF's revenue?", "what is OpenAI's and Hugging Face's revenue?"],
  ["and for both?", "ok and headcount?", "headcount: OpenAI and Hugging Face?"],
  ["both?", "what do they charge?", "what do OpenAI and Hugging Face charge?"],
])("“%s” asks “%s” of the last two that were spoken of", (question, asked, meant) => {
  const said: Talk = { subjects: ["hugging-face"], question: asked, spoken: ["hugging-face", "openai", "mistral"] };
  expect(read(question, true, said)).toEqual({ question: meant, sure: true });
});

test("“so what?” asks what is to be learnt of the company, and “theirs?” what was asked of us", () => {
  expect(read("so what?")?.question).toBe("what can a partnership team learn from Hugging Face?");
  const ours: Talk = { subjects: ["openai"], question: "what is our referral fee?" };
  expect(read("theirs?", true, ours)).toEqual({
    question: "what is their referral fee?",
    about: "openai",
    sure: true,
  });
});

test("a year put into the last question is asked of nothing else where that has no answer", () => {
  const said: Talk = { subjects: ["mistral"], question: "revenue?" };
  expect(read("and in 2024?", true, said)).toEqual({ question: "revenue in 2024?", about: "mistral", sure: true });
});

test.each([
  ["what do they charge?", "what does OpenAI charge?"],
  ["and what are their fees?", "what are OpenAI's fees?"],
  ["have they raised money?", "has OpenAI raised money?"],
  ["who invested in them?", "who invested in OpenAI?"],
])("“%s”, asked of another company, names it", (asked, meant) => {
  const said: Talk = { subjects: ["hugging-face"], question: asked };
  expect(read("what about OpenAI?", true, said)).toEqual({ question: meant, sure: true });
});

test("a third company is asked about alone where the three are not told side by side", () => {
  const said: Talk = { subjects: ["hugging-face", "mistral"], question: "Hugging Face's and Mistral's partners" };
  expect(read("and OpenAI", true, said)).toEqual({
    question: "Hugging Face's, Mistral's and OpenAI's partners",
    sure: true,
    otherwise: { question: "OpenAI's partners", sure: true },
  });
});

test("“they” of two that were named together are both, though one has no entry", () => {
  const said: Talk = { subjects: ["openai"], question: "why did OpenAI and Microsoft split?" };
  expect(read("so are they still partners?", true, said)?.question).toBe("are OpenAI and Microsoft still partners?");
  expect(read("who founded them?", true, said)).toMatchObject({ about: "openai" });
});

test("“it” is the thing asked about last, where that has a name and no entry", () => {
  const said: Talk = { subjects: ["openai"], question: "how much was Statsig?" };
  expect(read("who bought it?", true, said)).toEqual({
    question: "who bought Statsig?",
    about: "openai",
    sure: true,
    otherwise: { question: "who bought it?", about: "openai", sure: true },
  });
  const named: Talk = { subjects: ["openai"], question: "what is OpenAI's revenue?" };
  expect(read("when was it founded?", true, named)?.question).toBe("when was it founded?");
});
