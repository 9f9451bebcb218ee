import { z } from "zod";
import type { Entry, Kind, Section } from "#content/entry.ts";
import { findSection } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { type AnyCommand, type Context, defineCommand } from "#core/command.ts";
import { type Answer, type Button, type Part, paragraph, strong } from "#core/reply.ts";
import { completeEntry, completeSection } from "./choices.ts";
import { itemOf, sourcesOf } from "./cite.ts";
import { openLine } from "./open-line.ts";
import { readNameAndPart } from "./read-name.ts";
import { sectionParts, sectionSelect } from "./section.ts";
import { unknownName } from "./unknown.ts";
import { byWholeWords } from "./whole-words.ts";

/** Which entries a command lists and opens, and how it speaks of them. */
type Shelf = {
  readonly name: string;
  readonly kind: Kind;
  /** The kind in words: "playbook". */
  readonly noun: string;
  /** What its parts are called: "stage". */
  readonly partNoun: string;
  readonly examples: readonly [string, ...string[]];
  /** All parts at once instead of an overview, for entries that fit a screen or two. */
  readonly whole?: boolean;
};

type Options = { readonly name?: string | undefined; readonly part?: string | undefined };

export type EntryCommand = Shelf & {
  readonly summary: string;
  /** What is answered instead, where the options name something else than an entry. */
  readonly instead?: (options: Options, context: Context) => Answer | undefined;
};

/** A command that lists the entries of one kind, opens one, and opens one of its parts with the ones before and after. */
export function entryCommand({ summary, instead, ...shelf }: EntryCommand): AnyCommand {
  const { name, kind, noun, partNoun, examples } = shelf;
  return defineCommand({
    name,
    summary,
    examples,
    visibility: "private",
    pure: true,
    options: z.object({
      name: z.string().optional().describe(`Which ${noun}; leave it out for the list`),
      part: z.string().optional().describe(`One ${partNoun} of it`),
    }),
    positional: ["name", "part"],
    read: ({ words, named }, { library }) => {
      if (words.length === 0) return {};
      if (named.name) return { part: words.join(" ") };
      const found = readNameAndPart(words, byWholeWords(library), [kind]);
      return found.part ? found : { name: found.name };
    },
    complete: { name: completeEntry(kind), part: completeSection("name", [kind]) },
    run: (options, context) => instead?.(options, context) ?? show(shelf, options, context),
  });
}

function show(shelf: Shelf, { name: typed, part }: Options, context: Context): Answer {
  if (!typed?.trim()) return list(shelf, context);
  const { name, kind, noun, examples } = shelf;
  const found = byWholeWords(context.library).find(typed, [kind]);
  if (!found.match) {
    const ways = (entries: readonly Entry[]) =>
      entries.map(({ id, title }) => ({ label: title, line: `${name} ${id}` }));
    throw unknownName(noun, typed, ways(found.nearest), examples[0], {}, ways(context.library.ofKind(kind)));
  }
  return part?.trim() ? onePart(shelf, found.match, part, context) : open(shelf, found.match, context);
}

function list({ name, kind, noun }: Shelf, { library }: Context): Answer {
  const entries = library.ofKind(kind);
  const listed: Part[] = [
    {
      kind: "list",
      items: entries.map((entry) => ({
        text: [strong(entry.title), `: ${entry.summary}`],
        asOf: entry.updated,
        id: entry.id,
      })),
    },
    {
      kind: "select",
      placeholder: `Open ${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`,
      options: entries.map((entry) => ({ label: clip(entry.title, 75), line: `${name} ${entry.id}` })),
    },
  ];
  return {
    title: `${entries.length} ${noun}s`,
    parts: entries.length > 0 ? listed : [paragraph(`The casebook has no ${noun}s yet.`)],
    data: { [`${noun}s`]: entries.map(({ id, title, summary }) => ({ id, title, summary })) },
  };
}

function open({ name, noun, whole = false }: Shelf, entry: Entry, { library, now }: Context): Answer {
  const shown = whole ? entry.sections : entry.sections.slice(0, 1);
  const parts = shown.flatMap((section): Part[] => [
    { kind: "heading", text: clip(section.title, 150) },
    ...sectionParts(section, now),
  ]);
  const passages = shown.flatMap((section) => section.passages);
  return {
    title: entry.title,
    parts: [
      paragraph(entry.summary),
      ...parts,
      ...(entry.sections.length > 1 ? [sectionSelect(name, entry)] : []),
      ...relatedButtons(entry, library),
    ],
    sources: sourcesOf(library, passages),
    data: {
      [noun]: entry.id,
      section: whole ? "all" : (shown[0]?.id ?? ""),
      items: passages.map(itemOf),
      sections: entry.sections.map(({ id, title }) => ({ id, title })),
    },
  };
}

function onePart(shelf: Shelf, entry: Entry, typed: string, { library, now }: Context): Answer {
  const { name, noun, partNoun } = shelf;
  const found = findSection(entry, typed);
  if (!found.match) {
    const ways = (sections: readonly Section[]) =>
      sections.map(({ id, title }) => ({ label: title, line: `${name} ${entry.id} ${id}` }));
    const what = `${partNoun} of ${entry.title}`;
    throw unknownName(what, typed, ways(found.nearest), `${name} ${entry.id}`, {}, ways(entry.sections));
  }
  const neighbours = besides(name, entry, found.match);
  return {
    title: `${entry.title} · ${found.match.title}`,
    parts: [
      ...sectionParts(found.match, now),
      ...(neighbours.length > 0 ? [{ kind: "buttons" as const, buttons: neighbours }] : []),
      sectionSelect(name, entry),
    ],
    sources: sourcesOf(library, found.match.passages),
    data: { [noun]: entry.id, section: found.match.id, items: found.match.passages.map(itemOf) },
  };
}

/** Buttons to the parts before and after one. */
function besides(name: string, entry: Entry, section: Section): Button[] {
  const at = entry.sections.indexOf(section);
  return [
    { label: "Previous", other: entry.sections[at - 1] },
    { label: "Next", other: entry.sections[at + 1] },
  ].flatMap(({ label, other }) =>
    other ? [{ label: clip(`${label}: ${other.title}`, 75), line: `${name} ${entry.id} ${other.id}` }] : [],
  );
}

/** Buttons to an entry's related entries, at most four. */
function relatedButtons(entry: Entry, library: Context["library"]): Part[] {
  const buttons = entry.related
    .flatMap((id) => library.entry(id) ?? [])
    .slice(0, 4)
    .map((other) => ({ label: clip(other.title, 75), line: openLine(other) }));
  return buttons.length > 0 ? [{ kind: "buttons", buttons }] : [];
}
