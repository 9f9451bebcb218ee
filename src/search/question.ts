import type { Entry } from "#content/entry.ts";
import type { Kind, Lexicon, Match } from "./lexicon.ts";
import type { Mention, Names } from "./names.ts";
import { isStopWord, stem, wordsOf } from "./tokens.ts";

/** One thing a passage must speak of to answer: a word, or a phrase the vocabulary knows. */
export type Unit = {
  readonly text: string;
  readonly stems: readonly string[];
  readonly concepts: readonly number[];
  readonly facets: readonly number[];
  /** 0 to 1: rare words tell more. */
  readonly weight: number;
  /** A number, a name, or a word the casebook never uses: without it nothing is answered. */
  readonly hard: boolean;
  /** Only these very words will do. */
  readonly strict: boolean;
  readonly number: boolean;
  /** Written large where no sentence begins: somebody's name. */
  readonly capital: boolean;
  /** Below 1 when the word was taken for a slip of another. */
  readonly trust: number;
  /** Id of the entry that these words name: its own rows need not repeat them. */
  readonly names: string | undefined;
};

export type Question = {
  readonly text: string;
  readonly words: readonly string[];
  /** First the one that fits best. */
  readonly kinds: readonly Kind[];
  readonly companies: readonly Entry[];
  /** Roles, playbooks and other entries named. */
  readonly others: readonly Entry[];
  /** It says "they" or "it" and names nobody. */
  readonly pronoun: boolean;
  readonly units: readonly Unit[];
  /** Facets asked for, by number, with the share of the question's words that ask for them. */
  readonly facets: ReadonlySet<number>;
};

export type Reader = {
  readonly lexicon: Lexicon;
  readonly names: Names;
  /** In how many passages a stem stands, against all: 0 for everywhere to 1 for one; undefined where it stands nowhere. */
  readonly rarity: (stem: string) => number | undefined;
  readonly correct: (stem: string) => string | undefined;
  /** True for a word that the library always writes large: a name. */
  readonly isName: (word: string) => boolean;
};

const kindPatterns: readonly (readonly [Kind, RegExp])[] = [
  [
    "comparison",
    /\b(?:compare[ds]?|comparison|versus|vs|v|differences?|differs?|different from|better than|bigger than|larger than|side by side)\b|\bor\b.*\b(?:which|better|who)\b|\bwhich (?:is|one|company).*\bor\b/,
  ],
  [
    "definition",
    /^(?:so )?(?:what(?:s| is| are| does| do)|define|definition of|meaning of|whats the meaning of|explain|what do (?:you|we|they|people) (?:mean|call)|tell me (?:about|what))\b|\bstands? for\b|\bmeaning\b|\bmean\b|\bdefin/,
  ],
  [
    "date",
    /\bwhen\b|\b(?:what|which|in what|in which) (?:year|date|month|day|quarter)\b|\bhow old\b|\bsince when\b|\bhow long ago\b|\bwhat year\b|\bdate of\b/,
  ],
  [
    "cost",
    /\bhow (?:expensive|cheap|costly)\b|\bcosts?\b|\bprices?\b|\bfees?\b|\bhow much (?:do|does|is|are|to|for|would|will)\b|\bpay for\b|\bcharge/,
  ],
  [
    "number",
    /\bhow (?:many|much|big|large|fast|often|long|high|far|deep|small|quick)\b|\bwhat (?:percentage|percent|share|number|proportion|fraction|amount|size)\b|\bnumber of\b|\bcount of\b/,
  ],
  ["person", /\bwho(?:m|se|s)?\b|\bwhich (?:person|people|investors?|founders?|firms?|companies)\b|\bname of the\b/],
  ["place", /\bwhere(?:s|abouts)?\b|\b(?:which|what|in what|in which) (?:city|country|town|place|state)\b/],
  ["why", /\bwhy\b|\bhow come\b|\breasons? (?:for|why|behind)\b|\bwhat (?:made|drove|led|caused)\b|\bwhat for\b/],
  [
    "advice",
    /\bshould\b|\badvice\b|\brecommend|\bbest (?:way|practice)|\btips?\b|\bhow (?:do|can|could|would|might|to) (?:we|i|you|one)?\b|\bworth it\b/,
  ],
  ["how", /\bhow\b(?! (?:many|much|old|long|often|big|large|far|high))/],
  [
    "list",
    /\blist\b|\ball\b|\bwhich\b|\bwhat are\b|\bwho are\b|\bname (?:the|some|all|a few|three|five)\b|\bexamples\b|\bwhat (?:kinds?|types?|sorts?) of\b|\btimeline\b|\bhistory\b/,
  ],
  [
    "yes-no",
    /^(?:and |so |but )?(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|should|isnt|doesnt|didnt|hasnt|arent)\b/,
  ],
];

