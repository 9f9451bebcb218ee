import { expect, test } from "vitest";
import { statementsOf } from "#core/parts.ts";
import { openReal } from "../real.ts";

const { say } = await openReal();

test.each([
  "who founded hugging face?",
  "how much revenue did Anthropic make in 2025?",
  "whats the valuation of mistral",
  "what's a good commission for a reseller",
  "hugging face customers",
  "openai team",
  "compare the revenue of openai and anthropic",
])("“%s” lists no source that nothing shown cites", async (question) => {
  const { parts, sources } = await say(question);
  const cited = parts.flatMap(statementsOf).flatMap(({ cites = [] }) => cites);
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.map(({ id }) => id).filter((id) => !cited.includes(id))).toEqual([]);
});

test("what says no other figure nor date than the answer is not said again beside it", async () => {
  for (const [question, again] of [
    ["openai headcount", "openai#faq/19"],
    ["how many employees does mistral have", "mistral#faq/15"],
  ] as const) {
    const { parts } = await say(question);
    const shown = parts.flatMap(statementsOf).flatMap(({ id }) => id ?? []);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown).not.toContain(again);
  }
});

test("what tells a further figure, or says it without one, stays beside the answer", async () => {
  const { parts } = await say("how many employees does mistral have");
  expect(JSON.stringify(parts)).toContain("From 15 in 2023");
  expect(JSON.stringify((await say("who founded mistral")).parts)).toContain("Cédric O");
});
