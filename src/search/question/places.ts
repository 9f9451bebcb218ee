import type { Sense } from "../vocabulary/sense.ts";
import type { Unit } from "./units.ts";

/** Places of a passage, as bits: what is asked for may stand in several. */
export const places = {
  title: 1,
  text: 2,
  /** Title and text taken together. */
  own: 4,
  /** The ways people ask for it. */
  asked: 8,
  /** Other words for the row itself, from the vocabulary. */
  hint: 16,
  /** What surrounds it: the entry's names, the section's names. */
  context: 32,
} as const;

/** For each stem and each group of words of a passage, the places it stands in. */
export type Held = { readonly stems: ReadonlyMap<string, number>; readonly concepts: ReadonlyMap<number, number> };

/** Where in a passage each stem and each meaning stands. */
export function holdAll(senses: readonly (readonly [place: number, sense: Sense])[]): Held {
  const stems = new Map<string, number>();
  const concepts = new Map<number, number>();
  for (const [place, sense] of senses) {
    for (const term of sense.stems) stems.set(term, (stems.get(term) ?? 0) | place);
    for (const concept of sense.concepts) concepts.set(concept, (concepts.get(concept) ?? 0) | place);
  }
  return { stems, concepts };
}

/** Where a passage has what a unit asks for: places that hold all its words, and places that mean the same. */
export type Met = { readonly said: number; readonly meant: number };

/** Where a passage says a unit itself, and where something of its meaning. */
export function meet({ stems, concepts }: Unit, held: Held): Met {
  let said = -1;
  for (const term of stems) said &= held.stems.get(term) ?? 0;
  let meant = 0;
  for (const concept of concepts) meant |= held.concepts.get(concept) ?? 0;
  return said === 0 && meant === 0 ? nowhere : { said, meant };
}

export const nowhere: Met = { said: 0, meant: 0 };

/** Whether a passage has what a unit asks for, or what means the same, in one of these places. */
export function standsIn(unit: Unit, held: Held, where: number): boolean {
  const { said, meant } = meet(unit, held);
  return ((said | meant) & where) !== 0;
}

/** Whether what a unit asks for, or what means the same, stands in or around a passage. */
export const standsAnywhere = (unit: Unit, held: Held): boolean => standsIn(unit, held, -1);

/** Whether a passage says of itself what a unit asks for. */
export const saysItself = (unit: Unit, held: Held): boolean => standsIn(unit, held, places.own);