const pronouns = /\b(?:they|them|their|theirs|it|its|he|she|his|her|this (?:company|firm)|the company|that company)\b/;

/** Takes a question apart. Pure; linear in its length but for names looked up with slips forgiven. */
export function readQuestion(text: string, reader: Reader, about?: Entry): Question {
  const words = wordsOf(text);
  const line = words.join(" ");
  const capital = writtenLarge(text);
  const known = (word: string) =>
    isStopWord(word) || reader.rarity(stem(word)) !== undefined || reader.lexicon.knows(stem(word));
  const mentions = reader.names.find(words, capital, known);
  const kinds = kindsOf(line);
  const pronoun = pronouns.test(line);
  const named = [...new Set(mentions.map(({ entry }) => entry))];
  const companies = named.filter((entry) => entry.kind === "case-study");
  const others = named.filter((entry) => entry.kind !== "case-study");
  if (about && companies.length === 0 && !named.includes(about))
    (about.kind === "case-study" ? companies : others).push(about);
  const units = unitsOf(words, mentions, capital, reader);
  const facets = facetsOf(units, kinds, reader.lexicon);
  // A bare name asks what it is.
  if (companies.length === 1 && !units.some((unit) => unit.weight > lightWeight))
    for (const i of facetNamed(reader.lexicon, "summary")) facets.add(i);
  if (kinds.includes("place")) for (const i of facetNamed(reader.lexicon, "headquarters")) facets.add(i);
  return { text, words, kinds, companies, others, pronoun, units, facets };
}

/** Facets the words ask for; what mere filler asks for counts only when nothing else does. */
function facetsOf(units: readonly Unit[], kinds: readonly Kind[], { facets }: Lexicon): Set<number> {
  const asked = (list: readonly Unit[]) =>
    list.flatMap((unit) => unit.facets).filter((i) => facets[i]?.asked?.some((kind) => kinds.includes(kind)) ?? true);
  const outright = asked(units.filter((unit) => unit.weight > lightWeight));
  return new Set(outright.length > 0 ? outright : asked(units));
}

function facetNamed({ facets }: Lexicon, id: string): number[] {
  const i = facets.findIndex((facet) => facet.id === id);
  return i < 0 ? [] : [i];
}

/** Kinds that say outright what must be in the answer; without one of them a plain fact will do. */
const telling: readonly Kind[] = ["date", "number", "cost", "person", "place", "why", "how"];

function kindsOf(line: string): Kind[] {
  const found = kindPatterns.filter(([, pattern]) => pattern.test(line)).map(([kind]) => kind);
  return found.some((kind) => telling.includes(kind)) ? found : [...found, "fact"];
}

