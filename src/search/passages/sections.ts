import type { Entry, Passage } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import type { Steps } from "#core/steps.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight } from "../question/units.ts";
import type { Sense } from "../vocabulary/sense.ts";

export type NamedSection = { readonly entry: Entry; readonly passages: readonly Passage[] };

/** Sections that are taken, and the share of a question that the names around them must hold. */
const taken = 3;
const namedShare = 0.5;

/**
 * Finds the sections whose own or whose entry's names hold much of a question: "the crawl phase", "a demand day". Those
 * of studies are left out: their companies are named. `contextOf` gives the names around a passage.
 */
export function* sectionSteps(
  library: Library,
  contextOf: (passage: Passage, entry: Entry) => Sense,
): Steps<(question: Question) => NamedSection[]> {
  const sections: NamedSection[] = [];
  const byStem = new Map<string, number[]>();
  const byConcept = new Map<number, number[]>();
  for (const entry of library.entries) {
    if (entry.kind === "case-study") continue;
    for (const { passages } of entry.sections) {
      const [first] = passages;
      if (!first) continue;
      const place = sections.push({ entry, passages }) - 1;
      const { stems, concepts } = contextOf(first, entry);
      for (const term of stems) addTo(byStem, term, place);
      for (const concept of concepts) addTo(byConcept, concept, place);
    }
    yield;
  }
  return ({ units, total, companies }) => {
    if (companies.length > 0 || total === 0) return [];
    const held = new Map<number, number>();
    for (const { stems, concepts, weight } of units) {
      if (weight <= tellingWeight) continue;
      const exact = inAll(stems.map((term) => byStem.get(term) ?? []));
      for (const place of exact) held.set(place, (held.get(place) ?? 0) + weight);
      for (const place of new Set(concepts.flatMap((concept) => byConcept.get(concept) ?? [])))
        if (!exact.has(place)) held.set(place, (held.get(place) ?? 0) + weight / 2);
    }
    return [...held]
      .filter(([, weight]) => weight / total >= namedShare)
      .sort(([a, heldByA], [b, heldByB]) => heldByB - heldByA || a - b)
      .slice(0, taken)
      .flatMap(([place]) => sections[place] ?? []);
  };
}

function addTo<K>(lists: Map<K, number[]>, key: K, place: number): void {
  const list = lists.get(key);
  if (list) list.push(place);
  else lists.set(key, [place]);
}

function inAll([first = [], ...rest]: readonly (readonly number[])[]): ReadonlySet<number> {
  const others = rest.map((list) => new Set(list));
  return new Set(first.filter((place) => others.every((list) => list.has(place))));
}
