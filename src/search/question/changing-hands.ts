import type { Entry } from "#content/entry.ts";
import type { Names } from "../names/names.ts";
import { stem, wordsOf } from "../words/tokens.ts";
import type { Deed } from "./deed.ts";
import type { Reader } from "./reader.ts";

const asking =
  "(?:(?:and|so|but) )?(?:(?:why|when|how|where|who|whom|by whom|to whom|how come|for (?:what|how much)) )?";
/** How, where and to whom somebody sells is asked of its trade. */
const askingSale = "(?:(?:and|so|but) )?(?:(?:why|when|how come|for (?:what|how much)) )?";
/** A company sold itself, and nothing of its own: not "why did they sell tokens?" */
const selling =
  "did (?:they|it)(?: (?:have|want|decide|agree|choose|need))?(?: to)? sell(?: out| up| itself| themselves)?|(?:is|are|was|were) (?:they|it) selling(?: out| up| itself| themselves)?";
const sold =
  "(?:is|are|was|were|has|have) (?:they|it) (?:been |being |getting )?(?:sold|bought|acquired|purchased|taken over)(?: out| up)?";
const changing = new RegExp(`^(?:${askingSale}(?:${selling})|${asking}(?:${sold})(?: by| to| for)?)$`);
const deed =
  /^(?:have|want|decide|agree|choose|need|to|sell|selling|been|being|getting|sold|bought|acquired|purchased|taken)$/;

/**
 * Words that ask how a company changes hands, turned so that they say it is being sold: "why did Acme sell?" asks why it is.
 * Others stay as they are.
 */
export function turnedToSale(words: readonly string[], { withoutCompanies }: Pick<Names, "withoutCompanies">) {
  if (!changing.test(withoutCompanies(words, "they").join(" "))) return words;
  const at = words.findIndex((word) => /^(?:did|is|are|was|were|has|have)$/.test(word));
  const end = words.findIndex((word, i) => i > at && deed.test(word));
  const being = words[at] === "did" || words[at] === "has" || words[at] === "have" ? "was" : (words[at] ?? "");
  return [...words.slice(0, at), being, ...words.slice(at + 1, end), "being", "sold"];
}

const beingSold = new RegExp(`^${asking}(?:is|are|was|were) (?:they|it) being sold$`);

/** The deed of a company that changes hands itself; undefined where it is not asked how the one company does. */
export function changeOfHands(
  words: readonly string[],
  [company, other]: readonly Entry[],
  { names, lexicon }: Reader,
): Deed | undefined {
  if (!company || other || !beingSold.test(names.withoutCompanies(words, "they").join(" "))) return undefined;
  const term = stem("acquire");
  const to = wordsOf(company.title);
  return {
    stem: term,
    concepts: [],
    event: lexicon.event(term),
    by: [],
    to,
    thing: undefined,
    buyer: true,
    sale: true,
  };
}
