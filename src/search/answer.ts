import type { Entry, Passage } from "#content/entry.ts";
import { once } from "#core/once.ts";
import { type Answered, type FoundAnswer, mostAnswers } from "./answered.ts";
import { confidenceOf } from "./confidence.ts";
import { cutToAnswer } from "./cut.ts";
import { doubtOf, explainedFirst } from "./doubt.ts";
import { sidesAsked } from "./each-side.ts";
import { isInVain } from "./in-vain.ts";
import { tellsUnknown } from "./lacking.ts";
import { retype } from "./layout.ts";
import { leftOut } from "./left-out.ts";
import type { Kind } from "./lexicon.ts";
import { type Listing, listFor } from "./list.ts";
import { type Asking, clausesAsking, longestQuestion, longestText, questionsIn } from "./long.ts";
import { type OffLimits, offLimits } from "./manners.ts";
import type { SearchIndex } from "./passages.ts";
import { type Question, readQuestion } from "./question.ts";
import { apartFirst, calledFirst, comparedFirst, listFirst, rank, studiesFirst, termsFirst } from "./rank.ts";
import type { Scored } from "./score.ts";
import { answerSeveral } from "./several.ts";
import { labelledFirst } from "./siblings.ts";
import { takeTurns, termsCompared } from "./sides.ts";
import { wordsOf } from "./tokens.ts";
import { isUnheardOf } from "./told.ts";
import { isOpenPoint, isUntold } from "./untold.ts";
import { whichOf } from "./which.ts";
import { whyOf } from "./why.ts";

/**
 * From this confidence on a passage is quoted. On the tuning questions of eval/ it refuses five in six of what has no
 * answer and one in a hundred of what has; on those that nobody has read, three in four and one in fifty.
 */
export const threshold = 0.45;

/** A reading of a long text as sure as this needs no other reading. */
const sureEnough = 0.8;

/** How much of a long text is read for the company it is about, in characters. */
const longestBeginning = 2000;

/**
 * The passages that answer a question, or an honest no. A long text is searched for the question in it, and one that may
 * not be looked up for another beside it. Pure.
 */
export function answerQuestion(search: SearchIndex, text: string, about?: Entry): Answered {
  const asked = retype(text.slice(0, longestText), search.knows);
  const beginning = once(() => readQuestion(asked.slice(0, longestBeginning), search.reader));
  const isNamed = () => beginning().companies.length + beginning().others.length > 0;
  const isOfPersonHere = () => isOfPerson(asked, search);
  const off = offWithin(
    offLimits(asked, isNamed, isOfPersonHere),
    () => readQuestion(asked.slice(0, longestQuestion), search.reader, about),
    about,
  );
  const isAllowed = (part: string): boolean =>
    !offLimits(
      part,
      () => false,
      () => isOfPerson(part, search),
    ) && !/\b(?:he|she|him|his|hers?)\b/i.test(part);
  const [first, ...more] = off ? allowedIn(asked, off, isAllowed) : questionsIn(asked);
  if (!first) return turnedAway(search, asked, off, about);
  const subject = { about, named: () => beginning().companies[0] };
  const answerPart = (part: string, entry: Entry | undefined) => answerOne(search, part, entry);
  const several = answerSeveral(asked, subject, search.reader, answerPart, off && isAllowed);
  if (several) return several;
  if (!off && more.length === 0) return answerOne(search, first.text, about);
  const company = about ?? beginning().companies[0];
  let best = answerOne(search, first.text, company);
  let surest = best.confidence * worthOf(first);
  for (const reading of more) {
    if (surest >= sureEnough) break;
    const next = answerOne(search, reading.text, company);
    const sure = next.confidence * worthOf(reading);
    if (sure <= surest) continue;
    best = next;
    surest = sure;
  }
  if (wordsOf(asked).length > wordsAtOnce) return best;
  const whole = answerOne(search, asked.slice(0, longestQuestion), company);
  return outweighs(whole, best) ? whole : best;
}

/** What stands beside the question is part of it in a text of so many words: "We sign a $5M private offer. What is the fee?" */
const wordsAtOnce = 45;

/** True where a whole text surely asks for something else than a part of it seemed to. */
function outweighs({ answered, answers, list, confidence }: Answered, part: Answered): boolean {
  const [best] = answers;
  if (!answered || !part.answered || list || !best) return false;
  const same = answers.find(({ passage }) => passage === part.answers[0]?.passage);
  return same ? confidence > fairlySure && best.score - same.score > farBetter : confidence > verySure;
}

const fairlySure = 0.7;
const verySure = 0.9;
const farBetter = 0.75;

/** Within a talk, words without weight may ask something: "what do they own?" */
function offWithin(off: OffLimits | undefined, read: () => Question, about: Entry | undefined): OffLimits | undefined {
  if (off !== "murmur" || !about) return off;
  const { facets, words } = read();
  return facets.size > 0 && words.length > 2 ? undefined : off;
}

const isOfPerson = (text: string, { reader }: SearchIndex): boolean => {
  const words = wordsOf(text.slice(0, longestQuestion));
  return reader.persons(words) !== undefined && reader.names.companiesIn(words).size === 0;
};

