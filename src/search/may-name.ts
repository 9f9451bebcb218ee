import type { Entry } from "#content/entry.ts";
import type { Index } from "./index.ts";
import { createMemory } from "./memory.ts";
import type { Names } from "./names.ts";
import { isStopWord, stem } from "./tokens.ts";

/** Companies of which it is remembered which passages may name them. */
const remembered = 50;

/** Tells of a passage, by its number, whether it may name a company. */
export type MayName = (company: Entry) => (document: number) => boolean;

/** A passage may name a company where it holds a word that such a name begins with, so that only those need be read. */
export function createMayName({ engine }: Index, { openings }: Names, count: number): MayName {
  const known = createMemory<Uint8Array | "all">(remembered);
  const holding = (company: Entry): Uint8Array | "all" => {
    const words = [...openings(company)];
    if (words.some((word) => isStopWord(word))) return "all";
    const matches = engine.match(new Map(words.map((word) => [stem(word), 1])));
    const held = new Uint8Array(count);
    for (let document = 0; document < count; document++) held[document] = matches.scoreAt(document) === 0 ? 0 : 1;
    return held;
  };
  return (company) => {
    let held = known.get(company.id);
    if (held === undefined) {
      held = holding(company);
      known.set(company.id, held);
    }
    const found = held;
    return found === "all" ? () => true : (document) => found[document] === 1;
  };
}
