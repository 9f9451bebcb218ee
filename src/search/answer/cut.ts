import type { ReadPassage } from "../passages/read-passage.ts";
import type { Question } from "../question/question.ts";

/** Texts up to this length, in characters, are quoted whole. */
const whole = 420;

/**
 * The part of a passage that answers: all of a short one; of a longer one the sentence that covers most of the
 * question, with its neighbours while they fit. Sentences are never cut, and stay in order.
 */
export function cutToAnswer(question: Question, read: ReadPassage): string {
  const { text } = read.passage;
  if (text.length <= whole) return text;
  const sentences = read.sentences().map((sentence) => sentence.text.trim());
  const worth = read.sentences().map(({ sense }) =>
    question.units.reduce((sum, unit) => {
      if (unit.stems.every((term) => sense.stems.has(term))) return sum + unit.weight;
      return unit.concepts.some((concept) => sense.concepts.has(concept)) ? sum + unit.weight * 0.8 : sum;
    }, 0),
  );
  let from = Math.max(0, worth.indexOf(Math.max(...worth)));
  let to = from + 1;
  const length = () => sentences.slice(from, to).join(" ").length;
  while (to - from < sentences.length) {
    const before = from > 0 ? (sentences[from - 1]?.length ?? 0) : Number.POSITIVE_INFINITY;
    const after = to < sentences.length ? (sentences[to]?.length ?? 0) : Number.POSITIVE_INFINITY;
    const takeAfter =
      after !== Number.POSITIVE_INFINITY &&
      ((worth[to] ?? 0) >= (worth[from - 1] ?? 0) || before === Number.POSITIVE_INFINITY);
    if (length() + 1 + (takeAfter ? after : before) > whole) break;
    if (takeAfter) to++;
    else from--;
  }
  return sentences.slice(from, to).join(" ");
}
