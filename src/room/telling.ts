import { clip, splitSentences } from "#core/clip.ts";
import { plain, strong, type Text } from "#core/reply.ts";
import { wordsOf } from "#search/words/tokens.ts";

/** Posts that one person holds, as rows write them: whoever has another is no answer. */
const posts: Readonly<Record<string, RegExp>> = {
  ceo: /\bCEO\b|\bchief executive\b/i,
  cto: /\bCTO\b|\bchief technology\b/i,
  cfo: /\bCFO\b|\b(?:finance|financial) (?:chief|officer)\b/i,
  coo: /\bCOO\b|\bchief operating\b/i,
  cro: /\bCRO\b|\bchief revenue\b/i,
  president: /\bpresident\b/i,
};

/** What only a part of a row tells: the holder of a post, or what was so in a year; or, best of all, a price. */
export type Sought = {
  readonly post: RegExp | undefined;
  readonly year: string | undefined;
  readonly price?: boolean;
};

const asksPrice = /^(?:charg(?:e|es|ed|ing)|pric(?:e|es|ed|ing)|costs?|fees?)$/;
const price = /[$€£¥] ?\d/;

/** What a question seeks of a row beside what the row is about; "what does a CRO earn?" seeks nobody. */
export function soughtBy(question: string): Sought {
  const words = wordsOf(question);
  const held = words.includes("who") ? words : words.slice(-1);
  const [post] = held
    .map((word) => word.replace(/s$/, ""))
    .flatMap((word) => (Object.hasOwn(posts, word) ? (posts[word] ?? []) : []));
  const year = words.find((word) => /^(?:19|20)\d\d$/.test(word));
  return { post, year, price: words.some((word) => asksPrice.test(word)) };
}

const tells = (text: string, { post, year }: Sought): boolean =>
  post ? post.test(text) : year !== undefined && text.includes(year);

/** Behind what is not all of a text. */
const cutMark = " …";

/**
 * The sentences that tell what is sought, side by side; where none does, the first ones, a price among them if one is asked
 * for. At most `longest` letters, but one whole; what is left out is marked, unless it tells nothing that is sought.
 */
export function sentencesTelling(text: string, sought: Sought, longest: number): string {
  const sentences = splitSentences(text);
  const telling = sentences.findIndex((sentence) => tells(sentence, sought));
  const priced = telling < 0 && sought.price ? sentences.findIndex((sentence) => price.test(sentence)) : -1;
  const from = Math.max(0, telling, priced);
  let said = sentences[from] ?? "";
  let end = from + 1;
  for (const next of sentences.slice(end)) {
    if (said.length + next.trimEnd().length > longest || (telling >= 0 && !tells(next, sought))) break;
    said += next;
    end++;
  }
  const leftOut = [...sentences.slice(0, from), ...sentences.slice(end)];
  const isCut = telling < 0 ? leftOut.length > 0 : leftOut.some((sentence) => tells(sentence, sought));
  return `${said.trim()}${isCut ? cutMark : ""}`;
}

/** The clauses of a text that fit, with no bracket left open, and a mark behind them; where not even one does, as much of it as fits. */
export function clausesWithin(text: string, longest: number): string {
  if (text.replace(cutMark, "").length <= longest) return text;
  const clauses = text.split(/(?<=[;,])\s/);
  const runs = clauses.map((_, i) =>
    clauses
      .slice(0, i + 1)
      .join(" ")
      .replace(/[;,]$/, ""),
  );
  const isWhole = (run: string) => run.length <= longest && run.split("(").length === run.split(")").length;
  const run = runs.findLast(isWhole);
  return run === undefined ? clip(text, longest) : `${run}${cutMark}`;
}

/** A value's parts: between semicolons, commas and full stops outside of brackets. */
const parting = /(?:;|,|\.(?=\s\p{Lu}))\s+(?![^(]*\))|\s[-–]\s|(?<=\))\s(?:and|with)\s/u;

/** Letters of a part, where nothing else is said. */
const longestPart = 60;

/** The part of a value that answers, shortly; its beginning where no part says what is sought, and "not said" where it is of another post or year. */
export function partTelling(value: string, sought: Sought, longest = longestPart): string {
  const parts = value.replace(/^:?\s*/, "").split(parting);
  const telling = parts.find((part) => tells(part, sought));
  if (telling !== undefined) return clip(telling.trim(), longest);
  return sought.post === undefined && sought.year === undefined ? beginningOf(value, longest) : "not said";
}

/** A text without what stands in brackets, within others too. */
function withoutBrackets(text: string): string {
  const less = text.replace(/\s*\([^()]*\)/g, "");
  return less === text ? text : withoutBrackets(less);
}

const isName = (part: string): boolean => /^\p{Lu}/u.test(part) && part.split(/\s+/).length <= 4;

/** The names that a value begins with, outside of brackets, and how many more there are; undefined where it lists none. */
function namesTold(value: string, longest: number): string | undefined {
  const bare = withoutBrackets(value.replace(/^:?\s*/, ""));
  const [sentence = ""] = bare.split(/\.(?:\s+(?=\p{Lu}\p{Ll})|$)/u);
  const [list = ""] = /^[^;]*,/.test(sentence) ? sentence.split(";") : [sentence];
  if (!/[;,]/.test(list)) return undefined;
  const [head = "", ...items] = list.split(/[;,]\s+(?:and\s+)?/);
  // "Data and AI platform, sold by use" begins with no list.
  const parts = [head, ...items.flatMap((item) => item.split(/\s+and\s+/))].map((part) => part.trim());
  const end = parts.findIndex((part) => !isName(part));
  const names = end < 0 ? parts : parts.slice(0, end);
  if (names.length < 2) return undefined;
  const full = names.findIndex((_, i) => names.slice(0, i + 1).join(", ").length > longest);
  const told = full < 0 ? names : names.slice(0, Math.max(1, full));
  const left = names.length - told.length;
  const others = parts[end] === "others" ? " and others" : left > 0 ? ` and ${left} more` : "";
  return `${told.join(", ")}${others}`;
}

/** A sentence as short as this is told whole where its beginning alone would say too little. */
const shortSentence = 90;

/** What a value says before it goes into details; of names that it lists as many as there is room for. */
export function beginningOf(value: string, longest = longestPart): string {
  const names = namesTold(value, longest);
  if (names !== undefined) return names;
  const [sentence = ""] = value.replace(/^:?\s*/, "").split(/[;(]|\.\s|\s[-–]\s/);
  const said = sentence.trim();
  const [head = "", ...rest] = said.split(/,\s/);
  // "About $58B to October 2025, then $122B committed"; "Investors, suppliers and rivals are the same companies".
  const isWhole = rest.some((part) => /\d/.test(part)) || !head.includes(" ");
  return isWhole && said.length <= shortSentence ? said : clip(head, longest);
}

/** A text without the question in its heading: "Solana · Who pays?" is Solana's. */
export function withoutQuestion(text: Text): Text {
  const [first, ...rest] = text;
  if (typeof first !== "object" || first.kind !== "strong" || !first.text.endsWith("?")) return text;
  const [name, ...question] = first.text.split(" · ");
  const told = plain(rest).replace(/^[:\s]+/, "");
  return question.length > 0 && name ? [strong(name), ": ", told] : [told];
}
