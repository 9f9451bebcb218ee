import { expect, test } from "vitest";
import { amountInWords } from "#content/amount-in-words.ts";

test.each([
  [1_300_000, "GPU-hours", "1,300,000 GPU-hours"],
  [8.6, "USD per GPU-hour", "$8.60 per GPU-hour"],
  [12345.5, "USD", "$12,345.50"],
  [6.155, "USD per GPU-hour", "$6.155 per GPU-hour"],
  [51_700, "USD", "$51,700"],
  [0.251, "share faster", "25.1% faster"],
  [38, "%", "38%"],
  [0.8, "share", "80%"],
  ["2.5-7", "times", "2.5-7 times"],
])("%s %s is said as %s", (value, unit, said) => {
  expect(amountInWords({ value, unit })).toBe(said);
});
