import type { ReadPassage } from "../passages/read-passage.ts";
import { headOf } from "../question/ask-form.ts";
import { places, standsIn } from "../question/places.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight, type Unit } from "../question/units.ts";
import type { Scored } from "../rank/score.ts";
import { isStopWord, stem, wordsOf } from "../words/tokens.ts";

/** Why a passage is no answer, however near it is: what it says is true of another than the one asked about. */
export type Doubt = "others" | "person" | "post" | "stranger" | "term";

/** What rules out that a passage answers a question, if anything. */
export function doubtOf(question: Question, read: ReadPassage): Doubt | undefined {
  if (isOfOthers(question, read)) return "others";
  if (tellsNothingOfPerson(question, read)) return "person";
  if (isOfAnotherPost(question, read)) return "post";
  if (isOfAnotherFirm(question, read)) return "stranger";
  return isAnotherTerm(question, read) || onlyMentionsTerm(question, read) ? "term" : undefined;
}

/** Whom "they" stands for does not occur in it. */
const isOfOthers = ({ ofThem, companies }: Question, { companies: spokenOf }: ReadPassage): boolean =>
  ofThem && companies.length > 0 && !companies.some(({ id }) => spokenOf().has(id));

/** It names the person, and holds nothing else of what is asked. */
function tellsNothingOfPerson({ person, units, companies, words }: Question, read: ReadPassage): boolean {
  if (person.length === 0) return false;
  const rest = units.filter(
    ({ text, names, weight }) =>
      weight > tellingWeight &&
      !asksWho.test(text) &&
      !person.includes(text) &&
      !companies.some(({ id }) => id === names),
  );
  const asked = headOf(words);
  const here = read.held();
  // What a company paid for somebody's firm is the company's: "Jony Ive's start-up, for $6.5B".
  const tellsPrice = companies.length > 0 && read.signs().money;
  const isMissing = (unit: Unit) => !standsIn(unit, here, told) && !(tellsPrice && pays.test(unit.text));
  return (
    (rest.length > 0 && rest.every(isMissing)) ||
    units.some((unit) => unit.text === asked && !person.includes(asked) && isMissing(unit))
  );
}

/** The pay of a post is asked, and it tells another's. */
function isOfAnotherPost({ job }: Question, { entry, passage, said, signs }: ReadPassage): boolean {
  if (!job || !(entry.kind === "salaries" || (entry.kind === "role" && tellsPay(passage.title, signs().money))))
    return false;
  if (job.length > 1 && said().includes(` ${job.join(" ").replace(/s$/, "")}`)) return false;
  if (passage.asked.some((way) => callsPost(way, job))) return false;
  const here = entry.kind === "salaries" ? wordsOf(passage.title) : said().split(" ");
  return !job.every((word) => here.some((known) => isAkin(word, known)));
}

/** One of the ways a row is asked for names this very post: "director of sales in New York". */
const callsPost = (way: string, job: readonly string[]): boolean =>
  job.length > 1 &&
  ` ${wordsOf(way)
    .filter((word) => !isStopWord(word))
    .join(" ")} `.includes(` ${job.join(" ")} `);

const tellsPay = (title: string, money: boolean): boolean => money || /\b(?:earn|pay|paid|salary|base)/i.test(title);

/** "Partnership" and "partner" are of one kin. */
const isAkin = (a: string, b: string): boolean =>
  stem(a) === stem(b) || (Math.min(a.length, b.length) > 4 && (a.startsWith(b) || b.startsWith(a)));

/** A fact of a firm without an entry is asked, and it is another's row, or lacks the name. What has a row of its own is none. */
function isOfAnotherFirm(question: Question, { entry, passage, said }: ReadPassage): boolean {
  const { stranger, strangerFirm, companies } = question;
  if (!strangerFirm || companies.length > 0) return false;
  if (explains(passage.title, stranger) || tellsPurchase(passage.title, stranger)) return false;
  return entry.kind === "case-study" || !stranger.every((word) => said().includes(` ${word}`));
}

