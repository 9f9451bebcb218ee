import { fold } from "#core/nearest.ts";
import type { Entry } from "./entry.ts";
import type { Library } from "./library.ts";

/**
 * Rewrites example lines for a view of a library: ids of entries that are not in it become those of entries of the same
 * kind that are. Gives nothing for a line that cannot be rewritten, or that names such an entry in words.
 */
export function exampleFitter(whole: Library, view: Library): (line: string) => string | undefined {
  const hidden = new Map(whole.entries.filter(({ id }) => !view.entry(id)).map((entry) => [entry.id, entry]));
  const names = [...hidden.values()]
    .flatMap(({ title, aliases }) => [title, ...aliases])
    .map((name) => ` ${fold(name)} `);
  return (line) => {
    const used = new Set<string>();
    let missing = false;
    const rewritten = line.replace(/[a-z0-9]+(?:-[a-z0-9]+)*(?:#\S+)?/g, (word) => {
      const entry = hidden.get(word.split("#")[0] ?? "");
      if (!entry) return word;
      const other = standIn(entry, view, used);
      if (!other || word.includes("#")) missing = true;
      if (other) used.add(other);
      return other ?? word;
    });
    const spoken = ` ${fold(rewritten)} `;
    return missing || names.some((name) => spoken.includes(name)) ? undefined : rewritten;
  };
}

function standIn({ kind }: Entry, view: Library, used: ReadonlySet<string>): string | undefined {
  return view.ofKind(kind).find(({ id }) => !used.has(id))?.id;
}
