import { editDistance } from "#core/nearest.ts";
import { createNeighbours, type Neighbour } from "./neighbours.ts";

const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const vowels = "aeiouy";

/** Letters whose keys touch, and vowels, are mistaken for each other; other letters mean another word. */
function mistakable(a: string, b: string): boolean {
  if (vowels.includes(a) && vowels.includes(b)) return true;
  const [rowA, rowB] = [a, b].map((letter) => rows.findIndex((row) => row.includes(letter)));
  if (rowA === undefined || rowB === undefined || rowA < 0 || rowB < 0 || Math.abs(rowA - rowB) > 1) return false;
  return Math.abs((rows[rowA]?.indexOf(a) ?? 0) - (rows[rowB]?.indexOf(b) ?? 0)) <= 1;
}

/** Short words turn into others by one slip, and a number is meant as it stands. */
const mayBeSlip = (typed: string): boolean => typed.length >= 5 && !/\d/.test(typed);

/** True when a word may be a slip of the finger for the other: letters swapped, lost, doubled or from a touching key. */
export function isSlip(typed: string, meant: string): boolean {
  const limit = typed.length < 8 ? 1 : 2;
  if (!mayBeSlip(typed) || typed[0] !== meant[0] || Math.abs(typed.length - meant.length) > limit) return false;
  if (editDistance(typed, meant, limit) > limit) return false;
  if (typed.length !== meant.length) return true;
  const differing = [...typed].flatMap((letter, i) => (letter === meant[i] ? [] : [[letter, meant[i] ?? ""] as const]));
  const swapped = differing.length === 2 && differing[0]?.[0] === differing[1]?.[1];
  return swapped || differing.length > limit || differing.every(([a, b]) => mistakable(a, b));
}

/** Words whose correction is remembered: people mistype the same ones. */
const remembered = 2000;

/** How much oftener a word must be used than one that may be a slip of it, where both are known: people ask with slips. */
const farOftener = 8;

/** Finds the known word that a misspelt one was meant to be; the more frequent of equally near ones. */
export function createSpelling(words: ReadonlyMap<string, number>): (typed: string) => string | undefined {
  const neighbours = createNeighbours(words.keys());
  const countOf = (word: string) => words.get(word) ?? 0;
  const correct = (typed: string): string | undefined => {
    let best: Neighbour | undefined;
    for (const one of neighbours(typed, 2)) {
      if (!isSlip(typed, one.word) || countOf(one.word) < farOftener * countOf(typed)) continue;
      if (
        !best ||
        (one.distance - best.distance || countOf(best.word) - countOf(one.word) || (one.word < best.word ? -1 : 1)) < 0
      )
        best = one;
    }
    return best?.word;
  };
  const corrected = new Map<string, string | undefined>();
  return (typed) => {
    if (!mayBeSlip(typed)) return undefined;
    if (corrected.has(typed)) return corrected.get(typed);
    const meant = correct(typed);
    if (corrected.size >= remembered) corrected.clear();
    corrected.set(typed, meant);
    return meant;
  };
}
