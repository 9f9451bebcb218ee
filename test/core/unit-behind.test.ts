import { expect, test } from "vitest";
import { parseRest } from "#core/parse.ts";

const parsed = (text: string) =>
  parseRest({ name: "cost", optionNames: ["budget", "deadline", "seat", "gpus", "title"] }, text, {
    platform: "terminal",
    via: "command",
  });

test.each<[string, Record<string, string>, readonly string[]]>([
  ["7B deadline=2 months H100", { deadline: "2 months" }, ["7B", "H100"]],
  ["deadline: x deadline=1,5 weeks", { deadline: "1,5 weeks" }, ["deadline:", "x"]],
  ["budget=1.5 million 7B", { budget: "1.5 million" }, ["7B"]],
  ["budget=$50 000 7B", { budget: "$50 000" }, ["7B"]],
  ["budget=2 € 7B", { budget: "2 €" }, ["7B"]],
  ["seat=360 a year 120 people", { seat: "360 a year" }, ["120", "people"]],
  ["seat=30 /month 120", { seat: "30 /month" }, ["120"]],
  ["seat=30 dollars per month, gpus=8", { seat: "30 dollars per month,", gpus: "8" }, []],
  ["gpus=8 H100", { gpus: "8" }, ["H100"]],
  ["gpus=8 7B", { gpus: "8" }, ["7B"]],
  ["gpus=8, 2 months", { gpus: "8," }, ["2", "months"]],
  ["budget=5k per month 7B", { budget: "5k per month" }, ["7B"]],
  ["budget=5k usd 7B", { budget: "5k usd" }, ["7B"]],
  ["budget=100k months", { budget: "100k" }, ["months"]],
  ["gpus=8 a100", { gpus: "8" }, ["a100"]],
  ["title=two months", { title: "two" }, ["months"]],
  ["gpus=8", { gpus: "8" }, []],
])("%s: a number by name takes its unit with it, and nothing else", (text, named, words) => {
  expect(parsed(text)).toMatchObject({ named, words });
});
