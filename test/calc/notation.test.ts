import fc from "fast-check";
import { expect, test } from "vitest";
import { plainCounts, plainNumbers } from "#calc/notation.ts";
import { faster, growth } from "../growth.ts";

test.each([
  ["1,5h/week", "1.5h/week"],
  ["7,5B 1,5T", "7.5B 1.5T"],
  ["$2,50/h", "$2.50/h"],
  ["0,125", "0.125"],
  ["1.000.000 tokens", "1000000 tokens"],
  ["1.234,56", "1234.56"],
  ["1.234.567,8", "1234567.8"],
  ["1'000'000", "1000000"],
  ["80 000", "80000"],
  ["1 500 000 tokens", "1500000 tokens"],
  ["10,00,000", "1000000"],
  ["1½ hours", "1.5 hours"],
  ["½ hour", "0.5 hour"],
  ["1,5×10¹² tokens", "1.5e12 tokens"],
  ["2*10^12", "2e12"],
])("%s is read as %s", (typed, plain) => {
  expect(plainNumbers(typed)).toBe(plain);
});

test.each([
  "1,000",
  "1,000,000.5",
  "1.024",
  "7B,1T,H100",
  "8,16,128 GPUs",
  "100k,60k,60k",
  "seat 30 120 people",
  "30 120 250",
  "1.2.3",
  "llama-3.1-8b",
  "A37B",
  "3, 2, 1",
  "3,2,4,1",
  "it's 5",
])("%s stands as it is", (typed) => {
  expect(plainNumbers(typed)).toBe(typed);
});

test.each([
  ["80.000", "80000"],
  ["$1.250", "$1250"],
  ["1.5", "1.5"],
  ["0.125", "0.125"],
  ["1.024B", "1.024B"],
  ["12.5000", "12.5000"],
])("as a count %s is %s", (typed, plain) => {
  expect(plainCounts(typed)).toBe(plain);
});

test("what is in the one form already stays in it, and the work grows as the text does", async () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,' ½kT$-"), maxLength: 40 }), (text) => {
      const plain = plainNumbers(text);
      fc.pre(!/[½,']/.test(plain));
      expect(Number.isNaN(Number(plain)) || Number(plainNumbers(plain)) === Number(plain)).toBe(true);
    }),
  );
  for (const piece of ["1,5", "1.000", "1 000 ", "10^", "1'000", "½", "1,00,"])
    expect(await growth((length) => plainNumbers(piece.repeat(length / piece.length)), 10_000), piece).toBeLessThan(
      faster,
    );
});
