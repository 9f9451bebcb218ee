import fc from "fast-check";
import { expect, test } from "vitest";
import { accepts, rankOf } from "../../eval/accepts.ts";
import { dropsBelow } from "../../eval/baseline.ts";
import { judge, type Outcome } from "../../eval/outcome.ts";
import type { Answerable, Unanswerable } from "../../eval/question.ts";
import { describe, describeMisses, sums } from "../../eval/report.ts";
import { percentile, scoreOf } from "../../eval/score.ts";

const asked: Answerable = {
  id: "hf-1",
  ask: "hf valuation?",
  grade: 1,
  kind: "number",
  answers: ["acme ~ ^Valuation"],
};
const nobody: Unanswerable = { id: "un-1", ask: "who won?", unanswerable: "general" };
const founders = { id: "acme#glance/1", shown: "Founders: Ann and Bo" };
const valuation = { id: "acme#glance/2", shown: "Valuation: $1B" };
const rival = { id: "other#glance/2", shown: "Valuation: $9B" };

const reply = (data: unknown, rest: { ok?: boolean; command?: string; line?: string } = {}) => ({
  ok: true,
  command: "ask",
  line: "ask x",
  title: "x",
  parts: [],
  sources: [],
  page: 1,
  shared: false,
  ...rest,
  data,
});
const outcome = (question: Answerable | Unanswerable, rank?: number, refused = false): Outcome => ({
  question,
  rank,
  refused,
  given: [],
  ran: undefined,
  milliseconds: 1,
});
const answersOf = (...given: readonly { id: string; shown: string }[]) => ({
  answers: given.map(({ id, shown }) => ({ id, text: shown })),
});
const unknown = () => undefined;

test("a rule takes an id, a section, an entry, or what a pattern says within them", () => {
  expect(accepts("acme#glance/2", valuation)).toBe(true);
  expect(accepts("acme#glance/*", valuation)).toBe(true);
  expect(accepts("acme#glance/*", { id: "acme#glance", shown: "" })).toBe(true);
  expect(accepts("acme", valuation)).toBe(true);
  expect(accepts("acme ~ ^valuation", valuation)).toBe(true);
  expect(accepts("acme ~ ^valuation", founders)).toBe(false);
  expect(accepts("acme ~ ^valuation", rival)).toBe(false);
  expect(accepts("* ~ \\$9B", rival)).toBe(true);
  expect(accepts("acme#glance/2", { id: "acme#glance/21", shown: "" })).toBe(false);
  expect(accepts("acme", { id: "acme-two#glance/1", shown: "" })).toBe(false);
});

test("the place is that of the first passage any rule takes", () => {
  expect(rankOf(["acme ~ ^Valuation", "other"], [founders, rival, valuation])).toBe(2);
  expect(rankOf(["acme ~ ^Status"], [founders, rival, valuation])).toBeUndefined();
});

test("an answer is judged by the whole passage, however it is cut", () => {
  const cut = reply({ answers: [{ id: valuation.id, text: "$1B" }] });
  expect(judge(asked, cut, unknown, 1).rank).toBeUndefined();
  expect(judge(asked, cut, () => valuation.shown, 1).rank).toBe(1);
});

test("a refusal has no place, but where it shows the wanted row, which says that nobody knows", () => {
  const refused = judge(asked, reply({ untold: answersOf(founders).answers[0] }, { ok: false }), unknown, 1);
  expect(refused).toMatchObject({ refused: true, rank: undefined });
  const shown = reply({ untold: answersOf(valuation).answers[0] }, { ok: false });
  expect(judge(asked, shown, unknown, 1)).toMatchObject({ refused: false, rank: 1 });
  expect(judge(nobody, shown, unknown, 1)).toMatchObject({ refused: true, rank: undefined });
  expect(judge(asked, reply({ answers: [] }), unknown, 1).refused).toBe(true);
  expect(judge(asked, reply(undefined), unknown, 1).refused).toBe(true);
});

