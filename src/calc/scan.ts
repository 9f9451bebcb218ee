import { readMoney, readSum } from "./quantity.ts";

/** What one piece of a line says. `bare` is a number whose role the others decide. */
export type Said<Option extends string> =
  | { readonly kind: "options"; readonly options: Readonly<Partial<Record<Option, string>>> }
  | { readonly kind: "bare" | "time-unit" | "unknown"; readonly text: string }
  | { readonly kind: "range"; readonly text: string; readonly ends: readonly [low: string, high: string] }
  | { readonly kind: "nothing" };

/** A pattern and what its match says, undefined where it does not fit after all. It is sticky; every repeat in it is bounded. */
export type Rule<Option extends string> = {
  readonly pattern: RegExp;
  readonly says: (match: readonly string[]) => Said<Option> | undefined;
};

/** Not inside a word: `7B` but not `7Bx`, not the `3` of `3.5`, and not the key of `1T params=7B`. */
export const wordEnd = String.raw`(?![a-z0-9_]|\.\d|\s{0,2}=)`;

/** What says nothing for a calculation, such as "the". */
export const nothing = { kind: "nothing" } as const;
/** What no rule can read. */
export const unknown = (text: string) => ({ kind: "unknown", text }) as const;

/** A rule that decides for itself what a match says. */
export function saying<Option extends string>(source: string, says: Rule<Option>["says"]): Rule<Option> {
  return { pattern: new RegExp(source, "iy"), says };
}

/** A rule for one or more options, whose values are the pattern's groups in order. */
export function rule<Option extends string>(source: string, ...options: readonly Option[]): Rule<Option> {
  return saying(source, (match) => {
    const values = options.map((option, i) => [option, (match[i + 1] ?? "").trim()] as const);
    if (!values.every(([, value]) => /[\da-z]/i.test(value))) return unknown(match[0] ?? "");
    const said: Partial<Record<Option, string>> = {};
    for (const [option, value] of values) said[option] = value;
    return { kind: "options", options: said };
  });
}

/** Rules that every line needs at its end: a word no rule knows, and any letter that is left. */
export function lastRules<Option extends string>(): Rule<Option>[] {
  return [
    saying(String.raw`(?:[^\s,;]|(?<=\d),(?=\d)){1,80}`, ([text = ""]) => unknown(text)),
    saying(String.raw`[\s\S]`, () => nothing),
  ];
}

/** Whether two values say the same: `7B` and "7 billion", `$30` and `30`. */
export function isSame(one: string, other: string): boolean {
  if (one.toLowerCase() === other.toLowerCase()) return true;
  return [readMoney, readSum].some((read) => read(one) !== undefined && read(one) === read(other));
}

/** Separators between the pieces of a line. */
export const separators = String.raw`[\s,;:()[\]"'!?&+|*/@]{1,50}|[-–—.]{1,10}(?=\s|$)|(?<=[a-z0-9])-(?=[a-z0-9])`;

/** Reads a line from left to right, each piece by the first rule that fits there. Linear in the line's length. */
export function scan<Option extends string>(
  line: string,
  rules: readonly Rule<Option>[],
  hear: (said: Said<Option>) => void,
): void {
  for (let at = 0; at < line.length; ) {
    const before = at;
    for (const { pattern, says } of rules) {
      pattern.lastIndex = at;
      const match = pattern.exec(line);
      const said = match?.[0] ? says(match) : undefined;
      if (!match || !said) continue;
      hear(said);
      at += match[0].length;
      break;
    }
    if (at === before) at++;
  }
}
