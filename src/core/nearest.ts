/** Letters of a name that are looked at, before and after it is decomposed: one letter may become eighteen (“ﷺ”). */
const longestName = 2000;

/** Lower case, no accents, punctuation as single spaces: the form in which names are compared. */
export function fold(name: string): string {
  const looked = name.slice(0, longestName);
  // Nearly every name: nothing to decompose.
  if (/^[ -~]*$/.test(looked))
    return looked
      .toLowerCase()
      .replace(/'/g, "")
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  return looked
    .normalize("NFKD")
    .slice(0, longestName)
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const longestCompared = 64;
const emptyRow = () => new Uint8Array(longestCompared + 1);
const [rowA, rowB, rowC] = [emptyRow(), emptyRow(), emptyRow()];

/**
 * Edits (insert, delete, replace, swap of neighbours) that turn one word into the other; `limit + 1` when more than
 * `limit`. Optimal string alignment on inputs cut to 64 characters, O(a·b), in three rows that every call writes over.
 */
export function editDistance(left: string, right: string, limit = 3): number {
  const a = left.slice(0, longestCompared);
  const b = right.slice(0, longestCompared);
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, previous, row] = [rowA, rowB, rowC];
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  let lowestBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    let lowest = i;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let best = Math.min(at(previous, j - 1) + (letter === other ? 0 : 1), at(previous, j) + 1, at(row, j - 1) + 1);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        best = Math.min(best, at(before, j - 2) + 1);
      row[j] = best;
      if (best < lowest) lowest = best;
    }
    // Each row follows from the two before it, and never falls below both.
    if (lowest > limit && lowestBefore > limit) return limit + 1;
    lowestBefore = lowest;
    [before, previous, row] = [previous, row, before];
  }
  return Math.min(at(previous, b.length), limit + 1);
}

const at = (row: Uint8Array, i: number): number => row[i] ?? 0;

/** Typos forgiven in a word of this length: none up to 3 letters, one up to 7, two beyond. */
export function forgiven(length: number): number {
  return length <= 3 ? 0 : length <= 7 ? 1 : 2;
}

export type Named<T> = { readonly value: T; readonly names: readonly string[] };

/** What a typed name means: one thing, or the nearest ones, best first. */
export type Resolution<T> =
  | { readonly match: T; readonly how: "exact" | "prefix" | "typo" }
  | { readonly match: undefined; readonly nearest: readonly T[] };

/**
 * Finds the thing a person means: an exact name, else a prefix that only one thing has, else the only thing within the
 * forgiven typos. Otherwise up to three nearest.
 */
export function resolveName<T>(typed: string, things: readonly Named<T>[]): Resolution<T> {
  const wanted = fold(typed.slice(0, 200));
  if (!wanted) return { match: undefined, nearest: things.slice(0, 3).map((thing) => thing.value) };
  // Exact names are most of what is typed, and need no distances.
  const exact = things.find(({ names }) => names.some((name) => sameName(wanted, foldedName(name))));
  if (exact) return { match: exact.value, how: "exact" };
  const candidates = things.map(({ value, names }) => ({ value, names: names.map(foldedName) }));
  const prefixed = candidates.filter(({ names }) => beginsName(wanted, names));
  if (prefixed.length === 1 && wanted.length >= 2 && prefixed[0]) return { match: prefixed[0].value, how: "prefix" };
  if (prefixed.length === 0) {
    const allowed = forgiven(wanted.length);
    const [first, second] = candidates
      .map(({ value, names }) => ({ value, distance: distanceTo(wanted, names, allowed) }))
      .filter(({ distance }) => distance <= allowed)
      .sort((a, b) => a.distance - b.distance);
    if (first && (!second || second.distance > first.distance)) return { match: first.value, how: "typo" };
  }
  let nearest: readonly T[] | undefined;
  return {
    match: undefined,
    // Most of what is tried and fits nothing is tried another way next, and nobody looks at this.
    get nearest() {
      nearest ??= nearestOf(wanted, candidates);
      return nearest;
    },
  };
}

/** Edits to a name that is still near. One letter makes another acronym of a short one: CEO is not CRO, nor IPO ICP. */
const furthestNear = (length: number): number => (length <= 3 ? 0 : length === 4 ? 1 : Math.max(2, length >> 1));

/** Up to three things of which a name, or a word of it, is nearest to what was typed. */
function nearestOf<T>(wanted: string, candidates: readonly Named<T>[]): T[] {
  const far = Number.POSITIVE_INFINITY;
  const furthest = furthestNear(wanted.length);
  const rank = (names: readonly string[]): number => {
    if (beginsName(wanted, names)) return 0;
    const shared = wordsShared(wanted, names);
    if (shared > 0) return 2 - shared;
    const distance = distanceTo(wanted, names, furthest);
    if (distance <= furthest) return 2 + distance;
    return furthest > 0 && hasWordLike(wanted, names) ? 2 + wanted.length : far;
  };
  return candidates
    .map(({ value, names }) => ({ value, rank: rank(names) }))
    .filter((candidate) => candidate.rank < far)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 3)
    .map(({ value }) => value);
}

const folded = new Map<string, string>();
const rememberedNames = 20_000;

/** `fold`, remembered: the names of things are compared again with every line that is typed. */
function foldedName(name: string): string {
  const known = folded.get(name);
  if (known !== undefined) return known;
  const result = fold(name);
  if (folded.size >= rememberedNames) folded.clear();
  folded.set(name, result);
  return result;
}

const sameName = (a: string, b: string): boolean => a.slice(0, longestCompared) === b.slice(0, longestCompared);

const beginsName = (wanted: string, names: readonly string[]): boolean => names.some((name) => name.startsWith(wanted));

/** Edits to the nearest of some names; `limit + 1` when all are further. */
const distanceTo = (wanted: string, names: readonly string[], limit: number): number =>
  Math.min(limit + 1, ...names.map((name) => editDistance(wanted, name, limit)));

/**
 * How many of the words typed and of a name are the same, from 0 to 1: at least half of both, or all of either. One word
 * of several says nothing: an account executive is no partner account manager.
 */
function wordsShared(wanted: string, names: readonly string[]): number {
  if (wanted.length < 3) return 0;
  const typed = wanted.split(" ").map(uninflected);
  const shares = names.map((name) => {
    const words = name.split(" ");
    const [only = "", second] = typed;
    if (second === undefined)
      return words.some((word) => word.startsWith(wanted) || uninflected(word) === only) ? 1 : 0;
    const own = new Set(words.map(uninflected));
    const same = typed.filter((word) => own.has(word)).length;
    const [ofTyped, ofName] = [same / typed.length, same / own.size];
    return Math.max(ofTyped, ofName) === 1 || Math.min(ofTyped, ofName) >= 0.5 ? (ofTyped + ofName) / 2 : 0;
  });
  return Math.max(0, ...shares);
}

/** A word without its ending, as long as four letters are left: "launching" and "launch" are alike. */
export const uninflected = (word: string): string => word.replace(/^(.{4,}?)(?:e?s|e?d|ing)$/, "$1");

const longestWord = 24;

/** Whether a name has a word that was nearly typed: “hugin” for Hugging Face. */
function hasWordLike(wanted: string, names: readonly string[]): boolean {
  if (wanted.length > longestWord) return false;
  const limit = Math.floor(wanted.length / 2.5);
  const alike = (word: string) => word[0] === wanted[0] && editDistance(wanted, word, limit) <= limit;
  return names.some((name) => name.split(" ").some(alike));
}
