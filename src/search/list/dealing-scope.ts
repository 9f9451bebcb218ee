import type { Entry } from "#content/entry.ts";
import { leftOut } from "../names/left-out.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import { denied } from "../question/across-asked.ts";
import type { Question } from "../question/question.ts";
import { isStopWord } from "../words/tokens.ts";
import { type InNiche, nicheIn } from "./across-rows.ts";
import { asksAmongStudies, asksWho, isFraming, saysOurs } from "./dealing-asked.ts";
import { literally } from "./outsiders.ts";

/** Which studies a question asks about, and how it says so. */
type Scope = {
  /** Studies are asked for by that word, not only by "who". */
  readonly isAmong: boolean;
  readonly studies: readonly Entry[];
  /** As a heading says it. */
  readonly says: string;
  /** The one study that is asked about as anybody else would be: "which of our companies work with OpenAI?" */
  readonly partner: Entry | undefined;
  readonly year: string | undefined;
  /** Words that are not of the way it is put. */
  isRest(word: string): boolean;
};

/** Which studies are asked about; nothing where a line asks for none, or of one that is named. */
export function scopeOf({ library, reader: { names } }: SearchIndex, { words, text }: Question): Scope | undefined {
  const line = words.join(" ");
  const isAmong = asksAmongStudies(line);
  if (denied.test(text.replace(/\bnot counting\b|\bbut not\b/i, ""))) return undefined;
  const out = leftOut(words, names);
  const kept = [...names.companiesIn(words)].filter((id) => !out.has(id));
  const [only] = kept;
  const ofNamed = kept.length > 1 && /^(?:which|who) of\b/.test(line);
  const asPartner = kept.length === 1 && isAmong && saysOurs(line);
  if (!(ofNamed || asPartner || ((isAmong || asksWho(line)) && kept.length === 0))) return undefined;
  const niche = nicheIn(line);
  const year = /\b(?:in|during|since) ((?:19|20)\d\d)\b/.exec(line)?.[1];
  const all = library.ofKind("case-study");
  const nameless = new Set(names.withoutCompanies(words));
  const isAsked = ({ id, niche: own }: Entry) =>
    !out.has(id) && (!niche || own === niche.name) && (!ofNamed || kept.includes(id)) && !(asPartner && id === only);
  return {
    isAmong: isAmong || ofNamed,
    studies: all.filter(isAsked),
    says: ofNamed
      ? ""
      : saidOf(
          niche,
          all.filter(({ id }) => out.has(id)),
        ),
    partner: asPartner ? all.find(({ id }) => id === only) : undefined,
    year,
    isRest: (word) =>
      nameless.has(word) && !/^\d/.test(word) && !niche?.words.has(word) && !isStopWord(word) && !isFraming(word),
  };
}

function saidOf(niche: InNiche | undefined, without: readonly Entry[]): string {
  const but = without.length > 0 ? ` but ${without.map(({ title }) => title).join(" and ")}` : "";
  return `, ${niche ? niche.name : "all studies"}${but}`;
}

/** Words that may name somebody, and the word before them. */
type Naming = { readonly words: readonly string[]; readonly before: string };

/** Runs of words that may name whoever is asked about, longer ones first. */
export function namingsIn(
  { isAmong, isRest, partner }: Scope,
  { reader, knows }: SearchIndex,
  { words, text }: Question,
): Naming[] {
  if (partner) {
    const name = partner.id.split("-");
    return [{ words: name, before: words[words.indexOf(name[0] ?? "") - 1] ?? "" }];
  }
  const isSomebody = (word: string) =>
    reader.isName(word) ||
    reader.isPartner(word) ||
    !reader.isWord(word) ||
    isLarge(word, text) ||
    /\p{L}\d/u.test(word);
  return words
    .flatMap((_, from) => {
      const length = words.slice(from).findIndex((word) => !isRest(word));
      const most = Math.min(length < 0 ? words.length - from : length, longestName);
      const before = words[from - 1] ?? "";
      return Array.from({ length: most }, (_, i) => ({ words: words.slice(from, from + i + 1), before }));
    })
    .filter(({ before }) => (isAmong && !/^(?:besides|except|excluding|than)$/.test(before)) || toSomebody.test(before))
    .filter((naming) => naming.words.every(knows) && naming.words.some(isSomebody))
    .filter((naming) => reader.lexicon.region(naming.words.join(" ")) === undefined)
    .sort((a, b) => b.words.length - a.words.length)
    .slice(0, mostNames);
}

/** Names that are looked for among all studies. */
const mostNames = 6;

const longestName = 4;

/** What stands before whoever is asked about, where "who" asks: "who works with …". */
const toSomebody = /^(?:with|from|by|through)$/;

/** Whether a text writes a word large where no sentence begins, or all in capitals. */
function isLarge(word: string, text: string): boolean {
  const first = literally(word.charAt(0).toUpperCase() + word.slice(1));
  return new RegExp(
    `(?<=\\S\\s+["'(]?)${first}(?![\\p{L}])|(?<![\\p{L}])${literally(word.toUpperCase())}(?![\\p{L}])`,
    "u",
  ).test(text);
}
