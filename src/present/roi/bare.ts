import { readRoiLine } from "#calc/roi-line/read.ts";
import { writeLine } from "./asked.ts";
import type { RoiAsked } from "./question.ts";
import { saysEnough } from "./resolve.ts";

/** Letters; what is longer says more than numbers. */
const longest = 200;

/**
 * The business case that a text says the numbers of and nothing else: "120 people 2h/week $75/h". Undefined where a word
 * is left over, or one number alone is said.
 */
export function roiTyped(text: string): RoiAsked | undefined {
  if (text.length > longest || !/^\s*[\d$]/.test(text)) return undefined;
  const { options, unknown, conflicts } = readRoiLine(text.replace(/[?!.\s]+$/, ""));
  const isBare = unknown.length === 0 && conflicts.length === 0 && Object.keys(options).length > 1;
  return isBare && saysEnough(options)
    ? { words: writeLine(options).split(" ").slice(1).join(" "), left: [], conflicts: [] }
    : undefined;
}
