import type { Entry, Passage } from "#content/entry.ts";
import { asksWhichCompanies } from "../question/across-asked.ts";
import type { Question } from "../question/question.ts";
import type { Scored } from "../rank/score.ts";
import { wordsOf } from "../words/tokens.ts";
import type { Answered } from "./answered.ts";

/** True for a row of an entry, or one beside it that tells of it: its pay, its side of a comparison. */
export const isToldOf = (
  about: Entry,
  row: { readonly entry: Entry; readonly passage: Passage } | undefined,
): boolean =>
  row !== undefined &&
  (row.entry === about || row.passage.section === about.id || row.passage.id.endsWith(`-${about.id}`));

/** A word of the question is a name in the row's title: "the hub" in "Models on the Hub". */
const asksByName = ({ units }: Question, { title }: Passage): boolean => {
  const large = [...title.matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}\p{N}]*/gu)].flatMap(([word]) => wordsOf(word));
  return units.some(({ text, names }) => names === undefined && large.includes(text));
};

/** True for what another company tells where one is talked about, and nothing that is asked leads to the other. */
export const isOfAnother = (about: Entry, { answered, answers, list, sides, subjects, question }: Answered): boolean =>
  about.kind === "case-study" &&
  answered &&
  subjects.length === 0 &&
  list === undefined &&
  sides.length < 2 &&
  answers[0]?.entry.kind === "case-study" &&
  answers[0].entry !== about &&
  !asksByName(question, answers[0].passage) &&
  !asksWhichCompanies(question);

/** Places in which a row of the subject is looked for. */
const near = 12;

/** Where a role or a playbook is talked about and nobody else is named, what it tells itself goes before what others tell. */
export function ownFirst(
  ranked: readonly Scored[],
  { companies, others }: Question,
  about: Entry | undefined,
  isSure: (scored: Scored) => boolean,
): readonly Scored[] {
  const [best] = ranked;
  if (!about || !best || companies.length > 0 || others.length !== 1 || others[0] !== about) return ranked;
  if (best.read.entry.kind === "glossary" || isToldOf(about, best.read)) return ranked;
  const own = ranked.slice(0, near).find((scored) => isToldOf(about, scored.read) && isSure(scored));
  return own ? [own, ...ranked.filter((scored) => scored !== own)] : ranked;
}
