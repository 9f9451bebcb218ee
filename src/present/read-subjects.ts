import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { fold, resolveName } from "#core/nearest.ts";

export type Subjects = {
  /** The written comparison of what is named, if there is one. */
  readonly written: Entry | undefined;
  /** What is named and has an entry of its own, in the order typed. */
  readonly entries: readonly Entry[];
  /** Words that name nothing: what to compare. */
  readonly aspect: string;
};

const joints = new Set(
  "v vs versus and with to or against on by the compare between for of in their its both all every each".split(" "),
);
/** Words that say what is named and are no name: "compare playbook a b". */
const kindWords = new Set(
  "playbook playbooks role roles job jobs company companies firm firms case study studies case-study case-studies".split(
    " ",
  ),
);
const comparable = ["case-study", "role", "playbook"] as const;
type Comparable = (typeof comparable)[number];
type Found = { readonly entry: Entry; readonly length: number; readonly exact: boolean; readonly begun: number };

/** Words that are looked at; four names and what to compare need no more, and each is held against every name there is. */
const mostWords = 20;

/** What free words ask to compare: a written comparison or entries, and maybe an aspect. */
export function readSubjects(words: readonly string[], library: Library): Subjects {
  const kept = words
    .flatMap((word) => word.split(/[,;/]+/))
    .filter((word) => fold(word) !== "")
    .slice(0, mostWords);
  const named = readEntries(kept, library);
  const whole = comparisonNamed(kept.join(" "), library) ?? comparisonOf(kept, library);
  if (whole) return { ...named, written: whole, aspect: "" };
  const written = comparisonOn(named.entries, library);
  return written ? { ...named, written } : (comparisonAndAspect(kept, named.entries, library) ?? named);
}

function readEntries(kept: readonly string[], library: Library): Subjects {
  const words = kept.filter((word) => !joints.has(fold(word)));
  const found: (Found & { readonly words: readonly string[] })[] = [];
  const left: string[] = [];
  for (let i = 0; i < words.length; ) {
    const before = found.map(({ entry }) => entry);
    const next = nextEntry(words.slice(i, i + 5), before, library);
    if (next) found.push({ ...next, words: words.slice(i, i + next.length) });
    else left.push(words[i] ?? "");
    i += next?.length ?? 1;
  }
  const { sure, doubtful } = apart(found);
  const aspect = words.filter((word) => left.includes(word) || doubtful.some((one) => one.words.includes(word)));
  return { written: undefined, entries: [...new Set(sure.map(({ entry }) => entry))], aspect: withoutKinds(aspect) };
}

/** Beside two whole names, the beginning of another may be a word for what to compare: "open source", "business model". */
function apart<T extends Found>(found: readonly T[]): { sure: readonly T[]; doubtful: readonly T[] } {
  const whole = found.filter(({ exact }) => exact);
  const [first] = whole;
  const isSure = ({ exact, entry, begun }: T) => exact || (entry.kind === first?.entry.kind && begun >= longBeginning);
  return new Set(whole.map(({ entry }) => entry)).size < 2
    ? { sure: found, doubtful: [] }
    : { sure: found.filter(isSure), doubtful: found.filter((one) => !isSure(one)) };
}

/** Letters of a name that hardly begin anything else. */
const longBeginning = 5;

const withoutKinds = (words: readonly string[]): string =>
  words.filter((word) => !joints.has(fold(word)) && !kindWords.has(word.toLowerCase())).join(" ");

/**
 * Behind a company a company is looked for first, and another kind only by its whole name. Behind two of them
 * "partnerships" is what to compare, not a role.
 */
function nextEntry(words: readonly string[], before: readonly Entry[], library: Library): Found | undefined {
  if (before.length === 0) return longestName(words, library, comparable);
  const alike = comparable.filter((kind) => before.some((entry) => entry.kind === kind));
  const found = longestName(words, library, alike);
  if (found || before.length > 1) return found;
  const other = longestName(words, library, comparable);
  return other?.exact ? other : undefined;
}

function longestName(words: readonly string[], library: Library, kinds: readonly Comparable[]): Found | undefined {
  for (let length = words.length; length > 0; length--) {
    const typed = words.slice(0, length).join(" ");
    const found = library.find(typed, kinds);
    if (found.match && (found.how === "exact" || length <= 2))
      return { entry: found.match, length, exact: found.how === "exact", begun: typed.length };
  }
  return undefined;
}

function comparisonNamed(typed: string, library: Library): Entry | undefined {
  const found = library.find(typed, ["comparison"]);
  return found.match && found.how !== "typo" ? found.match : undefined;
}

/** The comparison of exactly these entries, in whatever order. */
function comparisonOn(entries: readonly Entry[], library: Library): Entry | undefined {
  const ids = new Set(entries.map(({ id }) => id));
  for (const [id, { subjects }] of library.records.comparisons)
    if (subjects.length === ids.size && subjects.every(({ entry }) => entry !== undefined && ids.has(entry)))
      return library.entry(id);
  return undefined;
}

/** A comparison by a whole name of it or of its sides, and behind it what to compare; nothing where more is named. */
function comparisonAndAspect(
  words: readonly string[],
  entries: readonly Entry[],
  library: Library,
): Subjects | undefined {
  for (let cut = words.length - 1; cut > 0; cut--) {
    const head = words.slice(0, cut);
    const found = library.find(head.join(" "), ["comparison"]);
    const written = found.match && found.how === "exact" ? found.match : comparisonOf(head, library, true);
    if (!written) continue;
    const behind = words.slice(cut);
    return behind.some((_, i) => longestName(behind.slice(i, i + 5), library, comparable)?.exact)
      ? undefined
      : { written, entries, aspect: withoutKinds(behind) };
  }
  return undefined;
}

/** The comparison whose subjects are the two sides of "x v y". */
function comparisonOf(words: readonly string[], library: Library, exactly = false): Entry | undefined {
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
    const named = (side: readonly string[]): string | undefined => {
      const found = resolveName(side.join(" "), subjects);
      return found.match !== undefined && (exactly ? found.how === "exact" : found.how !== "typo")
        ? found.match
        : undefined;
    };
    for (const at of splits) {
      const left = named(words.slice(0, at));
      const right = left === undefined ? undefined : named(words.slice(cut > 0 ? at + 1 : at));
      if (right !== undefined && left !== right) return library.entry(id);
    }
  }
  return undefined;
}

function namesOf(entry: Entry | undefined): string[] {
  return entry ? [entry.id, entry.title, ...entry.aliases] : [];
}
