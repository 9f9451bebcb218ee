import { expect, test } from "vitest";
import { inDigits, saysNumber } from "#calc/spelled.ts";

test.each([
  ["two hundred H100s", "200 H100s"],
  ["half a trillion tokens", "0.5 trillion tokens"],
  ["a seven billion weight network", "a 7 billion weight network"],
  ["a trillion-parameter model", "1 trillion-parameter model"],
  ["a thousand GPUs", "1000 GPUs"],
  ["sixty-four Nvidia H100s", "64 Nvidia H100s"],
  ["half an hour a week", "0.5 hour a week"],
  ["two hundred thousand people", "200000 people"],
  ["one A100", "1 A100"],
  ["a 7B and two hundred H100s", "a 7B and 200 H100s"],
  ["one and a half trillion tokens", "1.5 trillion tokens"],
  ["one point five trillion", "1.5 trillion"],
])("%s is %s in digits", (spoken, digits) => {
  expect(inDigits(spoken)).toBe(digits);
});

test.each(["one of them", "a GPU", "the first two", "in a month", "1 and a half trillion"])(
  "%s stays as it is: it counts nothing here, or is more than its end says",
  (spoken) => {
    expect(inDigits(spoken)).toBe(spoken);
  },
);

test("a number left over is told from other words", () => {
  expect(["30GB", "half", "dozens", "trillion", "team", "million-dollar"].filter(saysNumber)).toEqual([
    "30GB",
    "half",
    "dozens",
    "trillion",
  ]);
});
