import type { Entry } from "#content/entry.ts";
import { findCandidates } from "./candidates.ts";
import { cutToAnswer } from "./cut.ts";
import { confidenceOf } from "./confidence.ts";
import { type Listing, listFor } from "./list.ts";
import type { Kind } from "./lexicon.ts";
import { type OffLimits, offLimits } from "./manners.ts";
import type { PassageHit, SearchIndex } from "./passages.ts";
import { type Question, readQuestion } from "./question.ts";
import { type Scored, scorePassage, type Signs } from "./score.ts";

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

/** From this confidence on a passage is quoted: see eval/ for what it refuses and lets through. */
export const threshold = 0.5;

/** The passages that answer a question, or an honest no. Pure. */
export function answerQuestion(search: SearchIndex, asked: string, about?: Entry): Answered {
  const question = readQuestion(asked, search.reader, about);
  const off = offLimits(asked, question.companies.length + question.others.length > 0);
  const list = off ? undefined : listFor(search, question);
  const ranked = off ? [] : listFirst(rank(search, question), list);
  const [best] = ranked;
  const confidence = best ? Math.max(confidenceOf(question, best), list ? listConfidence : 0) : 0;
  const answered = confidence >= threshold;
  return {
    answered,
    confidence,
    answers: answered ? ranked.slice(0, 3).map((scored) => found(question, scored)) : [],
    list: answered ? list : undefined,
    nearest: nearestEntries(ranked, question),
    kind: question.kinds[0] ?? "fact",
    subjects: [...question.companies, ...question.others],
    why: whyOf(question, best),
    off,
    question,
  };
}

/** A list is shown only when every word of the question is accounted for. */
const listConfidence = 0.9;

function listFirst(ranked: readonly Scored[], list: Listing | undefined): readonly Scored[] {
  if (!list) return ranked;
  const place = new Map(list.passages.map(({ id }, i) => [id, i]));
  const at = ({ read }: Scored) => place.get(read.passage.id) ?? Number.POSITIVE_INFINITY;
  return [...ranked].sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}

function found(question: Question, { read, score }: Scored): FoundAnswer {
  return { passage: read.passage, entry: read.entry, score, cut: cutToAnswer(question, read) };
}

/** All candidates, best first; equal scores in the order of ids. */
export function rank(search: SearchIndex, question: Question): Scored[] {
  return findCandidates(search, question)
    .map(({ passage, entry, engine }) => scorePassage(question, search.read(passage, entry), engine))
    .sort((a, b) => b.score - a.score || (a.read.passage.id < b.read.passage.id ? -1 : 1));
}

function nearestEntries(ranked: readonly Scored[], { companies, others }: Question): Entry[] {
  return [...new Set([...companies, ...others, ...ranked.slice(0, 20).map(({ read }) => read.entry)])].slice(0, 3);
}

function whyOf({ units }: Question, best: Scored | undefined): Why {
  const said = units.map(({ text }, i) => ({ text, covered: best?.covered[i] ?? 0 }));
  return {
    matched: said.filter(({ covered }) => covered > 0).map(({ text }) => text),
    missing: said.filter(({ covered }) => covered === 0).map(({ text }) => text),
    signs: best?.signs,
  };
}
