import type { Entry } from "#content/entry.ts";
import { asks, isCourtesy, partsAsked } from "../question/long.ts";
import { readQuestion } from "../question/question.ts";
import type { Reader } from "../question/reader.ts";
import { twoQuestionsIn } from "../question/two-questions.ts";
import { type Answered, mostAnswers } from "./answered.ts";

/** Whom a text asks about: what the thread is about, and, read when wanted, whom the text begins with. */
type Subject = { readonly about: Entry | undefined; readonly named: () => Entry | undefined };

/** Answers one question, about an entry if it names none. */
type AnswerOne = (question: string, about: Entry | undefined) => Answered;

/**
 * What answers each of the questions that a text asks: both of two for sure, or at least two of several; one is enough
 * where each has a question mark of its own, since the others are named. `isAllowed`: which parts may be looked up.
 */
export function answerSeveral(
  asked: string,
  { about, named }: Subject,
  reader: Reader,
  answerOne: AnswerOne,
  isAllowed: (part: string) => boolean = () => true,
): Answered | undefined {
  const two = twoQuestionsIn(asked, reader.lexicon);
  if (two?.every(isAllowed)) {
    const first = answerOne(two[0], about);
    // "It" in the second is what the first is about.
    const { pronoun } = readQuestion(two[1], reader);
    const both = [first, answerOne(two[1], about ?? (pronoun ? first.subjects[0] : undefined))];
    const isHeard = (part: Answered) =>
      part.untold !== undefined || (isSure(part) && !part.list && part.sides.length < 2);
    if (both.every(isHeard) && both.some(isSure)) return byTurns(asked, both);
  }
  const all = partsAsked(asked);
  const parts = all.filter(isAllowed);
  const marked = parts.some(asks);
  const each: Answered[] = [];
  for (const part of parts) {
    const points = !marked || readQuestion(part, reader).pronoun;
    each.push(answerOne(part, about ?? (points ? (each.at(-1)?.subjects[0] ?? named()) : undefined)));
  }
  const sure = each.filter(isSure);
  if (all.length < 2 || sure.length < (marked ? 1 : 2)) return undefined;
  const answered = byTurns(asked, each);
  const refused = all.filter((part) => !isAllowed(part));
  return answered && { ...answered, open: [...answered.open, ...refused] };
}

/** A part of a question is answered by itself from this confidence on. */
const sureOfPart = 0.6;

const isSure = ({ answered, confidence }: Answered): boolean => answered && confidence >= sureOfPart;

/** The best of each part, then the second best; the parts that nothing answers are named. */
function byTurns(asked: string, parts: readonly Answered[]): Answered | undefined {
  const sure = parts.filter(isSure);
  const [first] = sure;
  if (!first) return undefined;
  const turns = Array.from({ length: mostAnswers }, (_, i) => sure.flatMap(({ answers }) => answers.slice(i, i + 1)));
  const answers = [...new Map(turns.flat().map((answer) => [answer.passage.id, answer])).values()];
  return {
    ...first,
    answers: answers.slice(0, Math.max(mostAnswers, sure.length)),
    list: undefined,
    sides: [],
    each: [],
    open: parts
      .filter((part) => !isSure(part))
      .map(({ question }) => question.text)
      .filter((part) => !isCourtesy(part)),
    confidence: Math.min(...sure.map(({ confidence }) => confidence)),
    subjects: [...new Set(sure.flatMap(({ subjects }) => subjects))],
    question: { ...first.question, text: asked },
  };
}
