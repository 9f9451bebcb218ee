import type { Entry, Passage } from "#content/entry.ts";
import { onceEach } from "#core/once-each.ts";
import type { Lexicon } from "./lexicon.ts";
import { createMemory } from "./memory.ts";
import { type Around, type ReadPassage, readPassage } from "./read-passage.ts";
import { type Sense, senseOf } from "./sense.ts";

/** Rows of an entry that answer a facet, by its number: 1 for a row of that label, less for any row of a section. */
export type FacetRows = ReadonlyMap<number, readonly { readonly passage: Passage; readonly share: number }[]>;

/** Passages kept as they were read, and names around them: at least these many of the last ones used. */
const remembered = 6000;

/** Reads passages, and the names around them, when they are first wanted, and remembers. */
export function createReader(lexicon: Lexicon, around: Around) {
  const known = createMemory<ReadPassage>(remembered);
  const contexts = createMemory<Sense>(remembered);
  const contextOf = (passage: Passage, entry: Entry): Sense => {
    const whole = `${entry.id}#${passage.section}`;
    const before = contexts.get(whole);
    if (before) return before;
    const section = entry.sections.find(({ id }) => id === passage.section);
    const context = senseOf(
      [
        entry.id,
        entry.title,
        ...entry.aliases,
        passage.section,
        section?.title ?? "",
        ...(section?.aliases ?? []),
      ].join(" · "),
      lexicon,
    );
    contexts.set(whole, context);
    return context;
  };
  const read = (passage: Passage, entry: Entry): ReadPassage => {
    const before = known.get(passage.id);
    if (before) return before;
    const fresh = readPassage(passage, entry, contextOf(passage, entry), lexicon, around);
    known.set(passage.id, fresh);
    return fresh;
  };
  const facetRows = onceEach((entry: Entry): FacetRows => {
    const rows = entry.sections.flatMap(({ passages }) =>
      passages.flatMap((passage) =>
        [...read(passage, entry).facets].map(([facet, share]) => ({ facet, passage, share })),
      ),
    );
    return Map.groupBy(rows, ({ facet }) => facet);
  });
  return { read, contextOf, facetRows };
}
