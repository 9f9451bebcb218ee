import type { Library } from "#content/library.ts";
import { splitSentences } from "#core/clip.ts";
import type { ContentChange } from "#core/content-history.ts";
import { type Statement, strong } from "#core/reply.ts";
import { statementOf } from "#present/cite.ts";
import { netChanges } from "./content-changes.ts";
import type { WatchList } from "./watch-list.ts";

/** The changes that a watch-list asks for, those of one passage as one. */
export function wantedChanges(changes: readonly ContentChange[], list: WatchList, library: Library): ContentChange[] {
  return netChanges(changes, library).filter(({ id }) => {
    const passage = library.passage(id);
    const entry = library.entry(passage?.entry ?? id);
    return entry !== undefined && (passage ? list.wants(passage, entry) : list.wantsEntry(entry));
  });
}

/** A change as one line: what is new, or what was and what is now. */
export function changeStatement(change: ContentChange, library: Library, now: Date): Statement {
  const passage = library.passage(change.id);
  if (!passage) {
    const entry = library.entry(change.id);
    return { text: [strong("New: "), entry?.title ?? change.id, `. ${entry?.summary ?? ""}`], id: change.id };
  }
  const name = [library.entry(passage.entry)?.title, passage.title].filter(Boolean).join(" · ");
  if (change.kind === "new") return statementOf(passage, now, [strong(`New in ${name}: `), passage.text]);
  const { was, is } = differing(change.was ?? "", passage.text);
  return statementOf({ ...passage, also: [] }, now, [
    strong(`${name}: `),
    ...(was ? ["was “", was, "” → ", ...(is ? ["is "] : [])] : ["added "]),
    ...(is ? ["“", is, "”"] : ["taken out"]),
  ]);
}

/** The sentences that differ. */
function differing(was: string, is: string): { was: string; is: string } {
  const [old, now] = [splitSentences(was), splitSentences(is)];
  const has = (all: readonly string[], sentence: string) => all.some((other) => other.trim() === sentence.trim());
  return {
    was: old
      .filter((sentence) => !has(now, sentence))
      .join("")
      .trim(),
    is: now
      .filter((sentence) => !has(old, sentence))
      .join("")
      .trim(),
  };
}
