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
  const groups: { readonly terms: readonly string[]; readonly members: T[] }[] = [];
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
const whoIsThe = /\bwho(?:['’]s| is| are| was| were) the\b/gi;

/** Whoever does something: founders are who founded it. */
const doer = /^([a-z]{4,}?)[eo]rs?$/;

function termsOf(text: string): string[] {
  const words = wordsOf(text.replace(whoIsThe, "the"));
  const weighty = words.flatMap((word) => {
    if (Object.hasOwn(telling, word)) return telling[word] ?? [];
    const [, deed] = doer.exec(word) ?? [];
    return isStopWord(word) ? [] : deed ? [stem(deed), "who"] : [stem(word)];
  });
  return [...new Set(weighty.length > 0 ? weighty : words)].slice(0, mostTerms);
}

/** Whether two questions have the same words; one may be mistyped, or some written apart in one and as one in the other. */
function isAlike(left: readonly string[], right: readonly string[], knows: Knows): boolean {
  const more = left.filter((word) => !right.includes(word));
  const others = right.filter((word) => !left.includes(word));
  if (more.join("") === others.join("")) return true;
  const [typed, ...further] = more;
  const [meant, ...beside] = others;
  if (typed === undefined || meant === undefined || further.length + beside.length > 0) return false;
  return (isSlip(typed, meant) || isSlip(meant, typed)) && !(knows(typed) && knows(meant));
}