/** Words that begin with a capital where no sentence begins: names, unless everything is written so. */
function writtenLarge(text: string): ReadonlySet<string> {
  const large = [...text.matchAll(/(?<=[\p{L}\p{N},;:'"’)(-]\s+["'(]?)\p{Lu}[\p{L}\p{N}.&-]*/gu)].map(
    (match) => match[0],
  );
  const all = text.match(/\p{L}[\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  if (large.length > 3 && large.length > all * 0.6) return new Set();
  // Words all in capitals are mostly abbreviations: GPU, IPO, API.
  return new Set(large.filter((word) => word !== word.toUpperCase()).flatMap(wordsOf));
}

function unitsOf(
  words: readonly string[],
  mentions: readonly Mention[],
  capital: ReadonlySet<string>,
  reader: Reader,
): Unit[] {
  const { lexicon } = reader;
  // A company's name is the subject, not something its rows must repeat; a product's name is both, and so are two names.
  const companies = mentions.filter(({ entry }) => entry.kind === "case-study");
  const alone = new Set(companies.map(({ entry }) => entry)).size < 2;
  const skipped = new Set(
    companies
      .filter(({ part }) => alone && !part)
      .flatMap(({ from, length }) => Array.from({ length }, (_, i) => from + i)),
  );
  const trust: number[] = [];
  const stems = words.map((word, i) => {
    const own = stem(word);
    trust[i] = 1;
    if (skipped.has(i)) return "";
    if (isStopWord(word) || capital.has(word) || reader.rarity(own) !== undefined || lexicon.knows(own)) return own;
    const meant = reader.correct(own);
    if (meant) trust[i] = own.length < 7 ? shortSlip : longSlip;
    return meant ?? own;
  });
  const namedAt = new Map(
    mentions.flatMap(({ entry, from, length }) => Array.from({ length }, (_, i) => [from + i, entry.id] as const)),
  );
  const matches = lexicon.scan(stems);
  const inPhrase = new Map<number, (typeof matches)[number]>();
  for (const match of matches.filter(({ length }) => length > 1).sort((a, b) => b.length - a.length)) {
    const places = Array.from({ length: match.length }, (_, i) => match.from + i);
    if (places.some((i) => inPhrase.has(i) || skipped.has(i))) continue;
    for (const i of places) inPhrase.set(i, match);
  }
  const units: Unit[] = [];
  words.forEach((word, i) => {
    const phrase = inPhrase.get(i);
    const own = stems[i] ?? "";
    if (skipped.has(i) || own === "" || (phrase && phrase.from !== i)) return;
    if (phrase) {
      const said = words.slice(i, i + phrase.length);
      const match = matches.filter((m) => inside(m, phrase));
      units.push(unitOf(said.join(" "), stems.slice(i, i + phrase.length), match, reader, false, 1, namedAt.get(i)));
      return;
    }
    const match = matches.filter((m) => m.from === i && m.length === 1);
    if (isStopWord(word) && !match.some((m) => m.facets.length > 0)) return;
    const large = (capital.has(word) && !lexicon.isLight(own)) || reader.isName(word);
    units.push(unitOf(word, [own], match, reader, large, trust[i] ?? 1, namedAt.get(i)));
  });
  return dedupe(units);
}

type Run = { readonly from: number; readonly length: number };

/** A phrase means what it means, and what shorter phrases in it mean; not what its single words do. */
const inside = (inner: Run, outer: Run): boolean =>
  inner.from >= outer.from && inner.from + inner.length <= outer.from + outer.length && inner.length > 1;

const lightWeight = 0.2;

const months = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** Short words turn into others by one slip ("lunch", "launch"); long ones hardly do. */
const shortSlip = 0.6;
const longSlip = 0.95;

function unitOf(
  text: string,
  stems: readonly string[],
  matches: readonly Omit<Match, "from" | "length">[],
  reader: Reader,
  capital: boolean,
  trust: number,
  names: string | undefined,
): Unit {
  const content = stems.filter((term) => !isStopWord(term) && term !== "doe");
  const rarities = (content.length > 0 ? content : stems).map((term) => reader.rarity(term));
  const known = rarities.flatMap((rarity) => rarity ?? []);
  const strict = matches.some((match) => match.strict);
  const concepts = strict ? [] : [...new Set(matches.flatMap((match) => match.concepts))];
  const facets = capital ? [] : [...new Set(matches.flatMap((match) => match.facets))];
  const number = stems.length === 1 && (/\d{2}|\d\D/.test(text) || (capital && months.test(text)));
  const light =
    !capital &&
    !strict &&
    (content.length === 0 || (stems.length === 1 && stems.every((term) => reader.lexicon.isLight(term))));
  const strange = known.length < rarities.length && concepts.length === 0 && facets.length === 0;
  // A phrase says more than its words do: "answer to", "go wrong".
  const rare = known.length > 0 ? Math.max(...known) : concepts.length > 0 || facets.length > 0 ? 0.6 : 1;
  return {
    text,
    stems,
    concepts,
    facets,
    weight: light ? lightWeight : Math.max(stems.length > 1 ? 0.5 : 0.35, rare),
    hard: !light && (number || strange || strict || capital),
    strict,
    number,
    capital,
    trust,
    names,
  };
}

function dedupe(units: readonly Unit[]): Unit[] {
  return units.filter((unit, i) => units.findIndex((other) => other.stems.join(" ") === unit.stems.join(" ")) === i);
}
