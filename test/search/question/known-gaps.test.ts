import fc from "fast-check";
import { expect, test } from "vitest";
import { atOnce } from "#core/steps.ts";
import { gapSteps, knownGapsIn } from "#search/question/known-gaps.ts";

const words = (text: string) => text.split(" ");
const withoutAcme = (asked: readonly string[]) => asked.filter((word) => word !== "acme");

type Questions = readonly (readonly string[])[];
const knownGaps = (unanswered: Questions, answered: Questions, weightOf: (stem: string) => number = () => 1) => {
  const weights = { weightOf, without: withoutAcme };
  return knownGapsIn(atOnce(gapSteps(unanswered, answered, weights)), weights);
};
const gap = knownGaps(
  ["head legal acme", "acme office rent", "acme phone number", "phone number of sales"].map(words),
  ["acme founders", "head of sales", "number of partners acme", "who leads partnerships"].map(words),
  (term) => (term === "acm" || term === "acme" ? 0.3 : 1),
);

test("a question is as near to a known gap as they share telling words", () => {
  const near = (text: string) => gap(words(text)).near;
  expect(near("who is head of legal at acme")).toBeCloseTo(1);
  expect(near("acme legal")).toBeGreaterThan(near("acme founders"));
  expect(near("total addressable market")).toBe(0);
});

test("words that only questions without an answer use speak against one, and their order counts", () => {
  const like = (text: string) => gap(words(text)).like;
  expect(like("acme phone number")).toBeGreaterThan(0.5);
  expect(like("founders of acme")).toBeLessThan(0.5);
  expect(like("phone number")).toBeGreaterThan(like("number phone"));
  expect(like("acme")).toBe(0.5);
  expect(like("strange unheard words")).toBeCloseTo(0.5);
});

test("whatever is asked, both are from 0 to 1", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom("acme", "legal", "rent", "of", "founders"), fc.string({ maxLength: 8 }))),
      (asked) => {
        for (const found of Object.values(gap(asked))) {
          expect(found).toBeGreaterThanOrEqual(0);
          expect(found).toBeLessThanOrEqual(1 + 1e-9);
        }
      },
    ),
  );
});

test("where no gap or no question is known, a question is like any other that has an answer", () => {
  const none = knownGaps([], [words("acme founders")]);
  expect(none(["founders"])).toEqual({ near: 0, like: 0.37 });
  expect(knownGaps([words("acme rent")], [])(["rent"]).like).toBe(0.37);
});
