import { isStopWord, stem } from "../words/tokens.ts";
import type { Reader } from "./reader.ts";
import { lightWeight, type Unit } from "./units.ts";

const helper = /^(?:did|does|do|has|have|had|is|are|was|were|will)$/;
const asking = /^(?:why|when|where|how|who|what|which|whom|in|since|until|by|at|for|on)$/;

/** Words that need another to say what was done: "go bankrupt", "start selling", "get acquired". */
const light =
  /^(?:go|goes|gone|going|get|gets|got|getting|start|starts|started|begin|began|begun|make|makes|made|take|takes|took|have|having|had|come|came|become|became|keep|kept|do|done|doing|want|wants|wanted|decide|decided|try|tried|be|been|being|ever|never|already|just|really|first|finally|suddenly|once|still|also|only|not|to|its|their|the|a|an|it|all|so|up|that|ask|asked|let|need|needed|say|said|declare|declared)$/;

/** What is done to somebody: "was acquired", "got fired". */
const passive = /^(?:is|are|was|were|been|being|get|got|gets)$/;

/** What is over, not so in general. */
const over = /^(?:did|has|have|had|was|were)$/;

/** Words before which whom a deed was done to has been said. */
const ends =
  /^(?:in|on|at|for|from|with|to|by|as|because|when|and|or|before|after|during|than|over|into|if|while|since|until|through|under|despite|up)$/;

const pronoun = /^(?:they|it|he|she)$/;

const whose = /^(?:the|a|an|its|their|his|her|all|our|my)$/;

const farthest = 6;

/** What somebody is said to have done. */
type DeedSaid = {
  readonly word: string;
  /** Who is said to have done it, and to whom, where names say that. */
  readonly by: readonly string[];
  readonly to: readonly string[];
  /** What it was done to, where no name says that: "stake" in "sell its stake". */
  readonly thing: string | undefined;
  /** How it says who did it: by a name, by a word like "they", or it asks that. */
  readonly doer: "named" | "pronoun" | "asked";
  /** It is said to be over: "did sell", not "does sell". */
  readonly past: boolean;
};

/**
 * What somebody is said to have done, where a question takes that for granted: "merge" in "when did X merge with Y",
 * "bankrupt" in "why did X go bankrupt", "hacked" in "who hacked X". `isName`: the word at this place is part of a name.
 */
export function deedOf(said: readonly string[], isName: (at: number) => boolean): DeedSaid | undefined {
  const words = joined(said, isName);
  const asked = askedFrom(words);
  if (asked) return deedAt(words, { ...asked, subject: [], doer: "asked" }, isName);
  const told = toldFrom(words, isName);
  if (told) return deedAt(words, { ...told, doer: "pronoun", past: true }, isName);
  const at = words.findIndex((word) => helper.test(word));
  if (at < 0 || at > farthest || !words.slice(0, at).some((word) => asking.test(word))) return undefined;
  const turned = passive.test(words[at] ?? "");
  const past = over.test(words[at] ?? "");
  if (pronoun.test(words[at + 1] ?? ""))
    return deedAt(words, { from: at + 2, subject: [], doer: "pronoun", turned, past }, isName);
  let from = at + 1;
  while (from < words.length && isName(from)) from++;
  // Without a name behind it the helper's subject is what is asked for: "who is the CEO".
  if (from === at + 1) return undefined;
  return deedAt(words, { from, subject: words.slice(at + 1, from), doer: "named", turned, past }, isName);
}

/** Acts by which a firm changes hands. */
const changesHands = /^(?:acquir|b(?:uy|ought)|purchas|swallow|merg|absorb|gobbl)/;

/** Where the deed begins behind "who" ("who hacked Acme", "who is buying Acme"); nothing for "who is the CEO". */
function askedFrom([opening, next = "", third = ""]: readonly string[]): { from: number; past: boolean } | undefined {
  if (opening !== "who") return undefined;
  if (!helper.test(next) && !isStopWord(next)) return { from: 1, past: !next.endsWith("s") };
  return next === "is" && third.endsWith("ing") && changesHands.test(third) ? { from: 2, past: true } : undefined;
}

/** "Take Acme over" and "take over Acme" as one word each, so that places stay: "acquire Acme fully". */
function joined(words: readonly string[], isName: (at: number) => boolean): readonly string[] {
  const at = words.findIndex((word) => /^(?:take|takes|took|taken|taking)$/.test(word));
  const over = at < 0 ? -1 : words.indexOf("over", at + 1);
  if (over < 0 || over > at + farthest || !(isName(over - 1) || isName(over + 1))) return words;
  return words.map((word, i) => (i === at ? "acquire" : i === over ? "fully" : word));
}