test("a command that answers in the passages' place counts when it is the right one", () => {
  const cost: Answerable = { ...asked, kind: "cost", runs: "^cost\\b" };
  const ran = (line: string) => judge(cost, reply({}, { command: line.split(" ")[0] ?? "", line }), unknown, 1);
  expect(ran("cost 7B").rank).toBe(1);
  expect(ran("roi 7B")).toMatchObject({ refused: false, rank: undefined });
  expect(judge(cost, reply({ ...answersOf(founders), runs: "cost 7B" }), unknown, 1).rank).toBe(1);
});

test("a comparison needs every side among the first three", () => {
  const { answers: _, ...rest } = asked;
  const compared: Answerable = { ...rest, kind: "comparison", sides: [["acme ~ ^Valuation"], ["other"]] };
  const rank = (...given: readonly (typeof rival)[]) => judge(compared, reply(answersOf(...given)), unknown, 1).rank;
  expect(rank(valuation, rival)).toBe(1);
  expect(rank(founders, rival, valuation)).toBe(2);
  expect(rank(valuation, founders)).toBeUndefined();
  expect(rank(valuation, founders, founders, rival)).toBeUndefined();
});

test("a right answer to a question without one is no hit, and only its refusal counts", () => {
  expect(judge(nobody, reply(answersOf(valuation)), unknown, 1)).toMatchObject({ refused: false, rank: undefined });
  const { overall, refusals } = scoreOf([outcome(asked, 1), outcome(nobody, undefined, true)]);
  expect(overall).toEqual({ count: 1, hit1: 1, hit3: 1 });
  expect(refusals).toEqual({ precision: 1, recall: 1, answerableRefused: 0 });
});

test("hits and refusals are shares of the right groups", () => {
  const score = scoreOf([
    outcome(asked, 1),
    outcome(asked, 3),
    outcome(asked),
    outcome({ ...asked, grade: 3 }, undefined, true),
    outcome(nobody, undefined, true),
    outcome({ ...nobody, unanswerable: "today" }),
  ]);
  expect(score.overall).toEqual({ count: 4, hit1: 0.25, hit3: 0.5 });
  expect(score.byGrade.get(3)).toEqual({ count: 1, hit1: 0, hit3: 0 });
  expect(score.refusals).toEqual({ precision: 0.5, recall: 0.5, answerableRefused: 0.25 });
  expect(score.refusedByReason.get("today")).toEqual({ count: 1, refused: 0 });
});

test("a percentile is one of the values, and the largest at one", () => {
  expect(percentile([5, 1, 3, 2, 4], 0.5)).toBe(3);
  expect(percentile([], 0.99)).toBe(0);
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, portion) => {
      expect(values).toContain(percentile(values, portion));
      expect(percentile(values, 1)).toBe(Math.max(...values));
    }),
  );
});

test("only a drop of more than two points is told", () => {
  expect(dropsBelow({ tuning: 0.8 }, { tuning: 0.781 })).toEqual([]);
  expect(dropsBelow({ tuning: 0.8 }, { tuning: 0.779 })).toEqual(["hit@1 of the tuning set fell from 80.0% to 77.9%."]);
  expect(dropsBelow({ tuning: 0.8 }, { frozen: 0.1 })).toEqual([]);
});

test("sums name no question, and the misses name what was wanted and what came", () => {
  const missed = { ...outcome(asked), given: [rival] };
  expect(sums("frozen", scoreOf([missed]))).not.toContain(asked.ask);
  expect(describe("tuning", scoreOf([missed]))).toContain("1 words of the text");
  const text = describeMisses([missed, outcome(nobody), outcome(asked, 1)]);
  expect(text).toContain("hf-1 (grade 1, number) hf valuation?\n  wanted acme ~ ^Valuation\n  got other#glance/2");
  expect(text).toContain("Answered, though nothing answers: 1");
});
