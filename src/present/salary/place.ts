import type { Library } from "#content/library.ts";
import { fold, type Named, resolveName } from "#core/nearest.ts";
import { onceEach } from "#core/once-each.ts";

/** A place that pay is asked for. */
export type Place = {
  /** As the rows of the salaries name it: "US". */
  readonly name: string;
  /** As it is said behind "pay": "in the US". */
  readonly said: string;
};

/** Cities and countries that a pay figure is for, by name. */
export const citiesIn = ({ records }: Library): string[] =>
  [...new Set((records.salaries?.rows ?? []).map((row) => row.city))].sort();

/** Places known by name: those with a figure, those known to have none, and the vocabulary's, each with its short names. */
const placesIn = onceEach((library: Library): readonly Named<Place>[] => {
  const { salaries, vocabulary } = library.records;
  const others = vocabulary?.places ?? [];
  const names = [
    ...citiesIn(library),
    ...(salaries?.gaps ?? []).map(({ city }) => city),
    ...others.map(({ name }) => name),
  ];
  return [...new Set(names)].map((name) => {
    const { said = `in ${name}`, also = [] } = others.find((other) => fold(other.name) === fold(name)) ?? {};
    return { value: { name, said }, names: [name, ...also] };
  });
});

/** What a typed place means among those known by name: "nyc" is New York. */
export const placeNamed = (typed: string, library: Library) =>
  resolveName(typed.replace(/^\s*the\s+/i, ""), placesIn(library));

/** The place that is meant; one that is not known is written as a name: "new delhi" is New Delhi. */
export function placeMeant(typed: string, library: Library): Place {
  const name = capitalised(typed.trim());
  return placeNamed(typed, library).match ?? { name, said: `in ${name}` };
}

/** A place of two letters is short for another. */
const capitalised = (place: string): string =>
  place.length <= 2 ? place.toUpperCase() : place.replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
