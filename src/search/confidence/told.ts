import type { Entry, Passage } from "#content/entry.ts";
import type { ReadPassage } from "../passages/read-passage.ts";
import type { Deed } from "../question/deed.ts";
import { places } from "../question/places.ts";
import type { Scored } from "../rank/score.ts";
import { isStopWord, stem, wordsOf } from "../words/tokens.ts";

/**
 * True for a passage that may tell of an event that a question takes for granted, by whom and to whom it says: "bought
 * in the week Snowflake shows its own" tells of no purchase of Snowflake.
 */
function mayTell(deed: Deed, read: ReadPassage): boolean {
  const { event, by, to, thing } = deed;
  if (!event) return true;
  if (to.length === 0) return thing === undefined || isDoneTo(thing, event, read);
  const { passage, entry } = read;
  const tokens = tokensOf(passage, event);
  const telling = tokens.filter(({ tells }) => tells);
  if (telling.length === 0) return false;
  // Its own entry need not name it: "Musk leaves the board".
  if (isNameOfEntry(entry, to)) {
    if (deed.buyer || (deed.sale && by.length > 0))
      return telling.some((token) => isDoneToIt(tokens, token, namesOf(entry)));
    const theirs = telling.filter((token) => by.length === 0 || isBy(tokens, token, by));
    if (theirs.length > 0 && theirs.every((token) => !isDoneToAnother(tokens, token, [...to, ...by]))) return true;
  }
  if (by.length > 0 && !isNameOfEntry(entry, by) && !tokens.some(({ word }) => by.includes(word))) return false;
  return tokens.some((token) => standsAt(tokens, token, to) && tellsOf(tokens, telling, token, { by, to }));
}

/** True where none of the nearest passages may tell of an event that a question takes for granted. */
export const isUnheardOf = (ranked: readonly Scored[], deed: Deed | undefined): boolean =>
  deed?.event !== undefined && !ranked.slice(0, near).some(({ read }) => mayTell(deed, read));

/** Where it is asked who buys a company, the best row that tells it goes before one that tells what the company itself bought. */
export function buyerFirst(ranked: readonly Scored[], deed: Deed | undefined): readonly Scored[] {
  const [best] = ranked;
  if (!deed?.event || !deed.buyer || !best) return ranked;
  const tells = ({ read }: Scored) => isNameOfEntry(read.entry, deed.to) && mayTell(deed, read);
  const telling = tells(best) ? undefined : ranked.find(tells);
  return telling ? [telling, ...ranked.filter((scored) => scored !== telling)] : ranked;
}

/** Places in which a passage that tells of it is looked for. */
const near = 12;

/** A sentence, the title counted in, has both the deed and what it was done to. */
function isDoneTo(stems: readonly string[], event: ReadonlySet<string>, { held, sentences }: ReadPassage): boolean {
  const inTitle = (term: string) => ((held().stems.get(term) ?? 0) & places.title) !== 0;
  return [{ sense: { stems: new Set<string>() } }, ...sentences()].some(({ sense }) => {
    const has = (term: string) => inTitle(term) || sense.stems.has(term);
    return stems.every(has) && [...event].some(has);
  });
}

/** True for words that are a name of an entry. */
export const isNameOfEntry = ({ id, title, aliases }: Entry, words: readonly string[]): boolean =>
  [id, title, ...aliases].some((name) => wordsOf(name).join(" ") === words.join(" "));

/** All words of an entry's names. */
const namesOf = ({ title, aliases }: Entry): string[] => [title, ...aliases].flatMap(wordsOf);

type Token = {
  readonly at: number;
  readonly text: string;
  readonly word: string;
  /** Written large, so maybe a name. */
  readonly large: boolean;
  /** One of the words that tell of the event. */
  readonly tells: boolean;
  readonly sentence: number;
};

function tokensOf({ title, text, also }: Passage, event: ReadonlySet<string>): Token[] {
  const said = [`${title.replace(/[?]/g, "")}.`, text, ...also.map((rival) => rival.text)].join(" ");
  let sentence = 0;
  return [...said.matchAll(piece)].map(([found], at) => {
    const [word = found, ...more] = wordsOf(found);
    const tells = more.length === 0 && event.has(stem(word));
    const token = { at, text: found, word, large: /^\p{Lu}/u.test(found), tells, sentence };
    if (/^[.!?]$/.test(found)) sentence++;
    return token;
  });
}

