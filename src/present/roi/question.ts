import { readLowEnds } from "#calc/ranges.ts";
import { readRoiLine } from "#calc/roi-line/read.ts";
import { saysNumber } from "#calc/spelled.ts";
import { anyOf } from "../any-of.ts";
import { optionTitles, writeLine } from "./asked.ts";
import { saysEnough } from "./resolve.ts";

/** What a question says of a business case that it asks for. */
export type RoiAsked = {
  /** The words of an ROI line. */
  readonly words: string;
  /** Numbers of the text that the line leaves out. */
  readonly left: readonly string[];
  readonly conflicts: readonly { readonly option: string; readonly values: readonly [string, string] }[];
};

const asks = anyOf(
  String.raw`roi|return on investment|business case|pay(?:s|ing)? (?:off|back|for (?:itself|themselves))|payback|npv|net present value|break[\s-]?even`,
);
const weighs = anyOf("worth|make sense|makes sense|justif(?:y|ied|ies)");
const past = anyOf("did|was|were|had|found|reported|measured");

/**
 * The business case that a question asks for, when the text that it stands in says whom or what it counts. Undefined
 * for a question of what others found, or of anything else. Takes time linear in the text.
 */
export function roiAsked(text: string, question: string): RoiAsked | undefined {
  if (past.test(question) || !(asks.test(question) || weighs.test(question))) return undefined;
  const { options, unknown, conflicts } = readLowEnds(text.replace(/:\s/g, ", "), readRoiLine);
  const given = Object.keys(options).length;
  if (!saysEnough(options) || (!asks.test(question) && given < 2)) return undefined;
  return {
    words: writeLine(options).split(" ").slice(1).join(" "),
    left: unknown.filter(saysNumber),
    conflicts: conflicts.map(({ option, values }) => ({ option: titleOf(option), values })),
  };
}

const titles: Readonly<Record<string, string>> = optionTitles;
const titleOf = (option: string): string => titles[option]?.toLowerCase() ?? option;
