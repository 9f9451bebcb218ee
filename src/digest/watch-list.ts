import type { Entry, Passage, Section } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { type Niche, namedNiches } from "#content/niches.ts";
import { clip } from "#core/clip.ts";
import { fold, type Named, resolveName } from "#core/nearest.ts";
import { onceEach } from "#core/once-each.ts";
import { createRecent } from "#core/recent.ts";
import type { Refusal } from "#core/refusal.ts";
import { unknownName } from "#present/unknown.ts";

/** What a channel wants to read about: anything that fits one of the filters; everything without filters. */
export type WatchList = {
  /** As it is typed again: "ai hugging-face". */
  readonly words: string;
  /** As it is shown: "AI & Machine Learning, Hugging Face". */
  readonly label: string;
  /** Only what changed: no lesson, no fact. */
  readonly changesOnly: boolean;
  wantsEntry(entry: Entry): boolean;
  wants(passage: Passage, entry: Entry): boolean;
};

type Filter = {
  readonly words: string;
  readonly label: string;
  readonly changesOnly?: boolean;
  readonly entry?: (entry: Entry) => boolean;
  readonly passage?: (passage: Passage) => boolean;
};

/** Longest name of a filter, in words. */
const longestName = 6;

/** What is offered in place of a word that fits nothing: the kind of thing it might have been, and a line with a filter. */
export type Offer = { readonly what: string; readonly line: (filter: string) => string };
const previewed: Offer = { what: "niche, study, role or theme", line: (filter) => `digest preview ${filter}` };

/**
 * Reads filters from words: niches (ai), entries (hugging-face, partner-manager), themes (open-source), topics of the
 * statistics, and "changes".
 * @throws Refusal that names the word nothing fits, and the nearest that work
 */
export function readWatchList(words: readonly string[], library: Library, offer: Offer = previewed): WatchList {
  const lists = listsOf(library);
  const key = words.join(" ");
  const known = lists.get(key);
  if (known) return known;
  const list = read(words, library, offer);
  lists.set(key, list);
  return list;
}

/** Ten thousand subscriptions have a few hundred watch-lists, and reading one compares its words with every name. */
const listsOf = onceEach((_: Library) => createRecent<WatchList>(1000));

function read(words: readonly string[], library: Library, offer: Offer): WatchList {
  const known = filtersOf(library);
  const taken: Filter[] = [];
  const left = words.flatMap((word) => word.split(/[\s,]+/)).filter((word) => fold(word) !== "");
  while (left.length > 0) {
    const found = take(left, known);
    if (!found) throw unknownFilter(left[0] ?? "", known, offer);
    if (!taken.includes(found.filter)) taken.push(found.filter);
    left.splice(0, found.count);
  }
  const subjects = taken.filter((filter) => !filter.changesOnly);
  const wantsEntry = (entry: Entry) => subjects.length === 0 || subjects.some(({ entry: fits }) => fits?.(entry));
  return {
    words: taken.map((filter) => filter.words).join(" "),
    label: taken.map((filter) => filter.label).join(", "),
    changesOnly: taken.some((filter) => filter.changesOnly),
    wantsEntry,
    wants: (passage, entry) => wantsEntry(entry) || subjects.some(({ passage: fits }) => fits?.(passage)),
  };
}

/** Names of all filters, for completion. */
export function filterNames(library: Library): { name: string; value: string }[] {
  return filtersOf(library).map(({ value }) => ({ name: value.label, value: value.words }));
}

function take(words: readonly string[], known: readonly Named<Filter>[]) {
  for (let count = Math.min(longestName, words.length); count > 0; count--) {
    const typed = words.slice(0, count).join(" ");
    const found = resolveName(typed, known);
    if (found.match && (found.how === "exact" || (count === 1 && typed.length > 3)))
      return { filter: found.match, count };
  }
  return undefined;
}

function unknownFilter(typed: string, known: readonly Named<Filter>[], { what, line }: Offer): Refusal {
  const found = resolveName(typed, known);
  const nearest = found.match ? [found.match] : found.nearest;
  return unknownName(
    what,
    typed,
    nearest.map((filter) => ({ label: clip(filter.label, 60), line: line(filter.words) })),
    line("ai"),
  );
}

/** All filters of a library. */
const filtersOf = onceEach((library: Library): Named<Filter>[] => {
  const niches = namedNiches.filter(({ value }) => library.entries.some((entry) => entry.niche === value.name));
  const themes = [...new Set(library.entries.flatMap((entry) => entry.themes))].sort();
  const topics = library.ofKind("statistics").flatMap((entry) => entry.sections);
  return [
    {
      names: ["changes", "changes only", "news"],
      value: { words: "changes", label: "changes only", changesOnly: true },
    },
    ...niches.map(({ names, value }) => ({ names, value: ofNiche(value) })),
    ...library.entries
      .filter((entry) => entry.kind !== "assumptions" && entry.kind !== "tools")
      .map((entry) => ({ names: [entry.id, entry.title, ...entry.aliases], value: ofEntry(entry) })),
    ...themes.map((theme) => ({ names: [theme], value: ofTheme(theme) })),
    ...topics.map((topic) => ({ names: [topic.id, topic.title], value: ofTopic(topic) })),
  ];
});

const ofNiche = ({ name, aliases: [words] }: Niche): Filter => ({
  words,
  label: name,
  entry: (entry) => entry.niche === name,
});
const ofEntry = ({ id, title }: Entry): Filter => ({ words: id, label: title, entry: (entry) => entry.id === id });
const ofTheme = (theme: string): Filter => ({
  words: theme,
  label: theme.replace(/-/g, " "),
  entry: (entry) => entry.themes.includes(theme),
});
const ofTopic = (topic: Section): Filter => ({
  words: topic.id,
  label: topic.title,
  passage: (passage) => passage.kind === "statistics" && passage.section === topic.id,
});
