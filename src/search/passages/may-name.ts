import type { Entry } from "#content/entry.ts";
import type { Index } from "../index.ts";
import type { Names } from "../names/names.ts";
import { isStopWord, stem } from "../words/tokens.ts";
import { createMemory } from "./memory.ts";

/** Companies of which it is remembered which passages may name them. */
const remembered = 50;

/** Tells of a passage, by its number, whether it may name a company. */
export type MayName = (company: Entry) => (document: number) => boolean;

/** A passage may name a company where it holds a word that such a name begins with, so that only those need be read. */
export function createMayName({ engine }: Index, { openings }: Names): MayName {
  const known = createMemory<Uint8Array | "all">(remembered);
  const holding = (company: Entry): Uint8Array | "all" => {
    const words = [...openings(company)];
    if (words.some((word) => isStopWord(word))) return "all";
    return engine.match(new Map(words.map((word) => [stem(word), 1])), (matches) => matches.held());
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
