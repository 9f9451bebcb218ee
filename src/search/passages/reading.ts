import type { Entry, Passage } from "#content/entry.ts";
import type { Lexicon } from "../vocabulary/lexicon.ts";
import { type Sense, senseOf } from "../vocabulary/sense.ts";
import { createMemory } from "./memory.ts";
import { type Around, type ReadPassage, readPassage } from "./read-passage.ts";

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
  return { read, contextOf };
}
