import type { Entry } from "#content/entry.ts";
import { findPassages, type PassageHit, type SearchIndex } from "./passages.ts";
import { termsOf } from "./snippet.ts";

export type Answered = {
  readonly answered: boolean;
  /** 0 to 1: how sure it is that the first passage answers. */
  readonly confidence: number;
  /** Best first, at most three. */
  readonly answers: readonly PassageHit[];
  /** Entries nearest to the question, for when nothing answers. */
  readonly nearest: readonly Entry[];
};

const threshold = 0.5;

/** The passages that answer a question, or an honest no. Pure. */
export function answerQuestion(search: SearchIndex, question: string, about?: Entry): Answered {
  const hits = findPassages(search, question, about ? { entry: about.id } : {}, 20);
  const wanted = termsOf(question);
  const [best] = hits;
  const confidence = best ? coverage(best, wanted) : 0;
  const nearest = [...new Map(hits.map((hit) => [hit.entry.id, hit.entry])).values()].slice(0, 3);
  const answered = confidence >= threshold;
  return { answered, confidence, answers: answered ? hits.slice(0, 3) : [], nearest };
}

function coverage(hit: PassageHit, wanted: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0;
  const present = termsOf([hit.entry.title, ...hit.entry.aliases, hit.passage.title, hit.passage.text].join(" "));
  return [...wanted].filter((term) => present.has(term)).length / wanted.size;
}
