import type { Library } from "#content/library.ts";
import type { ContentChange, ContentHistory, KeptPassage } from "#core/content-history.ts";

/** What differs between the content as it was kept and as it is. */
export type Difference = { readonly changes: ContentChange[]; readonly moved: Map<string, string> };

/**
 * Compares section by section. A row whose words did not change is no news, wherever it moved to; of the others, those
 * of the same title or the same place are taken for one row that changed.
 */
export function compareContent(kept: readonly KeptPassage[], now: readonly KeptPassage[], at: number): Difference {
  const changes: ContentChange[] = [];
  const moved = new Map<string, string>();
  const before = Map.groupBy(kept, sectionOf);
  const after = Map.groupBy(now, sectionOf);
  const oldEntries = new Set(kept.map((passage) => passage.entry));
  for (const id of new Set(now.map((passage) => passage.entry)))
    if (!oldEntries.has(id)) changes.push({ at, id, kind: "new-entry" });
  for (const section of new Set([...before.keys(), ...after.keys()])) {
    const old = [...(before.get(section) ?? [])];
    const fresh = [...(after.get(section) ?? [])];
    for (const same of [sameWords, sameTitle, sameId])
      for (const [was, is] of pairs(old, fresh, same)) {
        if (was.id !== is.id) moved.set(was.id, is.id);
        if (was.text !== is.text) changes.push({ at, id: is.id, kind: "changed", was: was.text });
      }
    for (const { id, entry } of fresh) if (oldEntries.has(entry)) changes.push({ at, id, kind: "new" });
    for (const { id, text } of old) changes.push({ at, id, kind: "removed", was: text });
  }
  return { changes, moved };
}

const sectionOf = (passage: KeptPassage): string => `${passage.entry}#${passage.section}`;
const sameWords = (a: KeptPassage, b: KeptPassage): boolean => a.text === b.text && a.title === b.title;
const sameTitle = (a: KeptPassage, b: KeptPassage): boolean => a.title !== "" && a.title === b.title;
const sameId = (a: KeptPassage, b: KeptPassage): boolean => a.id === b.id;

/** Takes what belongs together out of both lists. Rows that stayed where they are are tried first. */
function pairs(
  old: KeptPassage[],
  fresh: KeptPassage[],
  same: (a: KeptPassage, b: KeptPassage) => boolean,
): [KeptPassage, KeptPassage][] {
  const found: [KeptPassage, KeptPassage][] = [];
  for (const is of [...fresh]) {
    const was = old.find((candidate) => candidate.id === is.id && same(candidate, is)) ?? old.find((c) => same(c, is));
    if (!was) continue;
    found.push([was, is]);
    old.splice(old.indexOf(was), 1);
    fresh.splice(fresh.indexOf(is), 1);
  }
  return found;
}

/** Passages as they are kept. */
export function keptPassages(library: Library): KeptPassage[] {
  return library.passages.map(({ id, entry, section, title, text }) => ({ id, entry, section, title, text }));
}

/** Brings the kept content up to date and notes what changed. The very first time nothing counts as new. */
export async function followContent(history: ContentHistory, library: Library, at: number): Promise<void> {
  const from = await history.version();
  if (from === library.version) return;
  const kept = await history.kept();
  const passages = keptPassages(library);
  const { changes, moved } = from === "" ? { changes: [], moved: new Map() } : compareContent(kept, passages, at);
  await history.record({ from, version: library.version, at, passages, changes, moved });
}

/**
 * Changes of one passage as one: as it was first, against as it is now. What was taken back is no change, and neither is
 * a row that was removed and stands in its section again with the same words.
 */
export function netChanges(changes: readonly ContentChange[], library: Library): ContentChange[] {
  const net = new Map<string, ContentChange>();
  const gone: ContentChange[] = [];
  for (const change of changes) {
    const first = net.get(change.id);
    if (change.kind !== "removed") net.set(change.id, first ? { ...first, at: change.at } : change);
    else {
      net.delete(change.id);
      if (first?.kind !== "new") gone.push(first ?? change);
    }
  }
  const isBack = ({ id, text }: KeptPassage): boolean => {
    const at = gone.findIndex((one) => one.was === text && sectionIn(one.id) === sectionIn(id));
    if (at >= 0) gone.splice(at, 1);
    return at >= 0;
  };
  return [...net.values()].filter((change) => {
    if (change.kind === "new-entry") return library.entry(change.id) !== undefined;
    const passage = library.passage(change.id);
    if (!passage) return false;
    return change.kind === "new" ? !isBack(passage) : passage.text !== change.was;
  });
}

/** The entry and section in a passage's id. */
const sectionIn = (id: string): string | undefined => id.split("/")[0];
