import type { Entry, Kind } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { fold } from "#core/nearest.ts";
import { onceEach } from "#core/once-each.ts";

/** Kinds of entries a talk can be about. */
export const subjectKinds = ["case-study", "role", "playbook", "comparison"] as const satisfies readonly Kind[];

/** An entry that a text names, and between which of its words. */
export type NamedAt = { readonly entry: Entry; readonly from: number; readonly to: number };

const longestName = 5;

/** Entries whose name, alias or title stands in a text, and between which words. */
export function entriesNamed(text: string, library: Library): NamedAt[] {
  const words = text
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 80)
    .map((word) => fold(word.replace(/['’]s\b/i, "")));
  const found: NamedAt[] = [];
  for (let from = 0; from < words.length; ) {
    const name = nameAt(words, from, library);
    if (name) found.push(name);
    from = name?.to ?? from + 1;
  }
  return found;
}

/** The longest name that begins at one of the folded words. */
function nameAt(words: readonly string[], from: number, library: Library): NamedAt | undefined {
  const { entries, openings } = namesIn(library);
  if (!openings.has(openingOf(words[from] ?? ""))) return undefined;
  for (let to = Math.min(words.length, from + longestName); to > from; to--) {
    const entry = entries.get(words.slice(from, to).filter(Boolean).join(" "));
    if (entry) return { entry, from, to };
  }
  return undefined;
}

/** Subjects by folded id, title and alias, and the words that these begin with; made once a library. */
const namesIn = onceEach((library: Library) => {
  const entries = new Map<string, Entry>();
  for (const kind of subjectKinds)
    for (const entry of library.ofKind(kind))
      for (const name of [entry.id, entry.title, ...entry.aliases].map(fold))
        if (name !== "" && !entries.has(name)) entries.set(name, entry);
  return { entries, openings: new Set([...entries.keys()].map(openingOf)) };
});

/** The first of the words that one was folded to: "hugging-face". */
const openingOf = (folded: string): string => /^\S*/.exec(folded)?.[0] ?? "";
