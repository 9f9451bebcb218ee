import fc from "fast-check";
import { expect, test } from "vitest";
import { createKnownGaps } from "#search/known-gaps.ts";

const near = createKnownGaps(
  [
    ["head", "legal", "acme"],
    ["acme", "office", "rent"],
  ],
  (term) => (term === "acm" || term === "acme" ? 0.3 : 1),
);
const words = (text: string) => text.split(" ");

test("a question is as near to a known gap as they share telling words", () => {
  expect(near(words("who is head of legal at acme"))).toBeCloseTo(1);
  expect(near(words("acme legal"))).toBeGreaterThan(near(words("acme founders")));
  expect(near(words("total addressable market"))).toBe(0);
});

test("whatever is asked, nearness is from 0 to 1", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom("acme", "legal", "rent", "of"), fc.string({ maxLength: 8 }))),
      (asked) => {
        const found = near(asked);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1 + 1e-9);
      },
    ),
  );
  expect(createKnownGaps([], () => 1)(["anything"])).toBe(0);
});
