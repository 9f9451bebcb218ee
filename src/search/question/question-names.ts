import type { Mention } from "../names/names.ts";
import { stem, wordsOf } from "../words/tokens.ts";
import { nobody, subjectOf } from "./ask-form.ts";
import type { Reader } from "./reader.ts";

/** Entries named. Where no company is, a founder stands for it, and what is the founder's is read as the company's name. */
export function mentionsIn(said: readonly string[], capital: ReadonlySet<string>, { names, people, isWord }: Reader) {
  const mentions = names.find(said, capital, isWord);
  const founder = mentions.some(({ entry }) => entry.kind === "case-study") ? undefined : people(said, capital);
  if (!founder) return { words: said, mentions };
  if (founder.part) return { words: said, mentions: [...mentions, founder] };
  const words = said.toSpliced(founder.from, founder.length, ...wordsOf(founder.entry.id));
  return { words, mentions: names.find(words, capital, isWord) };
}

/** "Compare them with OpenAI": what the talk is about is the other side. */
export function isHeldAgainst(words: readonly string[], mentions: readonly Mention[]): boolean {
  const from = mentions.find(({ entry }) => entry.kind === "case-study")?.from ?? 0;
  const before = words.slice(0, from).join(" ");
  return (
    /^(?:and )?(?:vs|versus|against|than|compared (?:with|to))$/.test(before) ||
    /\b(?:they|them|it|compar\w+|differ\w*|better|bigger|larger|smaller|older)\b.{0,40}\b(?:vs|versus|with|to|against|than|from|and)$/.test(
      before,
    )
  );
}

/** Whom a fact is asked of, where that is somebody without an entry. */
export function strangerIn(
  words: readonly string[],
  mentions: readonly Mention[],
  capital: ReadonlySet<string>,
  { isName, isPartner, isWord }: Reader,
) {
  const subject = subjectOf(words);
  const known = mentions.some(({ from, length }) =>
    words.slice(from, from + length).some((word) => subject.words.includes(word)),
  );
  const isSomebody = (word: string) => capital.has(word) || isName(word) || isPartner(word) || !isWord(word);
  if (known || !subject.words.some(isSomebody)) return nobody;
  // "GMX's grant" is worth something, and not GMX.
  const whole = subject.words.every((word) => isSomebody(word) || ofFirms.test(word));
  return { ...subject, own: subject.own && whole, firm: subject.firm && whole };
}

const ofFirms = /^(?:ai|labs?|ml|inc|group|capital|ventures|foundation|technologies)$/;

/** Whether a word stands in a name: of an entry, or of somebody else. */
export function nameAt(
  words: readonly string[],
  mentions: readonly Mention[],
  capital: ReadonlySet<string>,
  { isName, isPartner, isWord, lexicon }: Reader,
) {
  return (at: number): boolean => {
    const word = words[at] ?? "";
    return (
      mentions.some(({ from, length }) => at >= from && at < from + length) ||
      capital.has(word) ||
      isName(word) ||
      isPartner(word) ||
      (!isWord(word) && /\p{L}/u.test(word) && !lexicon.event(stem(word)))
    );
  };
}

/** Words that begin with a capital where no sentence begins: names, unless everything is written so. */
export function writtenLarge(text: string): ReadonlySet<string> {
  const large = [...text.matchAll(/(?<=[\p{L}\p{N},;:'"’)(-]\s+["'(]?)\p{Lu}[\p{L}\p{N}.&-]*/gu)].map(
    (match) => match[0],
  );
  const all = text.match(/\p{L}[\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  if (large.length > 3 && large.length > all * 0.6) return new Set();
  // Words all in capitals are mostly abbreviations, several of them or one: GPU, IPO, KPIs.
  return new Set(large.filter((word) => !/^[^\p{Ll}]+s?$/u.test(word)).flatMap(wordsOf));
}
