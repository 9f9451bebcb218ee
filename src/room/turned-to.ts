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
