import type { ReadPassage } from "../passages/read-passage.ts";
import { isOpenPoint, saysUnknown } from "../passages/untold.ts";
import { monthNames } from "../question/labels.ts";
import { places, saysItself, standsIn } from "../question/places.ts";
import type { Question } from "../question/question.ts";
import { lightWeight, type Unit } from "../question/units.ts";
import { isPlainWord } from "../words/plain-words.ts";
import { isStopWord, stem, wordsOf } from "../words/tokens.ts";
import { isAbsent, isCalledAfterAnother, isNamed } from "./absent.ts";
import { isOfSibling } from "./siblings.ts";
import { noCurrency, noPrice, noShare, notEach, notTheirs } from "./sums.ts";
import { wholeText } from "./whole-text.ts";

type Rule = (question: Question, read: ReadPassage) => boolean;

/** True where a passage has not what the question wants, and does not say that it is unknown: it can't answer. */
export function lacks(question: Question, read: ReadPassage): boolean {
  if (Object.values(somebody).some((rule) => rule(question, read))) return true;
  return lacksSomething(question, read) && !isOpenPoint(read.passage) && !saysUnknown(wholeText(read));
}

/** True where a passage has not what it is that a question asks for. */
export const lacksSomething: Rule = (question, read) => Object.values(something).some((rule) => rule(question, read));

/** True where a passage about the company asked about does not speak of what is to be counted. */
export function countsElse(question: Question, read: ReadPassage): boolean {
  const { wanted, units, companies, facets } = question;
  const unit = units.find(({ text }) => text === wanted.counted || text.endsWith(` ${wanted.counted}`));
  if (unit === undefined || unit.weight <= lightWeight || companies.length === 0) return false;
  if (isMet(unit, read) || unit.facets.some((facet) => facets.has(facet) && read.facets().has(facet))) return false;
  return !saysUnknown(wholeText(read));
}

/** A number, in digits or as a word. */
export const quantity =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|third|quarter|twice|double|triple|several|few|most|majority|all|both|none|nothing|free|no|only|single)\b/i;

const noNumber: Rule = ({ wanted, companies }, read) =>
  wanted.amount === "number" && companies.length > 0 && !quantity.test(wholeText(read));

const duration =
  /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|nights?|daily|weekly|monthly|quarterly|yearly|annual|overnight|permanent|(?:19|20)\d\d)\b|\d\s?(?:min|ms|h|s)\b/i;

const noTime: Rule = ({ wanted, companies }, read) =>
  wanted.amount === "time" && companies.length > 0 && !duration.test(wholeText(read));

