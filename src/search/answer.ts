import type { Entry } from "#content/entry.ts";
import { once } from "#core/once.ts";
import { confidenceOf } from "./confidence.ts";
import { cutToAnswer } from "./cut.ts";
import { retype } from "./layout.ts";
import type { Kind } from "./lexicon.ts";
import { type Listing, listFor } from "./list.ts";
import { type Asking, clausesAsking, longestQuestion, longestText, partsAsked, questionsIn } from "./long.ts";
import { type OffLimits, offLimits } from "./manners.ts";
import type { PassageHit, SearchIndex } from "./passages.ts";
import { type Question, readQuestion } from "./question.ts";
import { comparedFirst, listFirst, rank, termsFirst } from "./rank.ts";
import type { Scored, Signs } from "./score.ts";
import { type Side, sidesOf, takeTurns, termsCompared } from "./sides.ts";
import { isStopWord } from "./tokens.ts";
import { twoQuestionsIn } from "./two-questions.ts";
import { whichOf } from "./which.ts";

export type FoundAnswer = PassageHit & {
  /** The part of the passage that answers. */
  readonly cut: string;
};

/** Why the first answer is the first. */
export type Why = {
  /** The question's words that the passage covers, and those it does not. */
  readonly matched: readonly string[];
  readonly missing: readonly string[];
  readonly signs: Signs | undefined;
};

export type Answered = {
  readonly answered: boolean;
  /** 0 to 1: how sure it is that the first passage answers. */
  readonly confidence: number;
  /** Best first, at most three. */
  readonly answers: readonly FoundAnswer[];
  /** The whole section, when a list is asked for. */
  readonly list: Listing | undefined;
  /** What two or more entries each say to the same thing, when they are compared. */
  readonly sides: readonly Side[];
  /** Of several questions in one text, those that nothing answers. */
  readonly open: readonly string[];
  /** Companies the question may be about, when it does not say. */
  readonly which: readonly Entry[];
  /** Entries nearest to the question, for when nothing answers. */
  readonly nearest: readonly Entry[];
  readonly kind: Kind;
  /** Entries the question names, or is about. */
  readonly subjects: readonly Entry[];
  readonly why: Why;
  /** Why it was not looked up at all. */
  readonly off: OffLimits | undefined;
  readonly question: Question;
};

/**
 * From this confidence on a passage is quoted. On the tuning questions of eval/ it refuses five in six of what has no
 * answer and one in a hundred of what has; on those that nobody has read, seven in ten and one in a hundred.
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
  const off = offLimits(asked, isNamed);
  const [first, ...more] = off ? allowedIn(asked, off) : questionsIn(asked);
  if (!first) return turnedAway(search, asked, off, about);
  const parts = off ? undefined : answerParts(search, asked, about, () => beginning().companies[0]);
  if (parts) return parts;
  if (!off && more.length === 0) return answerOne(search, first.text, about);
  const subject = about ?? beginning().companies[0];
  let best = answerOne(search, first.text, subject);
  let surest = best.confidence * worthOf(first);
  for (const reading of more) {
    if (surest >= sureEnough) break;
    const next = answerOne(search, reading.text, subject);
    const sure = next.confidence * worthOf(reading);
    if (sure <= surest) continue;
    best = next;
    surest = sure;
  }
  return best;
}

/** What else a text asks that may not be looked up as a whole; nothing of one that gives orders, or of a person in it. */
function allowedIn(text: string, off: OffLimits): readonly Asking[] {
  if (off === "instructions" || off === "code") return [];
  return clausesAsking(text)
    .filter((clause) => !offLimits(clause, () => false) && !/\b(?:he|she|him|his|hers?)\b/i.test(clause))
    .map((clause) => ({ text: clause, share: 1 }));
}

function turnedAway(search: SearchIndex, text: string, off: OffLimits | undefined, about: Entry | undefined): Answered {
  const question = readQuestion(text.slice(0, longestQuestion), search.reader, about);
  const subjects = [...question.companies, ...question.others];
  return {
    answered: false,
    confidence: 0,
    answers: [],
    list: undefined,
    sides: [],
    open: [],
    which: [],
    nearest: subjects.slice(0, 3),
    kind: kindOf(search, question, undefined),
    subjects,
    why: whyOf(question, undefined),
    off,
    question,
  };
}

/**
 * What answers each of the questions that a text asks, by turns. Nothing unless both of two are answered for sure, or
 * two of the several that a long text asks.
 */
