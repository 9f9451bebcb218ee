import type { Entry } from "#content/entry.ts";
import type { Index } from "./index.ts";
import { createMemory } from "./memory.ts";
import type { Names } from "./names.ts";
import { isStopWord, stem } from "./tokens.ts";

/** Companies of which it is remembered which passages may name them. */
const remembered = 50;

/** The passages that may name a company, each by its number; nothing where all may. */
export type MayName = (company: Entry) => ((document: number) => boolean) | undefined;

/** Tells which passages hold a word that a name of a company begins with, so that only these need be read. */
export function createNaming({ engine }: Index, { openings }: Names, count: number): MayName {
  const known = createMemory<Uint8Array>(remembered);
  return (company) => {
    const words = [...openings(company)];
    if (words.some((word) => isStopWord(word))) return undefined;
    const held = known.get(company.id) ?? holding(words);
    known.set(company.id, held);
    return (document) => held[document] === 1;
  };

  function holding(words: readonly string[]): Uint8Array {
    const matches = engine.match(new Map(words.map((word) => [stem(word), 1])));
    const held = new Uint8Array(count);
    for (let document = 0; document < count; document++) held[document] = matches.scoreAt(document) === 0 ? 0 : 1;
    return held;
  }
}
