import type { Passage } from "#content/entry.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import type { Question } from "../question/question.ts";
import { findCandidates } from "./candidates.ts";
import { mostPromising } from "./glance.ts";
import { type Scored, scorePassage } from "./score.ts";

/** The best candidates, best first, and those `wanted` among them; equal scores in the order of ids. */
export function rank(search: SearchIndex, question: Question, wanted: readonly Passage[] = []): Scored[] {
  return mostPromising(search, question, findCandidates(search, question, wanted), new Set(wanted))
    .map((one) => scorePassage(question, one))
    .sort((a, b) => b.score - a.score || (a.read.passage.id < b.read.passage.id ? -1 : 1));
}
