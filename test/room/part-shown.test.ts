import { expect, test } from "vitest";
import { plain, type Reply } from "#core/reply.ts";
import { newTalk, texts } from "./new-talk.ts";

const sourcesOf = ({ sources }: Reply) => sources.map(({ id }) => id);

test.each([
  ["case openai faq", "the second one"],
  ["what are openai's risks?", "the third one"],
])("“source?” after “%s” and “%s” is that row's own, and counts it alone", async (line, wanted) => {
  const { say } = newTalk();
  await say(line);
  const row = await say(wanted);
  const sourced = await say("source?");
  expect(sourcesOf(sourced)).toEqual(sourcesOf(row));
  expect(sourced.sources).toHaveLength(1);
  expect(texts(sourced)).not.toContain("The first");
  expect(await say(`${sourced.line} share:yes`)).toEqual({ ...sourced, shared: true });
});

test("another place is counted in the whole answer, and “again” gives the row", async () => {
  const { say } = newTalk();
  await say("who are mistral's partners?");
  expect(texts(await say("the second one"))).toMatch(/^ASML/);
  expect(texts(await say("again"))).toMatch(/^ASML/);
  expect(texts(await say("the first one"))).toMatch(/^Microsoft/);
});

test("a row of a list in no order is the one that was shown there, and turns the talk to its company", async () => {
  const { say } = newTalk();
  await say("which companies are in Paris?");
  expect(texts(await say("the second one"))).toBe("Mistral AI: Paris, France");
  expect((await say("who founded it?")).line).toContain("about:mistral");
  await say("which companies are worth most?");
  expect((await say("and the second?")).title).toBe("which companies are worth most, number 2");
});

test("“more” after one question of many gives what else there is on it, and the next questions, by a line of its own", async () => {
  const { say } = newTalk();
  const answer = await say("who founded OpenAI?");
  const more = await say("more");
  expect(more.title).toBe("More on: who founded OpenAI?");
  expect(more.parts.slice(0, 2)).toEqual(answer.parts.slice(1, 3));
  expect(texts(more)).toMatch(/^Where is OpenAI based\?/);
  expect(texts(more)).not.toContain("Who founded OpenAI");
  const [first] = answer.parts;
  expect(first?.kind === "quote" && plain(first.text)).toContain("Who founded OpenAI");
  expect(await say(`${more.line} share:yes`)).toEqual({ ...more, shared: true });
  expect((await say("more")).title).toBe("What leads on from there");
});
