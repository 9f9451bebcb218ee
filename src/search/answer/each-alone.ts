import type { Entry } from "#content/entry.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import type { Question } from "../question/question.ts";
import { wordsOf } from "../words/tokens.ts";
import { type Answered, type FoundAnswer, mostAnswers, type ToldOfOne } from "./answered.ts";

/** Answers a question about one company. */
type AnswerAbout = (question: string, about: Entry) => Answered;

/** As many as are asked one by one. */
const mostAsked = 5;

/** What several have or do with each other is asked of none of them alone. */
const together =
  /\b(?:between|together|jointly|each other|one another|in common|merge\w*|split|compare\w*|differ\w*|versus|vs)\b/;

/**
 * How a question that names several companies beside each other is asked of one of them: "how do OpenAI and Anthropic make
 * money?" of either. Undefined where they do not stand in one run, or something is asked of all of them together.
 */
export function askedAlone(
  { reader: { names } }: SearchIndex,
  { words, companies, kinds }: Question,
): ((entry: Entry) => string) | undefined {
  if (companies.length < 2 || companies.length > mostAsked) return undefined;
  if (kinds.includes("comparison") || together.test(words.join(" "))) return undefined;
  const mentions = names
    .find(words, new Set(), () => true)
    .filter(({ entry, part }) => companies.includes(entry) && !part);
  const [first] = mentions;
  const last = mentions.at(-1);
  if (!first || !last || new Set(mentions.map(({ entry }) => entry)).size < companies.length) return undefined;
  const end = last.from + last.length;
  if (names.withoutCompanies(words.slice(first.from, end)).some((word) => word !== "and")) return undefined;
  return ({ id }) => [...words.slice(0, first.from), id.replaceAll("-", " "), ...words.slice(end)].join(" ");
}

/** So sure it must be that one of them tells it when it is asked alone. */
const sureAlone = 0.6;

/**
 * What each of several companies tells that are named beside each other, and nothing for one that does not tell it. None
 * where they are not asked one by one, or the best row is of several of them. `sure`: the rows that answer the question as it is.
 */
export function toldOfEach(
  search: SearchIndex,
  question: Question,
  sure: readonly FoundAnswer[],
  answerAbout: AnswerAbout,
): ToldOfOne[] {
  const [best] = sure;
  const ask = best && askedAlone(search, question);
  if (!ask || !question.companies.includes(best.entry)) return [];
  const named = search.reader.names.companiesIn(wordsOf(best.passage.title));
  const others = question.companies.filter((entry) => entry !== best.entry);
  if (others.some(({ id }) => named.has(id))) return [];
  const told = (entry: Entry): FoundAnswer | undefined => {
    const heard = sure.find((answer) => answer.entry === entry);
    if (heard) return heard;
    const { answers, confidence } = answerAbout(ask(entry), entry);
    return confidence >= sureAlone && answers[0]?.entry === entry ? answers[0] : undefined;
  };
  return question.companies.map((entry) => ({ entry, answer: entry === best.entry ? best : told(entry) }));
}

/** The best answer, and what each of several tells before the rest; nothing else of one that does not tell it. */
export function eachFirst(each: readonly ToldOfOne[], answers: readonly FoundAnswer[]): readonly FoundAnswer[] {
  const [best] = answers;
  if (!best || each.length === 0) return answers;
  const others = each.flatMap(({ answer }) => (answer && answer.passage !== best.passage ? [answer] : []));
  const told = [best, ...others];
  const rest = answers.filter(
    ({ passage, entry }) => told.some((one) => one.entry === entry) && told.every((one) => one.passage !== passage),
  );
  return [...told, ...rest].slice(0, Math.max(mostAnswers, told.length));
}
