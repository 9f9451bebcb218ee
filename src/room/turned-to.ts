import type { Entry, Kind } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import type { Reply } from "#core/reply.ts";
import type { Talk } from "#core/room.ts";
import { superlative } from "#search/list/across-order.ts";
import { askedOf, subjectsOf } from "./asked.ts";

/**
 * What a talk turns to by an answer to a question that named nobody: not to the first of many, nor to a comparison in
 * general, nor to one that only deals with somebody who has no entry.
 */
export function turnsTo(reply: Reply, question: string, talk: Talk | undefined, library: Library): readonly string[] {
  const asked = askedOf(reply);
  const found = subjectsOf(reply);
  const kindOf = (id: string | undefined) => id && library.entry(id)?.kind;
  const isOfAll = asked?.across && !superlative.test(question);
  const isOfPartner = library.passage(asked?.answers[0]?.id ?? "")?.section === "partnerships";
  const isGeneral = !asked?.subjects?.length && (isOfAll || isOfPartner || kindOf(found[0]) === "comparison");
  return isGeneral && talk?.subjects.some((id) => kindOf(id) === "case-study") ? talk.subjects : found;
}

/**
 * Ids of the entries that a question speaks of: those it names, else the subject it was asked of. A post within a company
 * is the company's, named or not: "is there a partner manager at Mistral?", "who is their head of partnerships?"
 */
export function spokenOf(
  named: readonly string[],
  subject: Entry | undefined,
  library: Library,
): readonly string[] | undefined {
  if (named.length === 0) return subject && [subject.id];
  const isOf = (kind: Kind) => (id: string) => library.entry(id)?.kind === kind;
  const isRole = isOf("role");
  if (named.some(isOf("case-study"))) return named.filter((id) => !isRole(id));
  return subject?.kind === "case-study" && named.every(isRole) ? [subject.id] : named;
}
