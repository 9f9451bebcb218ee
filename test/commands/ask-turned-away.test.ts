import { expect, test } from "vitest";
import { openReal } from "../real.ts";
import { linesOf, words } from "../said.ts";

const { say } = await openReal();

test.each([
  ["draft a mutual action plan", "glossary mutual-action-plan"],
  ["draft a QBR agenda", "checklist quarterly-business-review"],
  ["write a job description for a partner manager", "role partner-manager"],
  ["please draft an NDA", "glossary mnda"],
  ["write me an email to a partner", "checklist"],
])("“%s” is not written, and leads to %s", async (question, line) => {
  const reply = await say(question);
  expect(reply).toMatchObject({ ok: false, title: "I quote, and write nothing", data: { refused: "writing" } });
  expect(linesOf(reply)[0]).toBe(line);
});

test.each([
  ["wie verdient openai geld?", "Ich lese nur Englisch"],
  ["Comment OpenAI gagne de l'argent ?", "Je ne lis que l’anglais"],
  ["¿Cómo gana dinero OpenAI?", "Solo leo inglés"],
  ["Como a OpenAI ganha dinheiro?", "Só leio inglês"],
  ["Come guadagna OpenAI?", "Leggo solo l’inglese"],
  ["Hoe verdient OpenAI geld?", "Ik lees alleen Engels"],
])("“%s” is told in both languages that only English is read", async (question, theirs) => {
  const reply = await say(question);
  expect(reply).toMatchObject({ ok: false, title: "I read English", data: { refused: "language" } });
  expect(words(reply)).toContain("The casebook is written in English");
  expect(words(reply)).toContain(theirs);
  expect(linesOf(reply)[0]).toBe("case openai");
});

test("so is one of which nothing but a name was found", async () => {
  const reply = await say("wie viel verdient ein partner manager");
  expect(reply).toMatchObject({ ok: false, title: "I read English" });
  expect(linesOf(reply)[0]).toBe("role partner-manager");
});

test.each(["how many partners do we have?", "what's our quota?", "what's our pricing", "how big is our sales team"])(
  "“%s” is the asker's own firm's, however it is put, and nobody is asked to write it",
  async (question) => {
    const reply = await say(question);
    expect(reply).toMatchObject({ ok: false, title: "Only your own company knows that", data: { refused: "ours" } });
    expect(linesOf(reply).join()).not.toContain("gaps file");
  },
);

test("a question that is answered is not turned away for its words", async () => {
  expect(await say("Wie heißt nochmal der Chef-Wissenschaftler von HF?")).toMatchObject({ ok: true });
});

test.each(["jony ive thing - what did openai pay", "what did OpenAI pay Jony Ive?"])(
  "what a company paid for somebody's firm is no private matter: %s",
  async (question) => {
    const reply = await say(question);
    expect(reply.ok).toBe(true);
    expect(JSON.stringify(reply.parts)).toContain("$6.5B");
  },
);

test.each(["what does OpenAI pay Sam Altman?", "how much does Sam Altman earn?"])(
  "what a person is paid is: %s",
  async (question) => {
    expect((await say(question)).ok).toBe(false);
  },
);
