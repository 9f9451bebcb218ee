import type { Entry } from "#content/entry.ts";
import { once } from "#core/once.ts";
import { isTopicToo } from "../manners/about-bot.ts";
import { languageOf } from "../manners/language.ts";
import { type OffLimits, offLimits } from "../manners/manners.ts";
import { sitesNamed } from "../names/sites.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import {
  type Asking,
  asks,
  clausesAsking,
  longestQuestion,
  longestText,
  questionsIn,
  sentencesOf,
  tidied,
  withoutCourtesy,
} from "../question/long.ts";
import { type Question, readQuestion } from "../question/question.ts";
import { retype } from "../words/layout.ts";
import { stem, wordsOf } from "../words/tokens.ts";
import { answerOne, kindOf } from "./answer-reading.ts";
import type { Answered } from "./answered.ts";
import { answerSeveral } from "./several.ts";
import { isTerm, termsAsked } from "./terms.ts";
import { whyOf } from "./why.ts";

/** A reading as sure as this needs no other reading. */
const sureEnough = 0.7;

/** How much of a long text is read for the company it is about, in characters. */
const longestBeginning = 2000;

/**
 * The passages that answer a question, or an honest no. A text is looked up whole; where that is not sure, or the text is
 * long, by the questions in it; and where it may not be looked up, by another question beside it. What is in
 * another language and finds nothing but names is turned away for that. Pure.
 */
export function answerQuestion(search: SearchIndex, text: string, about?: Entry): Answered {
  const typed = retype(text.slice(0, longestText), search.knows);
  const asked = withoutCourtesy(sitesNamed(typed, search.reader.names));
  const found = answerAsked(search, asked, about);
  const isRead = found.answered && !isOfNamesAlone(found);
  const isForeign = !isRead && !found.untold && !found.off && languageOf(asked) !== undefined;
  return isForeign ? turnedAway(search, asked, "language", about) : found;
}

/** Nothing of it was found but whom it names: "wie viel verdient ein partner manager". */
function isOfNamesAlone({ why, subjects }: Answered): boolean {
  const names = new Set(subjects.flatMap(({ title, aliases }) => wordsOf([title, ...aliases].join(" "))));
  return why.matched.flatMap(wordsOf).every((word) => names.has(word));
}

function answerAsked(search: SearchIndex, asked: string, about: Entry | undefined): Answered {
  const beginning = once(() => readQuestion(asked.slice(0, longestBeginning), search.reader));
  const isNamed = () => beginning().companies.length + beginning().others.length > 0;
  const isOfPersonHere = () => isOfPerson(asked, search);
  const off = offWithin(
    offLimits(asked, isNamed, isOfPersonHere, (words) => isTopic(words, search)),
    () => readQuestion(asked.slice(0, longestQuestion), search.reader, about),
    about,
  );
  const isAllowed = (part: string): boolean =>
    !offLimits(
      part,
      () => false,
      () => isOfPerson(part, search),
    ) &&
    !/\b(?:he|she|him|his|hers?)\b/i.test(part) &&
    !isBrokenOff(part, search) &&
    (off !== "private" || search.reader.names.companiesIn(wordsOf(part.slice(0, longestQuestion))).size > 0);
  const [first, ...more] = off ? allowedIn(asked, off, isAllowed) : questionsIn(asked);
  if (!first) return turnedAway(search, asked, off, about);
  const subject = { about, named: () => beginning().companies[0] };
  const answerPart = (part: string, entry: Entry | undefined) => answerOne(search, part, entry);
  const several = answerSeveral(asked, subject, search.reader, answerPart, off && isAllowed);
  if (several) return several;
  const term = off ? undefined : termAskedIn(search, asked);
  if (term) return answerOne(search, term, about);
  const company = about ?? beginning().companies[0];
  const parts = [first, ...more];
  let best: Answered | undefined;
  let surest = 0;
  if (!off && wordsOf(asked).length <= wordsAtOnce) {
    best = answerOne(search, asked.slice(0, longestQuestion), about);
    surest = best.confidence;
    if ((best.answered && surest >= sureEnough) || parts.length === 1) return best;
  }
  for (const part of parts) {
    if (best?.answered && surest >= sureEnough) break;
    const next = answerOne(search, part.text, company);
    const sure = next.confidence * worthOf(part);
    if (best && !(next.answered && !best.answered) && sure <= surest) continue;
    best = next;
    surest = sure;
  }
  return best ?? turnedAway(search, asked, off, about);
}