/** Of a name that is no entry's, the near row that says what it is comes first. */
export function explainedFirst(ranked: readonly Scored[], { stranger, strangerFirm }: Question): readonly Scored[] {
  if (!strangerFirm) return ranked;
  const own = ranked.slice(0, near).find(({ read }) => explains(read.passage.title, stranger));
  return own ? [own, ...ranked.filter((scored) => scored !== own)] : ranked;
}

/** Of the pay of a post, the near row that is asked for by that very post comes before another post's. */
export function ofPostFirst(ranked: readonly Scored[], question: Question): readonly Scored[] {
  const { job } = question;
  const [best] = ranked;
  if (!job || !best || !isOfAnotherPost(question, best.read)) return ranked;
  const own = ranked
    .slice(0, near)
    .find(
      ({ read: { entry, passage } }) => entry.kind === "salaries" && passage.asked.some((way) => callsPost(way, job)),
    );
  return own ? [own, ...ranked.filter((scored) => scored !== own)] : ranked;
}

/** Places in which such a row is looked for. */
const near = 5;

/** "What is Timeboost, and how much does it earn?" */
export const explains = (title: string, name: readonly string[]): boolean =>
  /^what (?:is|are|was|were) (?:(?:an?|the) )?/.test(title.toLowerCase()) &&
  wordsOf(title.replace(/^\S+ \S+ (?:(?:an?|the) )?/i, ""))
    .slice(0, name.length)
    .join(" ") === name.join(" ");

/** "Gradio acquired", "Buys Bun": of whom it is now, its buyer's row tells. */
const tellsPurchase = (title: string, name: readonly string[]): boolean => {
  const words = wordsOf(title);
  const follows = (from: number) => name.every((word, i) => words[from + i] === word);
  return (
    (follows(0) && /^(?:acquired|bought|joins)$/.test(words[name.length] ?? "")) || (words[0] === "buys" && follows(1))
  );
};

const definition =
  /^(?:so )?(?:whats|what (?:is|are)|define|meaning of) (?:(?:an?|the) )?\S+(?: \S+){0,3}$(?<! (?:contains?|includes?|covers?|do|for|worth|like))/;

/** A term is asked that has more to its name: "customs declaration" is no declaration of intent. */
function isAnotherTerm({ words, units }: Question, { entry, held }: ReadPassage): boolean {
  if (entry.kind !== "glossary" || !definition.test(words.join(" "))) return false;
  return !units.every((unit) => unit.weight <= tellingWeight || standsIn(unit, held(), named));
}

const ofTerm = /^(?:so )?(?:(?:whats|what is) an? |define |meaning of )/;

/** What speaks of mortgages says nothing of what one is, unless it is called so or asked that way. */
function onlyMentionsTerm(
  { words, units, companies, others }: Question,
  { entry, passage, held }: ReadPassage,
): boolean {
  const line = words.join(" ");
  if (companies.length + others.length > 0 || entry.kind === "glossary") return false;
  if (!ofTerm.test(line) || !definition.test(line)) return false;
  const telling = units.filter(({ weight }) => weight > tellingWeight);
  const isAnyIn = (where: number) => telling.some((unit) => standsIn(unit, held(), where));
  if (telling.length === 0 || isAnyIn(places.title | places.hint)) return false;
  return !(isAnyIn(places.asked) && passage.asked.some((way) => definition.test(wordsOf(way).join(" "))));
}

const pays = /^(?:pay|paid|pays|paying|spend|spent|cost|costs|price)$/;

/** "What is his role" asks who it is. */
const asksWho = /^(?:roles?|jobs?|position|title|background|bio|biography|profile|career)$/;

/** Where a passage is called by its names. */
const named = places.title | places.asked | places.hint;

/** Where a passage tells something, or is asked for it. */
const told = places.own | places.asked | places.hint;
