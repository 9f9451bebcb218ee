import { plainNumbers } from "../notation.ts";
import { type LineRange, lineRange, type SaidRange } from "../ranges.ts";
import { isSame, type Said, scan } from "../scan.ts";
import { inDigits } from "../spelled.ts";
import { type RoiOption, roiOptions } from "./options.ts";
import { listSource, rules } from "./rules.ts";

/** What a line of free words says about a business case. */
type RoiLine = {
  readonly options: Readonly<Partial<Record<RoiOption, string>>>;
  /** Words that mean nothing here; a range is among them. */
  readonly unknown: readonly string[];
  /** The first range that stands for one number: "2-3h/week". */
  readonly range: LineRange | undefined;
  /** Options that the line gives two different values; the first one stands. */
  readonly conflicts: readonly { readonly option: RoiOption; readonly values: readonly [string, string] }[];
};

/**
 * Reads `120 people 2h/week $75/h seat=30 implementation=80k` in any order. Never throws; takes time linear in the
 * line's length.
 */
export function readRoiLine(line: string): RoiLine {
  const options: Partial<Record<RoiOption, string>> = {};
  const strange: string[] = [];
  const ranges: SaidRange[] = [];
  const conflicts: RoiLine["conflicts"][number][] = [];
  const plain = plainLine(inDigits(line));
  scan(plain, rules, (said: Said<RoiOption>) => {
    if (said.kind === "unknown") strange.push(said.text);
    if (said.kind === "range") ranges.push(said);
    if (said.kind !== "options") return;
    for (const option of roiOptions) {
      const [before, value] = [options[option], said.options[option]];
      if (value === undefined) continue;
      if (before === undefined) options[option] = value;
      else if (!isSame(before, value)) conflicts.push({ option, values: [before, value] });
    }
  });
  const unknown = [...strange, ...ranges.map(({ text }) => text)];
  return { options, unknown, range: lineRange(plain, ranges), conflicts };
}

const list = new RegExp(`(${listSource})`, "i");

/** The line with its numbers in one form; in a list the commas stand between numbers, not in them. */
function plainLine(line: string): string {
  return line
    .split(list)
    .map((piece, i) => (i % 2 === 1 ? piece : plainNumbers(piece)))
    .join("");
}