/** What else a text asks that may not be looked up as a whole; nothing of one that gives orders, or of a person in it. */
function allowedIn(text: string, off: OffLimits, isAllowed: (part: string) => boolean): readonly Asking[] {
  if (neverLookedUp.has(off)) return [];
  return clausesAsking(text)
    .filter(isAllowed)
    .map((clause) => ({ text: clause, share: 1 }));
}

/** A text that gives orders is not looked up in any part. */
const neverLookedUp: ReadonlySet<OffLimits> = new Set(["instructions", "code"]);

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
    open: [],
    which: [],
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

/**
 * What the thread is about is what is asked about, unless something else answers far more surely: "what is a CPPO?" Who
 * says "they" of a company wants its own answer or none.
 */
function answerOne(search: SearchIndex, asked: string, about: Entry | undefined): Answered {
  const within = answerReading(search, asked, about);
  if (!about || !within.subjects.includes(about)) return within;
  if (within.question.ofThem && about.kind === "case-study") return within;
  const apart = answerReading(search, asked, undefined);
  const lead = within.question.pronoun ? farSurer : surer;
  return apart.answered && apart.confidence > within.confidence + lead ? apart : within;
}

/** Who says "it" most likely means what the thread is about. */
const surer = 0.15;
const farSurer = 0.3;

/** `alone`: of several companies none is held against another. */
function answerReading(search: SearchIndex, asked: string, about: Entry | undefined, alone = false): Answered {
  const question = readQuestion(asked, search.reader, about);
  const list = listFor(search, question);
  const terms = termsCompared(search, question);
  const across = list && !list.entry;
  const isSure = (scored: Scored) => confidenceOf(question, scored) >= threshold;
  const ranked = inOrder(search, question, list, terms, isSure);
  const [best] = ranked;
  const out = leftOut(question.words, search.reader.names);
  const compared = { ...question, companies: question.companies.filter(({ id }) => !out.has(id)) };
  const heard = best && isSure(best) ? ranked.slice(0, mostAnswers) : [];
  const answerAlone = (text: string, entry: Entry) => answerReading(search, text, entry, true);
  const sides = across || alone ? [] : sidesAsked(search, compared, heard, answerAlone);
  const sure = sides.length > 1 || list || (terms[0] && best?.read.passage === terms[0]) ? outright : 0;
  const wanted = ranked.filter(({ read }) => !out.has(read.entry.id));
  const confidence =
    best && (list || sides.length > 1 || !isInVain(search, question, best.read))
      ? Math.max(isUnheardOf(ranked, question.deed) ? 0 : confidenceOf(question, best), sure)
      : 0;
  const which = list ? [] : whichOf(search, question, best);
  const found = confidence >= threshold && which.length === 0;
  const isOne = found && !list && sides.length < 2;
  const untold = isOne && best && (isUntold(best) || tellsUnknown(question, best.read)) ? best : undefined;
  const answered = found && !untold;
  return {
    answered,
    confidence,
    answers: answered ? answersFrom(wanted).map((scored) => quoted(question, scored)) : [],
    untold: untold && quoted(question, untold),
    list: answered ? list : undefined,
    sides: answered ? sides : [],
    open: [],
    which,
    nearest: nearestEntries(ranked, question),
    kind: kindOf(search, question, list),
    subjects: [...question.companies, ...question.others],
    why: whyOf(question, best),
    doubt: best && !answered ? doubtOf(question, best.read) : undefined,
    off: undefined,
    question,
  };
}

/** What may answer, best first: by all signs, then as the kind of question wants it. */
function inOrder(
  search: SearchIndex,
  question: Question,
  list: Listing | undefined,
  terms: readonly Passage[],
  isSure: (scored: Scored) => boolean,
): readonly Scored[] {
  let ranked = listFirst(rank(search, question, [...(list?.passages ?? []), ...terms]), list);
  if (!list) ranked = apartFirst(calledFirst(ranked, question), question);
  if (!list || list.entry) {
    ranked = takeTurns(comparedFirst(ranked, question), question);
    ranked = studiesFirst(termsFirst(ranked, terms), question, isSure);
  }
  return explainedFirst(labelledFirst(ranked, question.labels), question);
}

/** A list or a table is given only when every word of the question is accounted for. */
const outright = 0.9;

function kindOf({ reader }: SearchIndex, { kinds, facets }: Question, list: Listing | undefined): Kind {
  const ids = [...facets].map((i) => reader.lexicon.facets[i]?.id);
  if (ids.includes("risks")) return "risk";
  if (ids.includes("lessons")) return "lesson";
  return list ? "list" : (kinds[0] ?? "fact");
}

/** The best, and what stands behind it, of which open points tell nothing. */
const answersFrom = ([best, ...others]: readonly Scored[]): Scored[] =>
  [...(best ? [best] : []), ...others.filter(({ read }) => !isOpenPoint(read.passage))].slice(0, mostAnswers);

function quoted(question: Question, { read, score }: Scored): FoundAnswer {
  return { passage: read.passage, entry: read.entry, score, cut: cutToAnswer(question, read) };
}

function nearestEntries(ranked: readonly Scored[], { companies, others }: Question): Entry[] {
  return [...new Set([...companies, ...others, ...ranked.slice(0, 20).map(({ read }) => read.entry)])].slice(0, 3);
}
