import type { ReadPassage } from "../passages/read-passage.ts";
import { type Labels, letter, model, monthNames, periodsIn, value, year } from "../question/labels.ts";
import { isStopWord, wordsOf } from "../words/tokens.ts";

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
