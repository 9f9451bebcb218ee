import { type Named, type Resolution, resolveName } from "#core/nearest.ts";
import type { VocabularyFile } from "./asking.ts";
import type { Entry, EntrySource, Kind, Passage, Section } from "./entry.ts";
import type { AssumptionsFile, SalariesFile } from "./schema/assumptions.ts";
import type { ComparisonFile } from "./schema/comparison.ts";
import type { PlaybookFile } from "./schema/playbook.ts";
import type { GlossaryFile, ToolsFile } from "./schema/resources.ts";

/** Files whose rows commands compute with, by entry id. */
export type Records = {
  readonly assumptions: ReadonlyMap<string, AssumptionsFile>;
  readonly comparisons: ReadonlyMap<string, ComparisonFile>;
  readonly playbooks: ReadonlyMap<string, PlaybookFile>;
  readonly salaries: SalariesFile | undefined;
  readonly glossary: GlossaryFile | undefined;
  readonly tools: ToolsFile | undefined;
  /** What askers say for what the entries write. */
  readonly vocabulary?: VocabularyFile | undefined;
  /** Questions that people asked and some row answers. */
  readonly answered?: readonly string[];
  /** Questions that are known to have no answer here. */
  readonly unanswered?: readonly string[];
  /** Questions that no casebook can answer: of the asker's own firm, of this hour, of private life. */
  readonly beyond?: readonly string[];
};

/** Everything the casebook knows at one moment. Immutable; a reload makes a new one. */
export type Library = {
  readonly entries: readonly Entry[];
  readonly passages: readonly Passage[];
  readonly records: Records;
  /** Short hash of all content files: the same content, the same version. */
  readonly version: string;
  entry(id: string): Entry | undefined;
  passage(id: string): Passage | undefined;
  source(entry: string, id: string): EntrySource | undefined;
  ofKind(kind: Kind): readonly Entry[];
  /** What a typed name, alias or title means among entries of these kinds (default: all). */
  find(typed: string, kinds?: readonly Kind[]): Resolution<Entry>;
};

/** A library of these entries, in their order; names are looked up as `resolveName` does, so that a typo finds them too. */
export function createLibrary(entries: readonly Entry[], records: Records, version: string): Library {
  const passages = entries.flatMap((entry) => entry.sections.flatMap((section) => section.passages));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const passageById = new Map(passages.map((passage) => [passage.id, passage]));
  const named: Named<Entry>[] = entries.map((entry) => ({
    value: entry,
    names: [entry.id, entry.title, ...entry.aliases],
  }));
  return {
    entries,
    passages,
    records,
    version,
    entry: (id) => byId.get(id),
    passage: (id) => passageById.get(id),
    source: (entry, id) => byId.get(entry)?.sources.find((source) => source.id === id),
    ofKind: (kind) => entries.filter((entry) => entry.kind === kind),
    find: (typed, kinds) => resolveName(typed, kinds ? named.filter(({ value }) => kinds.includes(value.kind)) : named),
  };
}

/** What a typed section name means in an entry. */
export function findSection(entry: Entry, typed: string): Resolution<Section> {
  return resolveName(
    typed,
    entry.sections.map((section) => ({ value: section, names: [section.id, section.title, ...section.aliases] })),
  );
}
