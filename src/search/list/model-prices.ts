import type { Entry, Passage } from "#content/entry.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import { model } from "../question/labels.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight } from "../question/units.ts";
import { wordsOf } from "../words/tokens.ts";
import type { Listing } from "./listing.ts";

const asksPrice =
  /\b(?:cheap\w*|dear\w*|(?:in)?expensive|pric\w+|costs?|rent\w*|hourly|how much (?:is|are|for|does|do))\b/;
/** Words that ask for a price, and nothing of whose. */
const pricing =
  /^(?:cheap\w*|dear\w*|(?:in)?expensive|pric\w+|costs?|rent\w*|hour\w*|per hour|rates?|less|more|much|on demand|gpus?|chips?|cards?|accelerators?|nvidia|amd)$/;

/**
 * The price of each chip, where they are held against each other by what they cost ("is an H200 cheaper than an H100?") or one
 * is asked to be priced ("how much is an H100?"). Nothing where one of them has no such row, or a seller is named.
 */
export function modelPrices(search: SearchIndex, { words, units, labels, companies }: Question): Listing | undefined {
  const asked = [...new Set(labels.models)];
  const line = words.join(" ");
  if (asked.length === 0 || companies.length > 0 || !asksPrice.test(line)) return undefined;
  if (asked.length === 1 && !/^(?:so |and )?how much (?:is|are|for)\b/.test(line)) return undefined;
  const isElse = units.some(
    ({ text, weight }) => weight > tellingWeight && !asked.includes(text) && !pricing.test(text),
  );
  if (isElse) return undefined;
  for (const entry of search.library.ofKind("statistics")) {
    const rows = asked.flatMap((name) => priceOf(name, entry) ?? []);
    if (rows.length === asked.length) return { title: `${entry.title} · Price per hour`, entry, passages: rows };
  }
  return undefined;
}

/** The row that is titled with this model alone and its price; of several variants the plain one. */
function priceOf(name: string, { sections }: Entry): Passage | undefined {
  const isPriced = ({ title }: Passage) => {
    const said = wordsOf(title);
    return /\bprice per hour\b/.test(said.join(" ")) && said.filter((word) => model.test(word)).join() === name;
  };
  return sections
    .flatMap(({ passages }) => passages)
    .filter(isPriced)
    .toSorted((a, b) => a.title.length - b.title.length)[0];
}
