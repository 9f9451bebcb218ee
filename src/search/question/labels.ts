import { isStopWord } from "../words/tokens.ts";

/** What tells one thing from its siblings in a question: "h200", "series d", "2023". */
export type Labels = {
  /** Chips and machines by their letters and numbers. */
  readonly models: readonly string[];
  /** A word and the number or letter behind it: "season 2", "series d". */
  readonly numbered: readonly (readonly [word: string, value: string])[];
  /** Years that a figure is asked for. */
  readonly years: readonly string[];
  /** Months and quarters of a year: "august 2025", "q3 2026". */
  readonly periods: readonly string[];
  /** Round numbers: "3 m" for three million. */
  readonly amounts: readonly string[];
};

export const model = /^(?!fp|bf|int|tf|hbm|ddr|pcie)[a-z]{1,4}\d{2,4}[a-z]{0,2}$/;
export const year = /^20\d\d$/;
export const value = /^\d{1,3}(?:\.\d+)?$/;
export const letter = /^[a-l]$/;

export const monthNames = "january february march april may june july august september october november december".split(
  " ",
);

/** Before a year they open a span of time, of which a row may tell a part. */
const spans = /^(?:since|after|before|from|between|until|till|by|to|and|through|than)$/;

const ones = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Round numbers of millions and billions, by digits and a letter: "3 m" for "three million", "1.5 b" for "1.5 billion". */
export function amountsIn(words: readonly string[]): string[] {
  return words.flatMap((word, i) => {
    const before = words[i - 1] ?? "";
    const number = ones.includes(before) ? String(ones.indexOf(before)) : before;
    return /^[mb]illions?$/.test(word) && /^\d+(?:\.\d+)?$/.test(number) ? [`${number} ${word.charAt(0)}`] : [];
  });
}

const quarter = /^q[1-4]$/;
const ordinals = "first second third fourth".split(" ");

/** "Q3 2026", "the third quarter of 2026", "August 2025". */
export function periodsIn(words: readonly string[]): string[] {
  return words.flatMap((word, i) => {
    const at = words[i + 1] === "of" ? i + 2 : i + 1;
    const of = words[at] ?? "";
    if (!year.test(of) || spans.test(words[i - 1] ?? "") || spans.test(words[at + 1] ?? "")) return [];
    if (monthNames.includes(word) || quarter.test(word)) return [`${word} ${of}`];
    const nth = word === "quarter" ? ordinals.indexOf(words[i - 1] ?? "") + 1 : 0;
    return nth > 0 ? [`q${nth} ${of}`] : [];
  });
}

/** The labels in the words of a question. */
export function labelsIn(words: readonly string[]): Labels {
  return {
    amounts: amountsIn(words),
    models: words.filter((word) => model.test(word)),
    numbered: words.flatMap((word, i) => {
      const next = words[i + 1];
      if (next === undefined || isStopWord(word) || !/^\p{L}+$/u.test(word)) return [];
      return value.test(next) || (word === "series" && letter.test(next)) ? [[word, next] as const] : [];
    }),
    periods: periodsIn(words),
    years: words.filter(
      (word, i) =>
        year.test(word) &&
        !spans.test(words[i - 1] ?? "") &&
        !spans.test(words[i + 1] ?? "") &&
        !(monthNames.includes(words[i - 1] ?? "") && spans.test(words[i - 2] ?? "")),
    ),
  };
}
