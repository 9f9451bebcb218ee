import type { VocabularyFile } from "#content/asking.ts";
import { wordsOf } from "../words/tokens.ts";

/** A place that a question names, with all that lies in it. */
export type Region = {
  readonly name: string;
  /** The words that name it in the question. */
  readonly words: ReadonlySet<string>;
  /** Whether a text names the place, or one within it. */
  holds(text: string): boolean;
};

type Place = NonNullable<VocabularyFile["places"]>[number];

/** The largest run of a question's words, joined by blanks, that names a place. */
export type Regions = (line: string) => Region | undefined;

/** Reads which places the vocabulary knows, and which of them lie in which. */
export function createRegions(places: readonly Place[] = []): Regions {
  const written = (names: readonly string[]) => names.map((name) => wordsOf(name).join(" "));
  const inside = (name: string, above: readonly string[] = []): Place[] =>
    above.includes(name)
      ? []
      : places
          .filter(({ within }) => within.includes(name))
          .flatMap((place) => [place, ...inside(place.name, [...above, name])]);
  const known = places
    .flatMap((place) => written([place.name, ...place.also, ...place.people]).map((name) => ({ place, name })))
    .sort((a, b) => b.name.length - a.name.length);
  return (line) => {
    const found = known.find(({ name }) => (name.length > 2 ? ` ${line} ` : behindIn(line)).includes(` ${name} `));
    if (!found) return undefined;
    const names = [found.place, ...inside(found.place.name)].flatMap(({ name, also }) => written([name, ...also]));
    return {
      name: found.place.name,
      words: new Set([found.name, ...found.name.split(" ")]),
      holds: (text) => {
        const said = ` ${wordsOf(text).join(" ")} `;
        return names.some((name) => said.includes(` ${name} `));
      },
    };
  };
}

/** Two letters name a place only where one may stand: "in the us", not "tell us". */
const behindIn = (line: string): string =>
  [...` ${line} `.matchAll(/ (?:in|from|of)(?: the)?(?= (\S\S) )/g)].map(([, name]) => ` ${name} `).join("");
