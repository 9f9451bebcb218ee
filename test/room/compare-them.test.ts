import { expect, test } from "vitest";
import { createLibrary } from "#content/library.ts";
import type { Talk } from "#core/room.ts";
import { comparedByName } from "../../src/room/compare-them.ts";
import { entry, noRecords } from "./entry.ts";

const origin = { platform: "terminal", via: "command" } as const;
const compare = (line: string, talk: Talk) => {
  const words = line.split(" ");
  const invocation = { command: "compare", words, named: {}, rest: line, share: false, page: 1, origin } as const;
  return comparedByName(invocation, talk, library).rest;
};
const library = createLibrary(
  [
    ...["openai", "mistral", "anthropic", "solana"].map((id) => entry(id, id, [])),
    entry("chief-revenue-officer", "CRO", [], "role"),
  ],
  noRecords,
  "test",
);
const one: Talk = { subjects: ["openai"], question: "who founded OpenAI?" };
const oneAfter: Talk = { ...one, spoken: ["openai", "chief-revenue-officer", "mistral", "anthropic"] };
const two: Talk = { subjects: ["openai", "mistral"], question: "" };
const three: Talk = {
  subjects: ["openai", "mistral", "anthropic"],
  question: "",
  spoken: ["anthropic", "mistral", "openai"],
};
const meeting: Talk = { ...one, group: ["anthropic", "mistral", "openai"] };

test.each([
  ["them", two, "openai mistral"],
  ["both of them", two, "openai mistral"],
  ["them on revenue", two, "openai mistral on revenue"],
  ["them", meeting, "anthropic mistral openai"],
  [
    "them",
    { ...meeting, subjects: ["chief-revenue-officer"], group: ["anthropic", "chief-revenue-officer"] },
    "anthropic",
  ],
  ["the two", three, "mistral anthropic"],
  ["with solana", one, "openai solana"],
  ["that one with solana", one, "openai with solana"],
  ["them, please", two, "openai mistral"],
  ["them side by side", two, "openai mistral"],
  ["all companies on revenue", two, "all companies on revenue"],
  ["both of them on revenue", three, "mistral anthropic on revenue"],
  ["the three", three, "openai mistral anthropic"],
  ["the two", meeting, "anthropic mistral"],
  ["all three?", meeting, "anthropic mistral openai"],
  ["it with solana", one, "openai with solana"],
  ["the two", two, "openai mistral"],
  ["them", oneAfter, "mistral openai"],
  ["the two", oneAfter, "mistral openai"],
  ["both", oneAfter, "mistral openai"],
  ["these two on revenue", oneAfter, "mistral openai on revenue"],
  ["them all", oneAfter, "anthropic mistral openai"],
  ["them", one, "openai"],
  ["them", { subjects: [], question: "" }, "them"],
  ["two ways to sell", two, "two ways to sell"],
  ["openai mistral", meeting, "openai mistral"],
])("“compare %s” in a talk compares %j: %s", (line, talk, meant) => {
  expect(compare(line, talk)).toBe(meant);
});