const day =
  /\b(?:19|20)\d\d\b|\b(?:january|february|march|april|june|july|august|september|october|november|december|spring|summer|autumn|winter|never|yet|today)\b|\bmay \d|\d (?:may|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\b(?:days?|weeks?|months?|years?) (?:after|before|later|earlier|ago)\b|\b(?:after|before|since|until|once)\b/i;

/** When something was done; a row of a timeline has its day beside it. */
const noDate: Rule = ({ wanted, companies }, read) =>
  wanted.amount === "date" && companies.length > 0 && read.passage.section !== "timeline" && !day.test(wholeText(read));

/** Companies that a row speaks of are seldom the names asked for: "the names of the four repositories". */
const noName: Rule = ({ wanted, words }, read) => {
  if (!wanted.name) return false;
  const known = new Set([
    ...words,
    ...months,
    ...wordsOf([read.entry.title, ...read.entry.aliases, ...read.companies()].join(" ")),
  ]);
  const text = wholeText(read);
  const isNew = (found: string) => wordsOf(found).some((word) => word.length > 1 && !known.has(word));
  const isOrdinary = (found: string) => wordsOf(found).some((word) => isPlainWord(word) || isStopWord(word));
  return !(
    [...text.matchAll(nameInside)].some(([, found = ""]) => isNew(found)) ||
    [...text.matchAll(nameFirst)].some(([, found = ""]) => isNew(found) && !isOrdinary(found))
  );
};

const months = [...monthNames, "sept", ...monthNames.map((name) => name.slice(0, 3))];

/** A word written large where no sentence begins. */
const nameInside = /(?<![.!?:]\s)(?<=\s|\()(\p{Lu}[\p{L}\p{N}'’.-]*)/gu;

/** A word that begins a sentence may be a name, too: "ICONIQ led." */
const nameFirst = /(?<=[.!?:]\s)(\p{Lu}[\p{L}\p{N}'’.-]*)/gu;

const saysNone: Rule = ({ wanted: { saying } }, read) =>
  saying.length > 0 && !isOpenPoint(read.passage) && !saying.some((term) => has(read, term));

const noPeople: Rule = ({ wanted, companies }, read) =>
  wanted.people && companies.length > 0 && !folk.test(wholeText(read));

const folk =
  /\b(?:people|persons?|staff|employees?|workers?|workforce|headcount|teams?|engineers?|researchers?|developers?|members?|founders?|users?|customers?|hires?|hired|scientists?|sellers?|laid off|layoffs?)\b/i;

/** What a post earns in the trade is not what one company pays. */
const othersPay: Rule = ({ sorts, companies }, read) =>
  sorts.has("salaries") &&
  companies.length > 0 &&
  read.entry.kind !== "case-study" &&
  !companies.some(({ id }) => read.companies().has(id));

const noSigner: Rule = ({ wanted }, read) => wanted.signer && !signing.some((term) => has(read, term));

const signing = ["sign", "signatory", "signature", "negotiate", "draft", "author"].map(stem);

const noPost: Rule = ({ wanted: { post }, companies, stranger }, read) => {
  if (post.length === 0 || companies.length + stranger.length === 0) return false;
  const said = ` ${wordsOf(wholeText(read)).join(" ")} `;
  return read.entry.kind === "role" || !post.some((way) => said.includes(` ${way.join(" ")} `));
};

const runsElse: Rule = ({ wanted: { run }, units, companies, facets }, read) =>
  companies.length > 0 &&
  run.length > 0 &&
  !run.some((word) => {
    const unit = units.find(({ stems }) => stems.includes(stem(word)));
    const isOfRow = (facet: number) => facets.has(facet) && read.facets().has(facet);
    return unit === undefined || unit.facets.some(isOfRow) || isMet(unit, read);
  });

/** What happened in a year tells no figure of it: "revenue in 2019", where the row has a deal of 2019. */
const otherFact: Rule = ({ units, facets, companies, figure }, read) => {
  if (!figure || companies.length === 0 || !units.some(({ text }) => isYear(text))) return false;
  const asked = units.filter((unit) => unit.weight > lightWeight && unit.facets.some((facet) => facets.has(facet)));
  if (asked.length === 0 || [...facets].some((facet) => read.facets().has(facet))) return false;
  const most = Math.max(...asked.map(({ weight }) => weight));
  // "Discount for buyers in 2026" asks for the discount.
  if (units.some((unit) => unit.weight > most && !unit.number && !unit.names && isMet(unit, read))) return false;
  return !asked.some((unit) => isMet(unit, read)) || !quantity.test(wholeText(read).replace(years, ""));
};

/** Who owns, leads or works at a firm that is only mentioned is not told by the row that mentions it. */
const noFirmFact: Rule = ({ units, companies, others }, read) =>
  companies.length + others.length === 0 &&
  read.entry.kind !== "case-study" &&
  units.some((unit) => isNamed(unit)) &&
  units.some((unit) => ofFirm.test(unit.text) && !standsIn(unit, read.held(), places.own | places.asked));

const ofFirm =
  /^(?:founders?|founded|co-?founders?|owners?|owns|owned|ceo|chief executive|employees|staff|headcount|headquarters|hq|headquartered|valuation|shareholders|net income|ipo)$/;

/** What a chip costs at some clouds is not its price at another ("an H200 on Azure"), nor pay in one city that of another. */
const notThere: Rule = ({ labels, job, units }, read) =>
  (labels.models.length > 0 || job !== undefined) &&
  read.entry.kind !== "case-study" &&
  units.some((unit) => isNamed(unit) && isAbsent(unit, read));

const ofSibling: Rule = ({ labels }, read) => isOfSibling(labels, read);

const years = /\b(?:19|20)\d\d\b/g;
/** True for a word that is a year of the last or this century. */
export const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);

const isMet = (unit: Unit, { held }: ReadPassage): boolean => saysItself(unit, held());

const has = ({ held }: ReadPassage, term: string): boolean => ((held().stems.get(term) ?? 0) & places.own) !== 0;

/** Who it is that is asked for. What else a passage says to be unknown is no answer. */
const somebody = { noSigner, saysNone, noPost, noPeople, othersPay, runsElse, isCalledAfterAnother };

/** What it is that is asked for. */
const something = {
  noNumber,
  noPrice,
  noShare,
  noCurrency,
  notEach,
  noTime,
  noDate,
  notTheirs,
  noName,
  otherFact,
  notThere,
  noFirmFact,
  ofSibling,
};
