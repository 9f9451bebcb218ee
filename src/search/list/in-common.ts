import type { Entry, Passage } from "#content/entry.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import type { Question } from "../question/question.ts";
import { isStopWord, wordsOf } from "../words/tokens.ts";
import { rowsNaming, rowsOfDealing } from "./dealing-rows.ts";
import type { Listing } from "./listing.ts";
import { outsiderOf } from "./outsiders.ts";

const sharing = /\b(?:shares?|shared|sharing|common|same|overlap\w*)\b|\bboth\b/;
const tying = /\b(?:ties?|tied|links?|linked|connects?|connected|connections?)\b/;
const what =
  /^(?:shar(?:es?|ed|ing)|common|same|overlap\w*|both|ties?|tied|links?|linked|connect\w*|together|between|partners?|partnerships?|suppliers?|vendors?|investors?|backers?|shareholders?|backed|backs?|invest\w*|anything|something|one|two|companies|firms|kind|company|names?|which|exist\w*|supply|supplies|supplied|works?|working|deals?|who|money|put)$/;
const ofMoney = /\b(?:invest\w*|back(?:s|ed|er|ers)|shareholders?|money)\b/;

/**
 * What two companies have in common, partner by partner, a row of each: "do A and B share a supplier?" What ties them is also
 * what one of them says of the other, and a founder of both.
 */
export function inCommon(search: SearchIndex, question: Question): Listing | undefined {
  const { words, companies } = question;
  const line = words.join(" ");
  const [one, other, third] = companies;
  if (!one || !other || third || !(sharing.test(line) || tying.test(line))) return undefined;
  const rest = search.reader.names.withoutCompanies(words).filter((word) => !isStopWord(word) && !what.test(word));
  if (rest.length > 0) return undefined;
  const isMoney = ofMoney.test(line);
  const between = tying.test(line)
    ? [...founders(search, one, other), ...partnersNaming(one, other), ...partnersNaming(other, one)]
    : [];
  const relation = isMoney ? "invests" : "deals";
  const shared = namesOf(one, isMoney).flatMap((name) => {
    const outsider = outsiderOf(wordsOf(name), search);
    const rows = [one, other].map(
      (entry) => rowsOfDealing(rowsNaming(search, entry, outsider), { outsider, relation })[0],
    );
    const [first, second] = rows;
    return first && second ? [{ name, rows: [first, second] }] : [];
  });
  const passages = [...new Set([...between, ...shared.flatMap(({ rows }) => rows)])].slice(0, mostShown);
  // One partner may go by two names: "Amazon", "AWS".
  const named = new Map(shared.toReversed().map(({ name, rows }) => [rows.map(({ id }) => id).join(), name]));
  const names = [...new Set(named.values())].reverse().join(", ");
  const says = tying.test(line) ? "what ties them" : isMoney ? "investors in common" : "partners in common";
  return passages.length > 1
    ? { title: `${one.title} and ${other.title}: ${says}${names && ` (${names})`}`, entry: undefined, passages }
    : undefined;
}

const mostShown = 12;

/** Whom the partnerships of a study name; of investors also those in the row of that name. */
function namesOf(entry: Entry, isMoney: boolean): string[] {
  const investors = rowsTitled(entry, "Main investors").flatMap(({ text }) => namesIn(text.replace(/\(.*?\)/g, "")));
  return [...partnersOf(entry).flatMap(({ title }) => namesIn(title)), ...(isMoney ? investors : [])];
}

const partnersOf = ({ sections }: Entry): readonly Passage[] =>
  sections.find(({ id }) => id === "partnerships")?.passages ?? [];

const rowsTitled = ({ sections }: Entry, wanted: string): Passage[] =>
  sections.flatMap(({ id, passages }) => (id === "glance" ? passages.filter(({ title }) => title === wanted) : []));

/** Those that the title of a partnership names: "PayPal and Paxos", "Amazon (AWS)". */
const namesIn = (title: string): string[] =>
  title
    .split(/[,;]\s+|\s+(?:and|with)\s+|\s*[()]\s*/)
    .map((name) => name.replace(/^(?:and|others?|owned by)\b\s*/, "").trim())
    .filter((name) => /^\p{Lu}/u.test(name));

const partnersNaming = (entry: Entry, other: Entry): Passage[] =>
  partnersOf(entry).filter(({ title }) => wordsIn(title).includes(wordsIn(other.title)));

const wordsIn = (text: string): string => ` ${wordsOf(text.replace(/\(.*?\)/g, "")).join(" ")} `;

/** The rows on the founders of both, where somebody founded both. */
function founders({ reader }: SearchIndex, one: Entry, other: Entry): Passage[] {
  const rows = [one, other].flatMap((entry) => rowsTitled(entry, "Founders"));
  const [first, second] = rows.map(
    ({ text }) => new Set(text.match(person)?.filter((name) => reader.persons(wordsOf(name)))),
  );
  return first && second && first.intersection(second).size > 0 ? rows : [];
}

/** Two names, written large. */
const person = /\p{Lu}[\p{L}'’]+ \p{Lu}[\p{L}'’-]+/gu;
