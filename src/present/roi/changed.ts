import { readMoney, readQuantity, writeQuantity } from "#calc/quantity.ts";
import { type RoiOption, roiOptionNamed } from "#calc/roi-line/options.ts";
import { readRoiLine } from "#calc/roi-line/read.ts";
import { timesSaid, wordsOfChange } from "../changed.ts";
import { type Typed, writeLine } from "./asked.ts";
import { readLine } from "./spoken.ts";

/**
 * The ROI line with the one thing changed that a few words say: "and 200 people?", "over 5 years", "half the hours".
 * Undefined for words that say anything else.
 */
export function roiChanged(line: string, question: string): string | undefined {
  const words = wordsOfChange(question);
  if (words === undefined) return undefined;
  const typed = readLine(line);
  const change = multiplied(words, typed) ?? said(words);
  return change && writeLine({ ...typed, ...change });
}

function said(words: string): Typed | undefined {
  const { options, unknown, conflicts } = readRoiLine(words);
  if (unknown.length > 0 || conflicts.length > 0 || Object.keys(options).length === 0) return undefined;
  // A case counts whole years: "3 months" asks something else.
  return Number.isInteger(readQuantity(options.years ?? "1")) ? options : undefined;
}

/** What is given can be so many times as much; what was assumed is better said anew. */
function multiplied(words: string, typed: Typed): Typed | undefined {
  const times = timesSaid(words);
  const option: RoiOption | undefined = times && roiOptionNamed(times.of);
  const given = option && typed[option];
  const before = given === undefined ? undefined : (readQuantity(given) ?? readMoney(given));
  return times && option && before !== undefined
    ? { [option]: writeQuantity(Number((before * times.factor).toPrecision(4))) }
    : undefined;
}
