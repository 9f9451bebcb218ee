import { clip } from "#core/clip.ts";
import { limit, type Part } from "./part.ts";
import { rules } from "./rules.ts";

/** What was read from the front of some words. */
export type Parts = {
  readonly parts: readonly Part[];
  /** How many of the words were taken. */
  readonly used: number;
  /** The word behind them, where it must have been meant for a part of the schedule. */
  readonly unknown?: string;
};

/** Most words that are looked at, and most letters of one. */
const mostWords = 100;
const longestWord = 200;

/** Reads what a schedule is made of from the front of words in lower case, as far as they say anything of it. */
export function readParts(words: readonly string[]): Parts {
  const pieces = piecesOf(words.slice(0, mostWords));
  const text = pieces.map((piece) => piece.text).join(" ");
  const parts: Part[] = [];
  let [at, taken] = [0, 0];
  while (at < text.length) {
    const read = readAt(text, at);
    if (!read) break;
    at += read.said.length + 1;
    parts.push(...read.meant.map((meant) => ({ ...meant, said: clip(read.said, 60) })));
    if (read.meant.length > 0) taken = at;
  }
  const pieceAt = (place: number) => (place > text.length ? pieces.length : text.slice(0, place).split(" ").length - 1);
  const next = pieces[pieceAt(at)];
  const used = taken === 0 ? 0 : (pieces[pieceAt(taken - 1)]?.word ?? 0) + 1;
  if (used === mostWords) parts.push({ ...limit(`A schedule has fewer than ${mostWords} words.`), said: "" });
  const amid = next !== undefined && pieces[pieceAt(at) - 1]?.word === next.word;
  const wanted = parts.length === 0 || amid || (at > taken && !isWhole(parts));
  return { parts, used, ...(next && wanted ? { unknown: words[next.word] ?? "" } : {}) };
}

/** Whether nothing is missing, so that the next word may be about something else. */
function isWhole(parts: readonly Part[]): boolean {
  const has = (kind: Part["kind"]) => parts.some((part) => part.kind === kind);
  return has("rate") || (has("time") && (has("frame") || has("weekdays") || has("nth") || has("dates")));
}

/** "Mon,Wed" in three, each with the place of its word; a schedule ends at what is quoted. */
function piecesOf(words: readonly string[]): { text: string; word: number }[] {
  const quoted = words.findIndex((word) => word === "" || word.length > longestWord || /\s/.test(word));
  return words.slice(0, quoted < 0 ? words.length : quoted).flatMap((word, i) =>
    word
      .replace(/(?<=.)(?<![ap]\.m)[.:!]+$/, "")
      .split(/(?<=.)([,;&/])|(?<=[a-z])(\+)/)
      .flatMap((text) => (text ? [{ text, word: i }] : [])),
  );
}

const compiled = rules.map(([source, meant]) => ({ pattern: new RegExp(`(?:${source})(?= |$)`, "y"), meant }));

function readAt(text: string, at: number) {
  for (const { pattern, meant } of compiled) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match?.[0]) return { said: match[0], meant: meant(...[...match].map((group) => group ?? "")) };
  }
  return undefined;
}