function answerParts(search: SearchIndex, asked: string, about: Entry | undefined, named: () => Entry | undefined) {
  const two = twoQuestionsIn(asked, search.reader.lexicon);
  const found: Answered[] = [];
  for (const part of two ?? partsAsked(asked)) {
    // "It" in the second is what the first is about; a long text says at its beginning whom it asks about.
    const { pronoun } = readQuestion(part, search.reader);
    const before = two ? pronoun && found[0]?.subjects[0] : named();
    found.push(answerOne(search, part, about ?? (before || undefined)));
  }
  const sure = found.filter(({ answered, confidence }) => answered && confidence >= sureOfPart);
  const [first] = sure;
  if (!first || sure.length < 2 || (two && sure.length < found.length)) return undefined;
  if (two && sure.some(({ list, sides }) => list || sides.length > 1)) return undefined;
  const turns = Array.from({ length: mostAnswers }, (_, i) => sure.flatMap(({ answers }) => answers.slice(i, i + 1)));
  const answers = [...new Map(turns.flat().map((answer) => [answer.passage.id, answer])).values()];
  return {
    ...first,
    answers: answers.slice(0, mostAnswers),
    list: undefined,
    sides: [],
    open: found.filter((part) => !sure.includes(part)).map(({ question }) => question.text),
    confidence: Math.min(...sure.map(({ confidence }) => confidence)),
    subjects: [...new Set(sure.flatMap(({ subjects }) => subjects))],
    question: { ...first.question, text: asked },
  };
}

/** As many answers as are shown. */
const mostAnswers = 3;

/** A part of a question is answered by itself from this confidence on. */
const sureOfPart = 0.6;

/** A reading that leaves out much of what was asked counts less. */
const worthOf = ({ share }: Asking): number => 0.75 + 0.25 * share;

/** What the thread is about is what is asked about, unless something else answers far more surely: "what is a CPPO?" */
function answerOne(search: SearchIndex, asked: string, about: Entry | undefined): Answered {
  const within = answerReading(search, asked, about);
  if (!about || !within.subjects.includes(about)) return within;
  const apart = answerReading(search, asked, undefined);
  const lead = within.question.pronoun ? farSurer : surer;
  return apart.answered && apart.confidence > within.confidence + lead ? apart : within;
}

/** Who says "they" or "it" means what the thread is about. */
const surer = 0.15;
const farSurer = 0.3;

function answerReading(search: SearchIndex, asked: string, about: Entry | undefined): Answered {
  const question = readQuestion(asked, search.reader, about);
  const list = listFor(search, question);
  const terms = termsCompared(search, question);
  const found = rank(search, question, [...(list?.passages ?? []), ...terms]);
  const ranked = termsFirst(takeTurns(comparedFirst(listFirst(found, list), question), question), terms);
  const [best] = ranked;
  const sides = sidesOf(search, question);
  const sure = sides.length > 1 || list || (terms[0] && best?.read.passage === terms[0]) ? outright : 0;
  const confidence = best ? Math.max(confidenceOf(question, best), sure) : 0;
  const which = list ? [] : whichOf(search, question, best);
  const answered = confidence >= threshold && which.length === 0;
  return {
    answered,
    confidence,
    answers: answered ? ranked.slice(0, mostAnswers).map((scored) => quoted(question, scored)) : [],
    list: answered ? list : undefined,
    sides: answered ? sides : [],
    open: [],
    which,
    nearest: nearestEntries(ranked, question),
    kind: kindOf(search, question, list),
    subjects: [...question.companies, ...question.others],
    why: whyOf(question, best),
    off: undefined,
    question,
  };
}

/** A list or a table is given only when every word of the question is accounted for. */
const outright = 0.9;

function kindOf({ reader }: SearchIndex, { kinds, facets }: Question, list: Listing | undefined): Kind {
  const ids = [...facets].map((i) => reader.lexicon.facets[i]?.id);
  if (ids.includes("risks")) return "risk";
  if (ids.includes("lessons")) return "lesson";
  return list ? "list" : (kinds[0] ?? "fact");
}

function quoted(question: Question, { read, score }: Scored): FoundAnswer {
  return { passage: read.passage, entry: read.entry, score, cut: cutToAnswer(question, read) };
}

function nearestEntries(ranked: readonly Scored[], { companies, others }: Question): Entry[] {
  return [...new Set([...companies, ...others, ...ranked.slice(0, 20).map(({ read }) => read.entry)])].slice(0, 3);
}

function whyOf({ units, companies }: Question, best: Scored | undefined): Why {
  const said = units.map(({ text, names }, i) => ({
    text: tellingOf(text),
    // A company that has an entry is never missing.
    here: (best?.covered[i] ?? 0) > 0 || companies.some(({ id }) => id === names),
  }));
  const shown = said.filter(({ text }) => text !== "");
  return {
    matched: shown.filter(({ here }) => here).map(({ text }) => text),
    missing: shown.filter(({ here }) => !here).map(({ text }) => text),
    signs: best?.signs,
  };
}

/** A word or phrase without the words around it that say nothing; empty for one that is only those, or digits alone. */
function tellingOf(text: string): string {
  const words = text.split(" ");
  const from = words.findIndex((word) => !isStopWord(word));
  const to = words.findLastIndex((word) => !isStopWord(word));
  const told = from < 0 ? "" : words.slice(from, to + 1).join(" ");
  return /^\d{1,3}$/.test(told) ? "" : told;
}
