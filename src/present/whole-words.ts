import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { fold, uninflected } from "#core/nearest.ts";

/** Letters from which on an unfinished word is taken for what it begins. */
const enough = 4;

/**
 * Finds entries as the library does, but by whole words: "foo" is no footfall, while one word is enough that a single
 * title has ("exit" for "Partner exit"), in any ending ("launching a partner" for "Partner launch").
 */
export const byWholeWords = (library: Library): Pick<Library, "find"> => ({
  find: (typed, kinds) => {
    const found = library.find(typed, kinds);
    if (found.match && !(found.how === "prefix" && isCutShort(typed, found.match))) return found;
    const titled = library.entries.filter((entry) => (kinds?.includes(entry.kind) ?? true) && isTitled(typed, entry));
    if (titled.length === 1 && titled[0]) return { match: titled[0], how: "prefix" };
    return found.match ? { match: undefined, nearest: [] } : found;
  },
});

function isCutShort(typed: string, { id, title, aliases }: Entry): boolean {
  const wanted = fold(typed);
  const last = wanted.split(" ").at(-1) ?? "";
  return last.length < enough && ![id, title, ...aliases].some((name) => `${fold(name)} `.startsWith(`${wanted} `));
}

function isTitled(typed: string, { title }: Entry): boolean {
  const words = new Set(fold(title).split(" ").map(uninflected));
  const wanted = fold(typed).split(" ").map(uninflected);
  return wanted.some((word) => word.length >= enough) && wanted.every((word) => words.has(word));
}
