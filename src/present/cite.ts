import type { Entry, Passage } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { isStale } from "#content/section-builder.ts";
import { dayOf } from "#core/day.ts";
import { onceEach } from "#core/once-each.ts";
import { emphasis, type Source, type Statement, type Text } from "#core/reply.ts";
import { datesInWords, formatDate } from "./dates.ts";

/** A source's id in a reply: entries name their sources on their own, a reply may cite several entries. */
export const sourceKey = (entry: string, source: string): string => `${entry}/${source}`;

/** Ids, in a reply, of all sources of a passage, those of its rival figures included. */
export function citesOf(passage: Passage): string[] {
  const ids = [...passage.sources, ...passage.also.flatMap((rival) => rival.sources)];
  return [...new Set(ids)].map((id) => sourceKey(passage.entry, id));
}

/** A source of an entry as replies show it: the same object each time, so that it is described once. */
const shownSources = onceEach((entry: Entry) => {
  return new Map(
    entry.sources.map(({ secondHand: _, ...shown }): [string, Source] => [
      shown.id,
      { ...shown, id: sourceKey(entry.id, shown.id) },
    ]),
  );
});

/** The sources of passages, in the order first cited. */
export function sourcesOf(library: Library, passages: readonly Passage[]): Source[] {
  const found = new Set<Source>();
  for (const passage of passages) {
    const entry = library.entry(passage.entry);
    const shown = entry && shownSources(entry);
    for (const id of [...passage.sources, ...passage.also.flatMap((rival) => rival.sources)]) {
      const source = shown?.get(id);
      if (source) found.add(source);
    }
  }
  return [...found];
}

/** Caveats of a passage: it relays others, or its figure is due to be looked up again. */
export function notesOf(passage: Passage, now: Date): string[] {
  return [
    ...(passage.secondHand ? ["second-hand"] : []),
    ...(isStale(passage, dayOf(now)) ? [`due for review since ${formatDate(passage.reviewBy)}`] : []),
  ];
}

/** A passage as a statement: `lead` or its text, rival figures behind it, with date, sources and caveats. */
export function statementOf(passage: Passage, now: Date, lead: Text = [passage.text]): Statement {
  const told = lead.map((piece) => (typeof piece === "string" ? datesInWords(piece) : piece));
  const notes = notesOf(passage, now);
  return {
    text: [...told, ...rivalsOf(passage)],
    id: passage.id,
    asOf: passage.asOf,
    cites: citesOf(passage),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

function rivalsOf(passage: Passage): Text {
  if (passage.also.length === 0) return [];
  const said = passage.also.map(
    (rival) => `${rival.text} (${formatDate(rival.asOf)}${rival.secondHand ? ", second-hand" : ""})`,
  );
  return [" ", emphasis(`(Elsewhere: ${said.join("; ")})`)];
}

/** A passage for `--as json`. */
export function itemOf(passage: Passage): {
  id: string;
  title?: string;
  text: string;
  asOf: string;
  sources: string[];
} {
  return {
    id: passage.id,
    ...(passage.title ? { title: passage.title } : {}),
    text: passage.text,
    asOf: passage.asOf,
    sources: citesOf(passage),
  };
}
