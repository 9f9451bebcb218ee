import { expect, test } from "vitest";
import type { Talk } from "#core/room.ts";
import { comparedByName } from "../../src/room/compare-them.ts";

const origin = { platform: "terminal", via: "command" } as const;
const compare = (line: string, talk: Talk) => {
  const words = line.split(" ");
  return comparedByName({ command: "compare", words, named: {}, rest: line, share: false, page: 1, origin }, talk).rest;
};
const one: Talk = { subjects: ["openai"], question: "who founded OpenAI?" };
const two: Talk = { subjects: ["openai", "mistral"], question: "" };
const meeting: Talk = { ...one, group: ["anthropic", "mistral", "openai"] };

test.each([
  ["them", two, "openai mistral"],
  ["both of them", two, "openai mistral"],
  ["them on revenue", two, "openai mistral on revenue"],
  ["them", meeting, "anthropic mistral openai"],
  ["all three?", meeting, "anthropic mistral openai"],
  ["it with solana", one, "openai with solana"],
  ["them", one, "them"],
  ["the two", two, "the two"],
  ["openai mistral", meeting, "openai mistral"],
])("“compare %s” in a talk compares %j: %s", (line, talk, meant) => {
  expect(compare(line, talk)).toBe(meant);
});