/** "Why Acme sold Robotics", "Acme sold Robotics, for how much?": a name and what it did straight behind it, at the beginning or behind the asking word. */
function toldFrom(words: readonly string[], isName: (at: number) => boolean) {
  const at = isName(0) ? 0 : words.findIndex((word) => /^(?:why|when|how|since|after|once)$/.test(word)) + 1;
  if ((at === 0 && !isName(0)) || at > farthest) return undefined;
  let from = at;
  while (from < words.length && isName(from)) from++;
  const done = words[from] ?? "";
  if (from === at || helper.test(done) || (at === 0 && !isPast.test(done))) return undefined;
  return { from, subject: words.slice(at, from) };
}

/** A noun in its place makes no sentence: "Acme purchase price". */
const isPast = /ed$|^(?:bought|sold|left|quit|shut|split|broke|withdrew|stole|cut)$/;

const paying = /^(?:pay|paid|spend|spent|offer|offered)$/;

type Reading = {
  readonly from: number;
  readonly subject: readonly string[];
  readonly doer: DeedSaid["doer"];
  readonly turned?: boolean;
  readonly past: boolean;
};

function deedAt(
  words: readonly string[],
  { from, subject, turned, ...how }: Reading,
  isName: (at: number) => boolean,
): DeedSaid | undefined {
  const first = words.findIndex((word, i) => i >= from && !light.test(word) && !isStopWord(word) && !isName(i));
  // What somebody paid to do is what they did: "pay to buy".
  const at = paying.test(words[first] ?? "") && words[first + 1] === "to" ? first + 2 : first;
  const word = words[at];
  // Who steps in does not step down.
  if (/^step(?:s|ped|ping)?$/.test(word ?? "") && /^(?:in|up)$/.test(words[at + 1] ?? "")) return undefined;
  // Who buys into or from somebody does not buy the firm.
  if (word === undefined || /^(?:into|from)$/.test(words[at + 1] ?? "")) return undefined;
  if (turned || words.slice(from, at).some((between) => passive.test(between))) {
    const by = words.indexOf("by", at);
    return { word, by: by < 0 ? [] : namesFrom(words, by + 1, isName), to: subject, thing: undefined, ...how };
  }
  const to = namesFrom(words, at + 1, isName);
  const thing = to.length > 0 ? undefined : thingFrom(words, at + 1, isName);
  return { word, by: subject, to, thing, ...how };
}

/** The first name from one place on, before another part of the sentence begins; none that only says whose: "OpenAI's board". */
function namesFrom(words: readonly string[], from: number, isName: (at: number) => boolean): string[] {
  let at = from;
  while (at < words.length && !isName(at) && !ends.test(words[at] ?? "")) at++;
  let to = at;
  while (to < words.length && isName(to)) to++;
  const next = words[to];
  return next === undefined || ends.test(next) || isStopWord(next) || /ly$/.test(next) ? words.slice(at, to) : [];
}

/** The last word of what stands behind a deed ("its Anthropic stake"), before another part of the sentence begins. */
function thingFrom(words: readonly string[], from: number, isName: (at: number) => boolean): string | undefined {
  if (!isName(from) && !whose.test(words[from] ?? "")) return undefined;
  let to = from;
  while (to < words.length && !ends.test(words[to] ?? "")) to++;
  const last = words[to - 1];
  return to === from || last === undefined || isName(to - 1) || isStopWord(last) ? undefined : last;
}

/** A word for what somebody did, and the words that mean the same. */
export type Deed = {
  readonly stem: string;
  readonly concepts: readonly number[];
  /** Stems that tell of it, where the vocabulary knows it as an event. */
  readonly event: ReadonlySet<string> | undefined;
  /** Who is said to have done it and to whom, as words; empty where no name says so. */
  readonly by: readonly string[];
  readonly to: readonly string[];
  /** Stems of what it was done to, where no name says that. */
  readonly thing: readonly string[] | undefined;
  /** It is asked who buys the one it is done to. */
  readonly buyer: boolean;
  /** A firm changes hands by it. */
  readonly sale: boolean;
};

/** A deed as passages are held against it; nothing where it is no event and only an abbreviation, or nobody, did it. */
export function deedIn(
  { word, by, to, thing, doer, past }: DeedSaid,
  units: readonly Unit[],
  { lexicon, isWord }: Reader,
  { capital, shouted }: Large,
): Deed | undefined {
  const term = stem(word);
  const event = past ? lexicon.event(term) : undefined;
  if (!event && (doer !== "named" || by.every((name) => shouted.has(name)))) return undefined;
  const concepts = units.find((unit) => unit.stems.includes(term))?.concepts ?? [];
  // A word that the casebook does not know may be a thing as well: "chatbots".
  const known = to.some((name) => isWord(name) || capital.has(name) || shouted.has(name));
  const done = units.find(({ weight, stems }) => weight > lightWeight && stems.includes(stem(thing ?? "")));
  const sale = known && changesHands.test(word);
  const buyer = doer === "asked" && sale;
  return { stem: term, concepts, event, by, to: known ? to : [], thing: done?.stems, buyer, sale };
}

/** Words written large: like names, and like abbreviations, which names may be too. */
type Large = { readonly capital: ReadonlySet<string>; readonly shouted: ReadonlySet<string> };
