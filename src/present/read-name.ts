import type { Entry, Kind } from "#content/entry.ts";
import { findSection, type Library } from "#content/library.ts";
import { fold, type Resolution } from "#core/nearest.ts";

const filler = new Set("the of for about on in to and me a an case study studies section part please show".split(" "));

export type NameAndPart = { readonly name: string; readonly part: string };

type Reading = NameAndPart & { readonly score: number };

const worth = { exact: 3, prefix: 2, typo: 1 } as const;
const score = (found: Resolution<unknown>): number => (found.match === undefined ? 0 : worth[found.how]);

/**
 * Free words that name an entry and maybe one of its sections, in either order: "hugging face lessons",
 * "lessons hugging-face". Names that are found come back as ids, others as typed. `extra` are sections that every
 * entry has beside its own.
 */
export function readNameAndPart(
  words: readonly string[],
  library: Pick<Library, "find">,
  kinds: readonly Kind[],
  partOf: (entry: Entry, typed: string) => Resolution<string> = (entry, typed) => idOf(findSection(entry, typed)),
): NameAndPart {
  const kept = words.filter((word) => fold(word) !== "");
  const useful = kept.filter((word) => !filler.has(fold(word)));
  const lists = useful.length === kept.length ? [kept] : [kept, useful];
  const readings = lists.flatMap((list) => readingsOf(list.slice(0, 16), library, kinds, partOf));
  const best = readings.reduce<Reading | undefined>(
    (top, reading) => (!top || reading.score > top.score ? reading : top),
    undefined,
  );
  return best && best.score > 0
    ? { name: best.name, part: best.part }
    : { name: useful.join(" ") || kept.join(" ") || words.join(" "), part: "" };
}

function readingsOf(
  words: readonly string[],
  library: Pick<Library, "find">,
  kinds: readonly Kind[],
  partOf: (entry: Entry, typed: string) => Resolution<string>,
): Reading[] {
  const readings: Reading[] = [];
  for (let cut = words.length; cut > 0; cut--) {
    const head = words.slice(0, cut).join(" ");
    const rest = words.slice(cut).join(" ");
    readings.push(...reading(head, rest), ...(rest ? reading(rest, head) : []));
  }
  return readings;

  function reading(name: string, part: string): Reading[] {
    const entry = library.find(name, kinds);
    if (!entry.match) return [];
    if (!part) return [{ name: entry.match.id, part: "", score: score(entry) * 10 + 9 }];
    const section = partOf(entry.match, part);
    if (!section.match && isPartOfName(name, entry)) return [];
    return [
      {
        name: entry.match.id,
        part: section.match ?? part,
        score: score(entry) * 10 + score(section) * 3 - (section.match ? 0 : 5),
      },
    ];
  }
}

/** One word of a name, beside words that mean nothing there, may be of another name: "chief technology officer". */
function isPartOfName(typed: string, found: Resolution<Entry>): boolean {
  if (!found.match || found.how !== "prefix") return false;
  const { title, aliases } = found.match;
  return [title, ...aliases].some((name) => ` ${fold(name)} `.includes(` ${fold(typed)} `));
}

function idOf(found: Resolution<{ readonly id: string }>): Resolution<string> {
  return found.match
    ? { match: found.match.id, how: found.how }
    : { match: undefined, nearest: found.nearest.map((section) => section.id) };
}
