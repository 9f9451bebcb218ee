import type { ReadPassage } from "../passages/read-passage.ts";
import { denies, partsKnown, saysUnknown } from "../passages/untold.ts";
import { model } from "../question/labels.ts";
import { places, standsIn } from "../question/places.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight } from "../question/units.ts";
import { holds, means } from "../vocabulary/sense.ts";
import { stem, wordsOf } from "../words/tokens.ts";
import { lacksSomething, quantity } from "./lacking.ts";
import { wholeText } from "./whole-text.ts";

/** True where a passage says of something that it is not known, and has not what the question wants. */
export function tellsUnknown(question: Question, read: ReadPassage): boolean {
  return (
    (lacksSomething(question, read) && saysUnknown(wholeText(read))) ||
    isOnlyUnknown(question, read) ||
    isMeantUnknown(question, read)
  );
}

/** What is asked for is meant only where a short sentence says that it is not known: watts, where "Power is not published." */
function isMeantUnknown({ units, companies, kinds, figure }: Question, read: ReadPassage): boolean {
  if (kinds.includes("yes-no") || !(figure || kinds.includes("number") || kinds.includes("cost"))) return false;
  const sentences = read.sentences();
  const denied = sentences.filter(({ text }) => denies(text) && wordsOf(text).length <= short);
  if (denied.length === 0 || (companies.length === 0 && !units.some(({ hard, number }) => hard || number)))
    return false;
  const told = sentences.filter((sentence) => !denied.includes(sentence));
  return units.some(
    (unit) =>
      unit.names === undefined &&
      unit.weight > tellingWeight &&
      denied.some(({ sense }) => means(sense, unit.concepts)) &&
      !told.some(({ sense }) => means(sense, unit.concepts) || holds(sense, unit.stems)) &&
      !standsIn(unit, read.held(), places.title),
  );
}

/** Words of a sentence that says no more than that. */
const short = 5;

/** What is asked for stands only where the passage says what is not known: "factors for Singapore were not captured". */
function isOnlyUnknown({ units, figure }: Question, { passage }: ReadPassage): boolean {
  const { title, also } = passage;
  const { known, unknown } = partsKnown(passage.text);
  if (unknown.length === 0) return false;
  const stemsOf = (texts: readonly string[]) => new Set(texts.flatMap(wordsOf).map(stem));
  const untold = stemsOf(unknown);
  const told = stemsOf([title, ...known, ...also.map((rival) => rival.text)]);
  const hasFigures = known.some((said) => quantity.test(said));
  return units.some(
    ({ text, stems, weight, names, hard }) =>
      (hard || model.test(text) || (figure && !hasFigures)) &&
      weight > tellingWeight &&
      names === undefined &&
      stems.every((term) => untold.has(term)) &&
      !stems.every((term) => told.has(term)),
  );
}
