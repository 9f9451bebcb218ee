import type { Entry, Passage } from "#content/entry.ts";
import { year } from "../question/labels.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight } from "../question/units.ts";
import type { Scored } from "../rank/score.ts";

/** True for a row of an entry, or one beside it that tells of it: its pay, its side of a comparison. */
export const isToldOf = (
  about: Entry,
  row: { readonly entry: Entry; readonly passage: Passage } | undefined,
): boolean =>
  row !== undefined &&
  (row.entry === about || row.passage.section === about.id || row.passage.id.endsWith(`-${about.id}`));

/** What happened, and when, beside the year. */
const happening =
  /^(?:happen\w*(?: in)?|new|news|events?|announced|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|q[1-4]|quarter|early|mid|late|end|beginning)$/;

/** True for a question that names a year and nothing else to go by: "what happened in 2024?" */
export const namesYearAlone = ({ words, units }: Question): boolean =>
  words.some((word) => year.test(word)) &&
  units.every(({ text, weight }) => weight <= tellingWeight || year.test(text) || happening.test(text));

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