/** The one sentence that asks, where others stand beside it and it asks for a term by its name: "Call at 3. What's a QBR?" */
function termAskedIn(search: SearchIndex, text: string): string | undefined {
  const sentences = sentencesOf(tidied(text));
  const [asking = "", ...more] = sentences.filter(asks);
  if (sentences.length < 2 || more.length > 0) return undefined;
  return termsAsked(search, readQuestion(asking.slice(0, longestQuestion), search.reader)).length > 0
    ? asking
    : undefined;
}

/** What stands beside the question is part of it in a text of so many words: "We sign a $5M private offer. What is the fee?" */
const wordsAtOnce = 45;

/** Within a talk, words without weight may ask something, and a topic is the company's: "what do they own?", "privacy?" */
function offWithin(off: OffLimits | undefined, read: () => Question, about: Entry | undefined): OffLimits | undefined {
  if (off === "stored" && about && isTopicToo(read().text)) return undefined;
  if (off !== "murmur" || !about) return off;
  const { facets, words } = read();
  return facets.size > 0 && words.length > 2 ? undefined : off;
}

/** A term, words of the vocabulary, or words that the library writes small: what somebody is called is none of them. */
const isTopic = (text: string, search: SearchIndex): boolean =>
  isTerm(search, text) ||
  wordsOf(text).some(
    (word) => search.reader.lexicon.knows(stem(word)) || (search.reader.isWord(word) && !search.reader.isName(word)),
  );

const isOfPerson = (text: string, { reader }: SearchIndex): boolean => {
  const words = wordsOf(text.slice(0, longestQuestion));
  return reader.persons(words) !== undefined && reader.names.companiesIn(words).size === 0;
};

/** A list of names was taken for clauses: "why did OpenAI" of "why did OpenAI, Anthropic and Mistral lose?" */
const isBrokenOff = (part: string, { reader }: SearchIndex): boolean =>
  /\b(?:do|does|did|has|have|can|could|will|would|should)$/.test(
    reader.names.withoutCompanies(wordsOf(part.slice(0, longestQuestion))).join(" "),
  );

/** What else a text asks that may not be looked up as a whole; nothing of one that gives orders, or of a person in it. */
function allowedIn(text: string, off: OffLimits, isAllowed: (part: string) => boolean): readonly Asking[] {
  if (neverLookedUp.has(off)) return [];
  return clausesAsking(text)
    .filter(isAllowed)
    .map((clause) => ({ text: clause, share: 1 }));
}

/** A text that gives orders is not looked up in any part, nor one whose writer needs somebody else than a bot. */
const neverLookedUp: ReadonlySet<OffLimits> = new Set(["despair", "wrongdoing", "instructions", "code"]);

function turnedAway(search: SearchIndex, text: string, off: OffLimits | undefined, about: Entry | undefined): Answered {
  const question = readQuestion(text.slice(0, longestQuestion), search.reader, about);
  const subjects = [...question.companies, ...question.others];
  return {
    answered: false,
    confidence: 0,
    answers: [],
    untold: undefined,
    list: undefined,
    sides: [],
    each: [],
    open: [],
    which: [],
    uncounted: undefined,
    nearest: subjects.slice(0, 3),
    kind: kindOf(search, question, undefined),
    subjects,
    why: whyOf(question, undefined),
    doubt: undefined,
    off,
    question,
  };
}

/** A reading that leaves out much of what was asked counts less. */
const worthOf = ({ share }: Asking): number => 0.75 + 0.25 * share;
