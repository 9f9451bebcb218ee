import { isStopWord, stem, wordsOf } from "#search/words/tokens.ts";
import { isSlip } from "#search/words/typo.ts";

/** Terms that a question is compared by: what is longer was pasted, and its beginning tells it from others. */
const mostTerms = 60;

export type Knows = (word: string) => boolean;

/**
 * Groups things by how they are worded: the same words but for order, endings, a typo, what is written apart and words
 * without weight. Another name, year, number or place is another question. The first of a group is the first given.
 * `knows`: a word that stands in the library, so that it is no typo of another that does.
 */
export function groupByWording<T>(things: readonly T[], textOf: (thing: T) => string, knows: Knows): T[][] {
  const groups: { readonly terms: Terms; readonly members: T[] }[] = [];
  for (const thing of things) {
    const terms = termsOf(textOf(thing));
    const group = groups.find((candidate) => isAlike(candidate.terms, terms, knows));
    if (group) group.members.push(thing);
    else groups.push({ terms, members: [thing] });
  }
  return groups.map(({ members }) => members);
}

/** Words that weigh little in prose, and of which each makes another question; those of one meaning by one name. */
const telling: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    "who when where why how many did not most more few only all over under from".split(" ").map((word) => [word, word]),
  ),
  ...{ whom: "who", whose: "who", much: "many", do: "did", does: "did", no: "not", nor: "not" },
};

/** "Who is the dentist?" asks for the dentist. */
const whoIsThe = /\bwho(?:['’]?s| is| are| was| were) the\b/gi;

/** "What's" as it is typed in haste. */
const shortIs = /\b(what|who|where|when|how|why)s\b/gi;

/** What leads up to a question and asks nothing itself. */
const bids =
  /\b(?:(?:do|does) (?:you|any(?:one|body)|some(?:one|body)) know|(?:i|we)(?: (?:want|need|would like)|['’]d like) to know|i wonder)\b/gi;

/** "What does the term mean?" asks what it is. */
const whatItMeans = /\bwhat (?:do|does|did) (.{1,120}?) (?:mean|stand for)\b/gi;

/** Words by which something is asked for, whatever it is: the rest tells one question from another. */
const asking: ReadonlySet<string> = new Set(
  "explain explains explained explanation mean means meaning meant define defined definition describe description tell please know".split(
    " ",
  ),
);

/** Whoever does something: founders are who founded it. */
const doer = /^([a-z]{4,}?)[eo]rs?$/;

/** The weighty words of a question: the stem of each, and the word as it was typed. */
type Terms = ReadonlyMap<string, string>;

function termsOf(text: string): Terms {
  const bare = text.replace(whatItMeans, "$1").replace(bids, " ").replace(whoIsThe, "the").replace(shortIs, "$1");
  const words = wordsOf(bare);
  const weighty = words.flatMap((word) => {
    const said = telling[word];
    if (Object.hasOwn(telling, word) && said) return [[said, word] as const];
    const [, deed] = doer.exec(word) ?? [];
    if (isStopWord(word) || asking.has(word)) return [];
    return deed ? [[stem(deed), word] as const, ["who", word] as const] : [[stem(word), word] as const];
  });
  const terms = weighty.length > 0 ? weighty : words.map((word) => [word, word] as const);
  return new Map(terms.slice(0, mostTerms));
}

/** Whether two questions have the same words; one may be mistyped, or some written apart in one and as one in the other. */
function isAlike(left: Terms, right: Terms, knows: Knows): boolean {
  const more = [...left.keys()].filter((term) => !right.has(term));
  const others = [...right.keys()].filter((term) => !left.has(term));
  if (more.join("") === others.join("")) return true;
  const [typed, ...further] = more;
  const [meant, ...beside] = others;
  if (typed === undefined || meant === undefined || further.length + beside.length > 0) return false;
  return (
    (isSlip(typed, meant) || isSlip(meant, typed)) &&
    !(knows(left.get(typed) ?? typed) && knows(right.get(meant) ?? meant))
  );
}
