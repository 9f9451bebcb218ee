import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { fold, resolveName } from "#core/nearest.ts";

export type Subjects =
  | { readonly kind: "comparison"; readonly entry: Entry; readonly aspect: string }
  | {
      readonly kind: "entries";
      readonly entries: readonly Entry[];
      readonly aspect: string;
      readonly unknown: readonly string[];
    };

const joints = new Set([
  "v",
  "vs",
  "versus",
  "and",
  "with",
  "to",
  "or",
  "against",
  "on",
  "by",
  "the",
  "compare",
  "between",
  "for",
  "of",
]);
const comparable = ["case-study", "role", "playbook"] as const;
type Comparable = (typeof comparable)[number];

/** Words that are looked at; four names and what to compare need no more, and each is held against every name there is. */
const mostWords = 20;

/** What free words ask to compare: a written comparison, or two to four entries and maybe an aspect. */
export function readSubjects(words: readonly string[], library: Library): Subjects {
  const kept = words
    .flatMap((word) => word.split(/[,;/]+/))
    .filter((word) => fold(word) !== "")
    .slice(0, mostWords);
  const whole = kept.join(" ");
  const bare = kept.filter((word) => !joints.has(fold(word)));
  const written = comparisonNamed(whole, library) ?? comparisonOf(kept, library);
  if (written) return { kind: "comparison", entry: written, aspect: "" };
  const entries: Entry[] = [];
  const left: string[] = [];
  for (let i = 0; i < bare.length; ) {
    const found = longestName(bare.slice(i, i + 5), library, kindsBeside(entries));
    if (found && !entries.includes(found.entry)) entries.push(found.entry);
    else if (!found) left.push(bare[i] ?? "");
    i += found?.length ?? 1;
  }
  const boundary = entries.length >= 2;
  return {
    kind: "entries",
    entries: entries.slice(0, 4),
    aspect: boundary ? left.join(" ") : "",
    unknown: boundary ? [] : left,
  };
}

/** Behind two companies "partnerships" is what to compare, not a role: a third one is of the kinds before it. */
function kindsBeside(entries: readonly Entry[]): readonly Comparable[] {
  return entries.length < 2 ? comparable : comparable.filter((kind) => entries.some((entry) => entry.kind === kind));
}

function longestName(
  words: readonly string[],
  library: Library,
  kinds: readonly Comparable[],
): { entry: Entry; length: number } | undefined {
  for (let length = words.length; length > 0; length--) {
    const found = library.find(words.slice(0, length).join(" "), kinds);
    if (found.match && (found.how === "exact" || length <= 2)) return { entry: found.match, length };
  }
  return undefined;
}

function comparisonNamed(typed: string, library: Library): Entry | undefined {
  const found = library.find(typed, ["comparison"]);
  return found.match && found.how !== "typo" ? found.match : undefined;
}

/** The comparison whose subjects are the two sides of "x v y". */
function comparisonOf(words: readonly string[], library: Library): Entry | undefined {
  const cut = words.findIndex((word) => /^(v|vs\.?|versus|and|or|with|to|against)$/i.test(word));
  const splits = cut > 0 ? [cut] : words.slice(1).map((_, i) => i + 1);
  for (const [id, file] of library.records.comparisons) {
    const subjects = file.subjects.map((subject) => ({
      value: subject.id,
      names: [
        subject.id,
        subject.title,
        ...subject.aliases,
        ...(subject.entry ? namesOf(library.entry(subject.entry)) : []),
      ],
    }));
    for (const at of splits) {
      const left = resolveName(words.slice(0, at).join(" "), subjects);
      const right = resolveName(words.slice(cut > 0 ? at + 1 : at).join(" "), subjects);
      if (
        left.match !== undefined &&
        right.match !== undefined &&
        left.match !== right.match &&
        left.how !== "typo" &&
        right.how !== "typo"
      )
        return library.entry(id);
    }
  }
  return undefined;
}

function namesOf(entry: Entry | undefined): string[] {
  return entry ? [entry.id, entry.title, ...entry.aliases] : [];
}
