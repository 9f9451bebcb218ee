import { sentencesOf } from "../engine/rerank.ts";
import type { ReadPassage } from "../passages/read-passage.ts";
import type { Currency } from "../question/paying.ts";
import type { Question } from "../question/question.ts";
import { wordsOf } from "../words/tokens.ts";
import { isAbsent } from "./absent.ts";
import { isNameOfEntry } from "./told.ts";
import { wholeText } from "./whole-text.ts";

/** A sum of money or a share, with its sign, its code (EUR, ARB) or its word. */
const price =
  /[$€£¥]\s?\d|\d\s?%|\d[MBK]?\s[A-Z]{3,4}\b|\b[A-Z]{3}\s?\d|\b(?:[Mm]|[Bb]|[Tt]r)illions?\b|\b(?:[Pp]ercent|[Ff]ree|[Nn]othing)\b|\d\s(?:cents|dollars|euros|shares|tokens)\b/;

/** True where a price is asked for and the passage has none. */
export const noPrice = ({ wanted, companies, units }: Question, read: ReadPassage): boolean =>
  wanted.amount === "money" &&
  (companies.length > 0 || units.some(({ capital }) => capital)) &&
  !price.test(wholeText(read));

const fraction =
  /\d\s?%|\d\/\d|\b(?:per ?cent|half|third|quarter|fifth|tenth|majority|minority|all|most|none|nothing|basis points|undiluted)\b|\d+ (?:of|in) (?:the |every )?\d/i;

/** True where a part of a whole is asked for and the passage has none. */
export const noShare = ({ wanted }: Question, read: ReadPassage): boolean =>
  wanted.amount === "share" && !fraction.test(wholeText(read));

const signs: Readonly<Record<Currency, RegExp>> = {
  dollars: /\$|\bUSD\b|\bdollars?\b|\bcents?\b/i,
  euros: /€|\bEUR\b|\beuros?\b/i,
  pounds: /£|\bGBP\b|\bpounds?\b|\bsterling\b/i,
};

/** True where a sum is asked for in one money and the passage has it in another, or in tokens. */
export const noCurrency = ({ wanted: { currency }, companies, units }: Question, read: ReadPassage): boolean =>
  currency !== undefined && companies.length > 0 && units.length > 1 && !signs[currency].test(wholeText(read));

/** True where it is asked what each of several got, and the passage tells only what they got together. */
export function notEach({ wanted, companies }: Question, read: ReadPassage): boolean {
  const text = wholeText(read);
  return wanted.each && companies.length > 0 && !severally.test(text) && (text.match(sum)?.length ?? 0) < 2;
}

const sum = /[$€£]\s?\d|\d\s?%/g;

const severally =
  /\b(?:each|apiece|per|every|equal(?:ly)?|average|averaged|both|respectively|alone|an? (?:head|piece|user|seat|month|year|team))\b/;

/** True where it is asked what one party pays, and the passage tells what others do: "Thrive Capital led" gives no sum of Thrive's. */
export function notTheirs({ wanted: { payer }, units }: Question, read: ReadPassage): boolean {
  if (payer.length === 0 || isNameOfEntry(read.entry, payer)) return false;
  const paying = units.find((unit) => unit.names === undefined && payer.join(" ") === unit.text);
  if (paying && isAbsent(paying, read)) return true;
  const names = (text: string) => wordsOf(text).some((word) => payer.includes(word));
  const { title, text, also } = read.passage;
  if (names(title)) return !price.test(wholeText(read));
  const theirs = [...sentencesOf(text).flatMap(clausesOf), ...also.map((rival) => rival.text)].filter(names);
  return theirs.length > 0 && !theirs.some((said) => price.test(ownPart(said, names)));
}

const clausesOf = (sentence: string): string[] => sentence.split(/[;:]\s/);

/** A clause without the sum that all in it brought up together: "$235M, led by one, with these others". */
function ownPart(clause: string, names: (text: string) => boolean): string {
  const [whole = "", ...listed] = clause.split(together);
  const at = listed.findIndex(names);
  return at < 0 || names(whole) ? clause : listed.slice(at).join(" ");
}

/** Behind these stand those who were in it. */
const together = /,? \b(?:led by|alongside|joined by|together with|with|including|among them)\b/i;
