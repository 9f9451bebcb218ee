import { isStopWord } from "../words/tokens.ts";

/** Words that end the thing asked for: "what discount | did they give", "what share | of sales". */
const ends = new Set(
  "do does did is are was were has have had will would can could should might must of for in on at from with to by per as a an the and or if when how why who where".split(
    " ",
  ),
);
const asks = /^(?:what|which|whose|many|much)$/;
const longest = 4;

/**
 * The word that says what is asked for: "discount" in "what discount did they give", "tickets" in "how many support
 * tickets are open", the last one where only a few words are put side by side. Nothing when it is not put so.
 */
export function headOf(words: readonly string[]): string | undefined {
  const from = words.findIndex((word) => asks.test(word));
  if (from < 0) {
    const bare = words.length > 1 && words.length <= longest + 1 && !words.some((word) => ends.has(word));
    return bare ? words.at(-1) : undefined;
  }
  const rest = words.slice(from + 1, from + 2 + longest);
  const to = rest.findIndex((word) => ends.has(word));
  return to > 0 ? rest[to - 1] : undefined;
}

const facts =
  "valuation|revenues?|annual revenue|turnover|headcount|employees|number of employees|founders?|ceo|investors|funding(?: rounds?)?|headquarters|hq|head office|competitors|rivals|partnerships|partners|customers|ipo|profits?|business model|market cap|net income|strategy|risks?|lessons?|pricing";
const name = "([\\p{L}\\p{N}.-]+(?: (?:ai|labs?|ml|inc|[\\p{L}\\p{N}.-]+))?)";
const opening = "^(?:so |and |but )?";
/** A fact of somebody's own: no other name need stand beside it. */
const ownFacts: readonly RegExp[] = [
  new RegExp(`\\b(?:does|did|was|is|has) ${name} (?:founded|started|based|worth|valued|raised?|employ)\\b`, "u"),
  new RegExp(
    `${opening}how many (?:employees|people|customers|users|partners) (?:does|did|has) ${name} (?:have|had|employ)\\b`,
    "u",
  ),
  new RegExp(`${opening}(?:(?:what|who|where) (?:is|are|was|were) (?:the )?)?${name} (?:${facts})$`, "u"),
  new RegExp(`${opening}where (?:is|are) ${name} (?:headquartered|based|located)$`, "u"),
  new RegExp(`${opening}who (?:founded|owns) ${name}$`, "u"),
  new RegExp(`\\b(?:${facts}) (?:of|at) ${name}$`, "u"),
];
/** The same of what may be a product as well. */
const makings = new RegExp(`${opening}who (?:started|created|leads|runs) ${name}$`, "u");
/** What somebody does, maybe with others. */
const doings = new RegExp(
  `\\b(?:does|did|do|was|is|has) ${name} (?:have|had|make|earn|pay|charge|partner|grant|own|run)\\b`,
  "u",
);

type Subject = { readonly words: readonly string[]; readonly own: boolean; readonly firm: boolean };

export const nobody: Subject = { words: [], own: false, firm: false };

/**
 * Whom a fact is asked about, where the question is put like "who founded X" or "how many partners does X have". `own`:
 * the fact is X's alone, so that nobody else can be meant; `firm`: and X can only be a firm.
 */
export function subjectOf(words: readonly string[]): Subject {
  const line = words.join(" ");
  for (const pattern of [...ownFacts, makings, doings]) {
    const subject = pattern.exec(line)?.[1];
    if (!subject) continue;
    const named = subject.split(" ");
    const said = named.filter((word) => !isStopWord(word));
    const own = pattern !== doings && said.length === named.length;
    return { words: said, own, firm: own && pattern !== makings };
  }
  return nobody;
}
