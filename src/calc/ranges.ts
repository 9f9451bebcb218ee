import { readQuantity, scaleSource } from "./quantity.ts";
import { type Rule, type Said, saying } from "./scan.ts";

export type SaidRange = Extract<Said<string>, { readonly kind: "range" }>;

/** A range in a line that takes one number in its place, and the line with either end of it. */
export type LineRange = SaidRange & { readonly lines: readonly [low: string, high: string] };

const number = String.raw`\d[\d,_]{0,14}(?:\.\d{1,6})?|\.\d{1,6}`;
const scale = String.raw`\s?(?:%|(?:${scaleSource})(?![a-z]))`;
const unit = String.raw`(?:\s?(?:hours?|hrs?|h|days?|weeks?|months?|years?|people))?`;
const source = String.raw`(?:between\s)?((?:us)?\$\s?)?(${number})(${scale})?(?:(\s?-\s?)|${unit}\s(?:to|and)\s)(?:(?:us)?\$\s?)?(${number})(${scale})?(?![\d.]?\d)`;

/** A size and its tokens may stand like a range, "7b-300b": they lie further apart than the ends of one. */
const furthest = 5;

/** Hears "7-13B", "$70-80/h", "30 to 60 days" and "between 2 and 3 hours" as one range, not as two numbers. */
export function rangeRule<Option extends string>(): Rule<Option> {
  return saying(source, ([text = "", dollar = "", first = "", scaled = "", hyphen, second = "", scale = ""]) => {
    if (/\sand\s/i.test(text) && !/^between/i.test(text)) return undefined;
    const ends = [first + (scaled || scale), second + scale] as const;
    const [low = 0, high = 0] = ends.map((end) => readQuantity(end.replace("%", "")));
    if (low <= 0 || low >= high || (hyphen && scaled && high >= furthest * low)) return undefined;
    return { kind: "range", text, ends: [dollar + ends[0], dollar + ends[1]] };
  });
}

/** The first of the ranges heard in a line; undefined without any. */
export function lineRange(line: string, [range]: readonly SaidRange[]): LineRange | undefined {
  if (!range) return undefined;
  const [low, high] = range.ends;
  return { ...range, lines: [line.replace(range.text, () => low), line.replace(range.text, () => high)] };
}

type Conflict = { readonly option: string; readonly values: readonly [string, string] };

/** Reads a text, a range in it at its low end; the other end is told as a second value. */
export function readLowEnds<
  Reading extends { readonly range: LineRange | undefined; readonly conflicts: readonly Conflict[] },
>(text: string, read: (text: string) => Reading): Reading & { readonly conflicts: readonly Conflict[] } {
  const reading = read(text);
  if (!reading.range) return reading;
  const low = readLowEnds(reading.range.lines[0], read);
  return { ...low, conflicts: [{ option: `“${reading.range.text}”`, values: reading.range.ends }, ...low.conflicts] };
}
