/** A source of what stands between two of a list. As all sources here, it is for lower case and has no group of its own. */
const joint = "(?: (?:,|;|&|\\+|/|and))+(?: (?:the|on|at))*";

/** A source of one or more, with "and" or the like between. */
export const listOf = (one: string): string => `${one}(?:${joint} ${one})*`;

/** Whole words that fit a source, in order. */
export function each(source: string, text: string): string[] {
  return text.match(new RegExp(`(?<=^| )(?:${source})(?= |$)`, "g")) ?? [];
}

const counted = "one two three four five six seven eight nine ten eleven twelve".split(" ");
/** A source of a number in digits or, up to twelve, in letters. */
export const count = `(?:\\d{1,4}|${counted.join("|")})`;

/** The number that fits `count`. */
export function countOf(said: string): number {
  return counted.includes(said) ? counted.indexOf(said) + 1 : Number(said);
}