const piece = /[\p{L}\p{N}]+(?:[.'’&+-][\p{L}\p{N}]+)*|[.!?,;:()]/gu;

/** A name stands here, or the first word of it, or what begins like it: "Mosaic" in "MosaicML". */
const standsAt = (tokens: readonly Token[], { at, word }: Token, to: readonly string[]): boolean =>
  isCalled(word, to[0] ?? "") && !/['’]s$/.test(tokens[lastOf(tokens, at, to)]?.text ?? "");

const isCalled = (word: string, name: string): boolean =>
  word === name || (name.length >= distinct && word.startsWith(name));

/** Letters enough to be part of no other name. */
const distinct = 5;

function lastOf(tokens: readonly Token[], at: number, to: readonly string[]): number {
  return to.every((word, i) => tokens[at + i]?.word === word) ? at + to.length - 1 : at;
}

function tellsOf(
  tokens: readonly Token[],
  telling: readonly Token[],
  { at, sentence }: Token,
  { by, to }: Pick<Deed, "by" | "to">,
): boolean {
  if (apart.test(tokens[at - 1]?.word ?? "")) return false;
  const end = lastOf(tokens, at, to);
  const next = tokens[end + 1];
  const soon = tokens.slice(end + 1, end + 5).some(({ tells }) => tells);
  // Whoever does something else has nothing done to it: "Snowflake shows", "Snowflake was on stage".
  if (next && /^\p{Ll}/u.test(next.text) && !next.tells && !goesOn.test(next.word) && !(being.test(next.word) && soon))
    return false;
  return telling.some((deed) => {
    if (deed.sentence > sentence || (deed.sentence < sentence - 1 && deed.sentence > 0)) return false;
    return !isDoneToAnother(tokens, deed, to) && !isDoneByAnother(tokens, deed, at, by);
  });
}

/** Words before a name that set it apart from whom the deed is done to. */
const apart =
  /^(?:while|than|unlike|against|versus|vs|beside|besides|like|when|whether|until|did|do|does|has|have|had|will|rivals?)$/;

/** Words behind a name that leave open what is done to it. */
const goesOn =
  /^(?:in|on|at|for|from|with|to|by|as|and|or|of|too|first|outright|since|after|before|during|within|over|early|late|last|this|then|about|under|through|but|which|whose|because|deal|team|stake|shares?)$/;
const being = /^(?:is|was|were|are|be|been|has|had|have|got|gets)$/;
const between = /^(?:the|a|an|its|their|his|her|all|of|out|from|up|off|both|for|about)$/;

/** "Left OpenAI" says of nobody else that it was left, but for those listed with it: "bought Neon, Tabular and …". */
function isDoneToAnother(tokens: readonly Token[], deed: Token, to: readonly string[]): boolean {
  let at = deed.at + 1;
  while (between.test(tokens[at]?.word ?? "")) at++;
  const first = tokens[at];
  if (!first?.large || to.includes(first.word)) return false;
  while (tokens[at]?.large || /^(?:,|and|\(|\))$/.test(tokens[at]?.word ?? "")) {
    if (to.includes(tokens[at]?.word ?? "")) return false;
    at++;
  }
  return true;
}

/** "Agreed to be acquired", "Nvidia buys it", "Nvidia is buying Acme": done to whom the entry is of, not by them. */
function isDoneToIt(tokens: readonly Token[], deed: Token, to: readonly string[]): boolean {
  const before = tokens.slice(0, deed.at).filter(({ sentence }) => sentence === deed.sentence);
  const doer = before.findLast(({ large, word }) => large && !isStopWord(word));
  const isBySomebody = tokens[deed.at + 1]?.word === "by" && tokens[deed.at + 2]?.large === true;
  const isPassive = !deed.word.endsWith("ing") && turned.test(before.at(-1)?.word ?? "");
  if (isPassive || isBySomebody) return doer === undefined || to.includes(doer.word);
  if (doer && to.includes(doer.word)) return false;
  let at = deed.at + 1;
  while (between.test(tokens[at]?.word ?? "")) at++;
  const object = tokens[at]?.word ?? "";
  return to.includes(object) || (object === "it" && doer !== undefined);
}

/** Before a participle they say that it is done to somebody. */
const turned = /^(?:is|are|was|were|be|been|get|gets|got)$/;

/** Whoever is said to have done it stands in the title or before the deed, and nobody else between. */
function isBy(tokens: readonly Token[], deed: Token, by: readonly string[]): boolean {
  const doer = tokens[deed.at - 1];
  if (doer?.large && !by.includes(doer.word)) return false;
  return tokens.some(
    ({ word, sentence, at }) =>
      by.includes(word) && (sentence === 0 || (sentence === deed.sentence && at < deed.at && at + farthest >= deed.at)),
  );
}

const farthest = 6;

/** "SpaceX bought Cursor" says of nobody else that they bought it. */
function isDoneByAnother(tokens: readonly Token[], deed: Token, at: number, by: readonly string[]): boolean {
  const doer = tokens[deed.at - 1];
  const straight = deed.at < at && tokens.slice(deed.at + 1, at).every(({ word }) => between.test(word));
  return straight && by.length > 0 && doer?.large === true && !by.includes(doer.word);
}
