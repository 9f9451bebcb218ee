import { createHash } from "node:crypto";
import { slugOf } from "./entries/common.ts";
import type { Entry } from "./entry.ts";
import { createLibrary, type Library, type Records } from "./library.ts";
import { pathBelow } from "./path-below.ts";

/** What a workspace sees: `niche:ai-machine-learning`, a folder (`playbooks`) or a file (`case-studies/solana`). */
export type Selection = readonly string[];

/** What every workspace has: the calculators, and the figures they compute with. */
const everyones = (entry: Entry): boolean => entry.kind === "assumptions" || entry.kind === "tools";

/** Where an entry stands in the content folder: `case-studies/solana`. */
const pathOf = (entry: Entry, directory: string): string => pathBelow(directory, entry.file).replace(/\.[a-z]+$/, "");

function selects(part: string, entry: Entry, directory: string): boolean {
  if (part.startsWith("niche:")) return entry.niche !== "" && slugOf(entry.niche) === part.slice("niche:".length);
  const path = pathOf(entry, directory);
  return path === part || path.startsWith(`${part}/`);
}

/** The parts of a selection that select nothing in a library. */
export function emptyParts(library: Library, selection: Selection, directory: string): string[] {
  return selection.filter((part) => !library.entries.some((entry) => selects(part, entry, directory)));
}

/** What may be selected, for people: niches, then folders. */
export function selectable(library: Library, directory: string): string[] {
  const niches = library.entries.flatMap(({ niche }) => (niche ? [`niche:${slugOf(niche)}`] : []));
  const folders = library.entries.map((entry) => pathOf(entry, directory).split("/").slice(0, -1).join("/"));
  return [...new Set(niches), ...[...new Set(folders)].sort()];
}

/**
 * The library as if nothing were in it but what is selected, and what every workspace has: the rest is in no list, no
 * name, no link and no search. Its version tells it from other views.
 */
export function viewOf(library: Library, selection: Selection, directory: string): Library {
  const kept = library.entries.filter(
    (entry) => everyones(entry) || selection.some((part) => selects(part, entry, directory)),
  );
  const ids = new Set(kept.map(({ id }) => id));
  const entries = kept.map((entry) => ({ ...entry, related: entry.related.filter((id) => ids.has(id)) }));
  const mark = createHash("sha256")
    .update([...ids].join("\0"))
    .digest("hex")
    .slice(0, 6);
  return createLibrary(entries, recordsOf(library, ids), `${library.version}-${mark}`);
}

function recordsOf({ records, entries }: Library, ids: ReadonlySet<string>): Records {
  const held = (id: string) => ids.has(id) || !entries.some((entry) => entry.id === id);
  const only = <Value>(all: ReadonlyMap<string, Value>) => new Map([...all].filter(([id]) => held(id)));
  const ofKind = (kind: Entry["kind"]) => entries.every((entry) => entry.kind !== kind || ids.has(entry.id));
  const { vocabulary, answered, unanswered, beyond } = records;
  return {
    ...(answered ? { answered } : {}),
    ...(unanswered ? { unanswered } : {}),
    ...(beyond ? { beyond } : {}),
    assumptions: only(records.assumptions),
    comparisons: only(records.comparisons),
    playbooks: only(records.playbooks),
    salaries: ofKind("salaries") ? records.salaries : undefined,
    glossary: ofKind("glossary") ? records.glossary : undefined,
    tools: ofKind("tools") ? records.tools : undefined,
    vocabulary: vocabulary && {
      ...vocabulary,
      hints: Object.fromEntries(Object.entries(vocabulary.hints).filter(([id]) => held(id.split("#")[0] ?? ""))),
    },
  };
}
