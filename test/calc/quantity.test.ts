import fc from "fast-check";
import { expect, test } from "vitest";
import {
  readContext,
  readCount,
  readDays,
  readMoney,
  readNumber,
  readQuantity,
  readShare,
  readSum,
  writeQuantity,
} from "#calc/quantity.ts";

test.each([
  ["7B", 7e9],
  ["8.03b", 8_030_000_000],
  ["15t", 15e12],
  ["1.5 trillion", 1.5e12],
  ["300M", 3e8],
  ["2e12", 2e12],
  ["1,000B", 1e12],
  ["1,5T", 1.5e12],
  ["1_000_000", 1e6],
  [".5B", 5e8],
  ["100k", 1e5],
  ["7bn", 7e9],
  ["-7B", -7e9],
  ["1.000.000", 1e6],
  ["1.024B", 1_024_000_000],
  ["10 lakh", 1e6],
  ["1,5 Mrd", 1.5e9],
  ["2 mln", 2e6],
])("%s is read as %d", (typed, value) => {
  expect(readQuantity(typed)).toBe(value);
});

test.each(["", "B", "banana", "7Bx", "1.2.3", "--7", "0x10", "Infinity", "1e999", "7 B B"])(
  "%j is no quantity",
  (typed) => {
    expect(readQuantity(typed)).toBeUndefined();
  },
);

test.each([
  ["1,5", 1.5],
  ["0,125", 0.125],
  ["1,000", 1000],
  ["1.5", 1.5],
  ["80.000", 80],
])("the number %s is %d", (typed, value) => {
  expect(readNumber(typed)).toBe(value);
});

test("what comes whole has points between thousands, a price has them before cents", () => {
  expect(readCount("1.200")).toBe(1200);
  expect(readCount("1.2k")).toBe(1200);
  expect(readSum("$80.000")).toBe(80_000);
  expect(readSum("80.000 usd")).toBe(80_000);
  expect(readSum("1,5m")).toBe(1_500_000);
  expect(readMoney("$1.995")).toBe(1.995);
});

test.each([
  ["38%", 0.38],
  ["38 percent", 0.38],
  ["0.38", 0.38],
  ["38", 0.38],
  ["1", 1],
  ["138%", 1.38],
  ["0.5%", 0.005],
  ["65,5%", 0.655],
  ["0,125", 0.125],
])("%s as a share is %d", (typed, value) => {
  expect(readShare(typed)).toBeCloseTo(value, 12);
});

test.each([
  ["30d", 30],
  ["720h", 30],
  ["3 weeks", 21],
  ["2 months", 60.875],
  ["1y", 365.25],
  ["1,5 weeks", 10.5],
  ["45", 45],
])("%s is %d days", (typed, days) => {
  expect(readDays(typed)).toBeCloseTo(days, 10);
});

test.each([
  ["$2.50", 2.5],
  ["100k usd", 1e5],
  ["$1.5M", 1.5e6],
  ["30 dollars", 30],
  ["usd 30", 30],
  ["2,50 $", 2.5],
])("%s is %d dollars", (typed, dollars) => {
  expect(readMoney(typed)).toBe(dollars);
});

test("a window of a power of two counts in 1,024s, any other in thousands", () => {
  expect(readContext("8k")).toBe(8192);
  expect(readContext("128K")).toBe(131_072);
  expect(readContext("100k")).toBe(100_000);
  expect(readContext("4096")).toBe(4096);
});

test("what is written is read back unchanged", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e18, noNaN: true }), (value) => {
      expect(readQuantity(writeQuantity(value))).toBe(value);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom(1e3, 1e6, 1e9, 1e12), (count, scale) => {
      expect(readQuantity(writeQuantity(count * scale))).toBe(count * scale);
    }),
  );
});

test("any text gives a finite number or nothing", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (typed) => {
      for (const read of [readNumber, readCount, readQuantity, readShare, readMoney, readSum, readDays, readContext]) {
        const value = read(typed);
        expect(value === undefined || Number.isFinite(value)).toBe(true);
      }
    }),
  );
});
