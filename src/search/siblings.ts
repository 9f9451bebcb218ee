import type { ReadPassage } from "./read-passage.ts";
import type { Scored } from "./score.ts";
import { isStopWord, wordsOf } from "./tokens.ts";

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

const model = /^(?!fp|bf|int|tf|hbm|ddr|pcie)[a-z]{1,4}\d{2,4}[a-z]{0,2}$/;
const year = /^20\d\d$/;
const value = /^\d{1,3}(?:\.\d+)?$/;
const letter = /^[a-h]$/;

const monthNames = "january february march april may june july august september october november december".split(" ");

/** Before a year they open a span of time, of which a row may tell a part. */
const spans = /^(?:since|after|before|from|between|until|till|by|to|and|through|than)$/;

const ones = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

function amountsIn(words: readonly string[]): string[] {
  return words.flatMap((word, i) => {
    const before = words[i - 1] ?? "";
    const number = ones.includes(before) ? String(ones.indexOf(before)) : before;
    return /^[mb]illions?$/.test(word) && /^\d+(?:\.\d+)?$/.test(number) ? [`${number} ${word.charAt(0)}`] : [];
  });
}

const quarter = /^q[1-4]$/;
const ordinals = "first second third fourth".split(" ");

/** "Q3 2026", "the third quarter of 2026", "August 2025". */
function periodsIn(words: readonly string[]): string[] {
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

/**
 * True where a passage tells of a sibling of what is asked about and not of it: of the H100 where the H200 is asked
 * about, of Series H for Series D, of other years alone.
 */
export function isOfSibling({ models, numbered, years, periods }: Labels, read: ReadPassage): boolean {
  if (models.length + numbered.length + years.length + periods.length === 0) return false;
  const said = read.said();
  const asked = [said, ...read.passage.asked.map((way) => ` ${wordsOf(way).join(" ")} `)];
  const stands = (words: string) => asked.some((way) => way.includes(` ${words} `));
  // "World ID 4" for World ID 4.0.
  const has = (words: string) => stands(words) || (/ \d+$/.test(words) && stands(`${words}.0`));
  const here = said.trim().split(" ");
  if (models.length > 0 && !models.some(has) && here.some((word) => model.test(word))) return true;
  const isNumberedElse = ([word, wanted]: readonly [string, string]) =>
    !has(`${word} ${wanted}`) &&
    // "Series C: Spark Capital. E: Lightspeed."
    !(letter.test(wanted) && !isStopWord(wanted) && here.includes(word) && here.includes(wanted)) &&
    here.some((one, i) => one === word && isValue(here[i + 1] ?? "", wanted) && here[i + 1] !== wanted);
  if (numbered.some(isNumberedElse)) return true;
  const told = periodsIn(here);
  // A series names its years once: "February 2025, 500 million in March, 800 million in October".
  const inSeries = ([name = "", of = ""]: readonly string[]) =>
    has(of) && here.some((word, i) => word === name && !year.test(here[i + 1] ?? ""));
  const ofPeriod = (one: string) =>
    told.includes(one) || inSeries(one.split(" ")) || stands(one) || read.passage.asOf.startsWith(isoOf(one));
  if (periods.length > 0 && !periods.some(ofPeriod) && told.length > 0) return true;
  const ofYear = (one: string) => has(one) || read.passage.asOf.startsWith(one);
  return years.length > 0 && !years.some(ofYear) && here.some((word) => year.test(word));
}

/** "2025-08" for "august 2025"; what no day begins with for a quarter. */
function isoOf(period: string): string {
  const [name = "", of] = period.split(" ");
  const month = monthNames.indexOf(name) + 1;
  return month > 0 ? `${of}-${String(month).padStart(2, "0")}` : period;
}

const isValue = (text: string, like: string): boolean => (letter.test(like) ? letter : value).test(text);

/**
 * A row that is titled with the very label comes before one that is titled with a sibling's; and before it one that speaks of
 * the label under another title, where that has more of what else is asked: the cloud whose price is wanted.
 */
export function labelledFirst(ranked: readonly Scored[], { models, amounts }: Labels): readonly Scored[] {
  const [best] = ranked;
  const asked = [...models, ...amounts];
  if (!best || asked.length !== 1) return ranked;
  const titled = ({ read }: Scored): readonly string[] => {
    const words = wordsOf(read.passage.title);
    return models.length > 0 ? words.filter((word) => model.test(word)) : amountsIn(words);
  };
  const isTitled = (scored: Scored) => titled(scored).some((label) => asked.includes(label));
  const speaksOfIt = (scored: Scored) =>
    titled(scored).length === 0 && models.some((label) => scored.read.said().includes(` ${label} `));
  if (titled(best).length === 0 || isTitled(best)) return ranked;
  const nearest = ranked.slice(0, near);
  const owned = nearest.find(isTitled);
  const told = nearest.find(speaksOfIt);
  const own = told && told.signs.coverage > (owned?.signs.coverage ?? 0) + muchMore ? told : owned;
  return own ? [own, ...ranked.filter((scored) => scored !== own)] : ranked;
}

/** The share of what is asked by which a row must have more. */
const muchMore = 0.1;

/** Places in which a row's sibling is looked for. */
const near = 8;
