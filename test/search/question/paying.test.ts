import { expect, test } from "vitest";
import { currencyIn, payerIn } from "#search/question/paying.ts";
import { sayingIn } from "#search/question/saying.ts";

const names = new Set(["acme", "robotics", "thrive"]);
const payer = (line: string) => payerIn(line, (word) => names.has(word)).join(" ");

test.each([
  ["how much did thrive put into the round", "thrive"],
  ["how much capital did acme commit to the fund", "acme"],
  ["size of the thrive cheque in acme", "thrive"],
  ["how big was the individual cheque thrive wrote", "thrive"],
  ["what is the thrive stake in acme", "thrive"],
  ["how much time did thrive give acme", ""],
  ["how much did the round bring in", ""],
  ["how much did acme pay for its thrive stake in dollars", "acme"],
])("“%s” asks what one party pays: %s", (line, whose) => {
  expect(payer(line)).toBe(whose);
});

test.each([
  ["what did it cost in us dollars", "dollars"],
  ["price in euros", "euros"],
  ["value in pounds sterling", "pounds"],
  ["how many people in dollar shops", undefined],
  ["what did it cost", undefined],
])("“%s” asks for a sum in: %s", (line, currency) => {
  expect(currencyIn(line)).toBe(currency);
});

test.each([
  ["what severance did the chief get", true],
  ["earn-out terms of the deal", true],
  ["damages sought by the paper", true],
  ["should we ask for a clawback", false],
  ["what severance is usual", false],
  ["how do we raise utilization of consultants", false],
  ["who founded it", false],
])("“%s” asks for a detail that must be said: %s", (line, must) => {
  expect(sayingIn(line.split(" ")).length > 0).toBe(must);
});
