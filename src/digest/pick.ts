import { createHash } from "node:crypto";
import type { Entry, Kind, Passage } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { onceEach } from "#core/once-each.ts";
import { findPassages, type SearchIndex } from "#search/passages/search-index.ts";
import type { WatchList } from "./watch-list.ts";

/** Sections whose rows a digest offers as a lesson and as a fact. The first kinds serve channels without filters. */
const lessons: Partial<Record<Kind, readonly string[]>> = {
  "case-study": ["lessons"],
  playbook: ["pitfalls"],
  role: ["owns", "first-90-days"],
  comparison: ["verdicts"],
  idea: ["watch-for"],
};
const facts: Partial<Record<Kind, readonly string[]>> = {
  "case-study": ["metrics"],
  statistics: [],
  playbook: ["metrics"],
  role: ["kpis"],
};
const unfiltered: readonly Kind[] = ["case-study", "statistics"];

/** Lessons a watch-list may get. */
export const lessonsFor = (library: Library, list: WatchList): Passage[] => pool(library, list, lessons);
/** Facts a watch-list may get. */
export const factsFor = (library: Library, list: WatchList): Passage[] => pool(library, list, facts);

function pool(library: Library, list: WatchList, sections: Partial<Record<Kind, readonly string[]>>): Passage[] {
  if (list.changesOnly) return [];
  return library.entries.flatMap((entry) => {
    const names = sections[entry.kind];
    if (!names || (list.words === "" && !unfiltered.includes(entry.kind))) return [];
    return entry.sections
      .filter((section) => names.length === 0 || names.includes(section.id))
      .flatMap((section) => section.passages.filter((passage) => list.wants(passage, entry)));
  });
}

/**
 * The next item for a channel: one it was never shown, else the one shown longest ago. `seed` orders the new ones, the
 * same way each time, so that a preview shows what will be posted.
 */
export function pick(
  candidates: readonly Passage[],
  shown: ReadonlyMap<string, number>,
  seed: string,
): Passage | undefined {
  const ranked = candidates.map((passage) => ({
    passage,
    at: shown.get(passage.id) ?? Number.NEGATIVE_INFINITY,
    order: createHash("sha256").update(`${seed} ${passage.id}`).digest("hex"),
  }));
  return ranked.reduce<(typeof ranked)[number] | undefined>(
    (best, next) => (!best || next.at < best.at || (next.at === best.at && next.order < best.order) ? next : best),
    undefined,
  )?.passage;
}

/** What speaks against a lesson: of its own study's risks the nearest in words that the channel has not seen yet. */
export function counterExample(
  lesson: Passage,
  entry: Entry,
  search: SearchIndex,
  shown: ReadonlyMap<string, number>,
): Passage | undefined {
  if (entry.kind !== "case-study") return undefined;
  const ranked = risksFor(lesson, entry, search);
  const fresh = ranked.find((risk) => !shown.has(risk.id));
  return fresh ?? ranked.toSorted((a, b) => (shown.get(a.id) ?? 0) - (shown.get(b.id) ?? 0))[0];
}

/** Searching takes longer than all the rest of composing; what is near a lesson is the same for every channel. */
const nearby = onceEach((_: SearchIndex) => new Map<string, readonly Passage[]>());

/** All risks of a lesson's study, nearest in words first. */
function risksFor(lesson: Passage, entry: Entry, search: SearchIndex): readonly Passage[] {
  const known = nearby(search);
  const found = known.get(lesson.id) ?? rankRisks(lesson, entry, search);
  known.set(lesson.id, found);
  return found;
}

function rankRisks(lesson: Passage, entry: Entry, search: SearchIndex): readonly Passage[] {
  const risks = entry.sections.find((section) => section.id === "risks")?.passages ?? [];
  const near = findPassages(search, `${lesson.title} ${lesson.text}`, { entry: entry.id })
    .map((hit) => hit.passage)
    .filter((passage) => passage.section === "risks");
  return [...near, ...risks.filter((risk) => !near.some((other) => other.id === risk.id))];
}
