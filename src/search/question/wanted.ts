import { isStopWord } from "../words/tokens.ts";
import { headOf } from "./ask-form.ts";
import { type Currency, currencyIn, payerIn } from "./paying.ts";
import { sayingIn } from "./saying.ts";

/** What must stand in a passage for it to answer, told by the way a question is put. */
export type Wanted = {
  /** An amount of something, a price, a part of a whole, a time, or the day on which something was done. */
  readonly amount: "number" | "money" | "share" | "time" | "date" | undefined;
  /** What is to be counted: "engineers" in "how many engineers work on it". */
  readonly counted: string | undefined;
  /** Whose payment it is, by the words of a name: "how much did Thrive put in". */
  readonly payer: readonly string[];
  /** The money in which a sum is asked for: "in dollars". */
  readonly currency: Currency | undefined;
  /** A name of somebody or something: "the names of the four repositories", "who led the round". */
  readonly name: boolean;
  /** Stems of which one must be said, whatever else is: "which law firm represented them", "how much does it weigh". */
  readonly saying: readonly string[];
  /** People are to be counted: "how many people worked there". */
  readonly people: boolean;
  /** What each of several got, or how something is divided among them: "how much did each of the teams get". */
  readonly each: boolean;
  /** Who put a hand to a paper: "who signed the deal". */
  readonly signer: boolean;
  /** The ways to say the post whose holder is asked for, each as words: "who is the finance chief". */
  readonly post: readonly (readonly string[])[];
  /** What somebody runs who is asked for: "partnerships" in "who runs partnerships at …". */
  readonly run: readonly string[];
};

const number = /\bhow (?:many|much)\b|\b(?:what|which) (?:percentage|percent|share|number|amount|sum)\b/;
const money =
  /\b(?:how much|what) (?:did|does|do|will|has|have) .*\b(?:pays?|paid|costs?|spend|spent|earn|earned|charges?(?! for$)|invest|invested)\b|\b(?:what|which) (?:price|fine|fee) (?:did|was|were|has|had)\b|^(?:the )?(?:purchase )?price .{1,40} paid\b|\b(?:how much|what) (?:is|was|are|were) .{1,60} worth(?: today| now| in \w+)?$|\bworth in (?:dollars|euros|money)\b|\b(?:annual|yearly|base) salary$/;
const share =
  /\b(?:what|which|how (?:big|large)(?: of)?)(?: a| an)? (?:stake|share|percentage|percent|portion|fraction|proportion) (?!price)|\bin percent\b|\bhow many percent\b|\bas a of\b|\b(?:as a|the|what) percentage\b|\bpercentage (?:stake|holding|share)\b|\b(?:interest rate|rate of interest)\b/;
const time =
  /\bhow long (?:did|does|do|is|was|were|are|has|have|will)\b|\bhow many (?:minute|hour|day|week|month|year)s\b/;
const date =
  /^(?:and |so )?(?:when (?:did|was|were|exactly (?:did|was|were))|(?:on )?what (?:date|day|month|year)(?: exactly)? (?:did|was|were)|since when)\b/;
const name =
  /^(?:and |so )?who (?:exactly |all )?(?:led|co-?led|chaired|invested|backed|presided|wrote the (?:lead )?(?:cheque|check))\b|\bnames (?:of|pls|please)\b|\bname of the (?:firm|company|person)\b|\b(?:what|which) (?:is|was|are|were) the names? of\b|\bwhich (?:law firm|judge|bank|person|lawyer|minister)\b|\bwho (?:is|was|were|are) the (?:\w+ )?(?:buyers|judge|custodian|arbiter)\b|^(?:and |so )?which (?:\w+ )?(?:publishers|organi[sz]ations|banks|funds|agencies|universities|buyers)\b/;
const people = /\bhow many (?:people|persons|staff|employees|workers) (?!use|own|hold|have|pay|visit|download|read)/;
const signer =
  /\b(?:who|which (?:\w+ )?(?:executive|official|officer|director|minister|person|lawyer))\b.* (?:signed(?! up)|negotiated|drafted)\b/;
const each = /\bhow much (?:money |cash )?(?:did |does |do |was |is |were |went to )?each\b|\bhow much each$/;
const who = /^(?:and |so )?who(?: is| was| are|s)? (?:the )?(.+)$/;
const titled = /\b(?:chief (\w+) officer|(?:head|director|chief) of (\w+)|(\w+) (?:chief|director))\b/;
const running = /^(?:and |so )?who (?:runs|leads|heads|manages|oversees|is running|is leading|is in charge of) (.+)$/;
const atPresent = /^(?:now|today|currently|nowadays|presently|still|these|days|right)$/;
const where = / (?:at|in|of|for|on|with) /;

/**
 * Reads from a question's words what a passage must have to answer. `isName`: the word is part of somebody's name;
 * `posts`: the ways to say each post.
 */
export function wantedIn(
  words: readonly string[],
  isName: (word: string) => boolean,
  posts: readonly (readonly (readonly string[])[])[],
): Wanted {
  const line = words.join(" ");
  const run = running.exec(line)?.[1]?.split(where)[0]?.split(" ") ?? [];
  return {
    amount: amountIn(line),
    counted: countedIn(words),
    payer: payerIn(line, isName),
    currency: currencyIn(line),
    name: name.test(line),
    each: each.test(line),
    saying: sayingIn(words),
    people: people.test(line),
    signer: signer.test(line),
    post: postIn(line, posts),
    run: run.filter((word) => !isStopWord(word) && !isName(word) && !atPresent.test(word)),
  };
}

function amountIn(line: string): Wanted["amount"] {
  if (share.test(line)) return "share";
  if (time.test(line)) return "time";
  if (money.test(line)) return "money";
  if (date.test(line)) return "date";
  return number.test(line) ? "number" : undefined;
}

/** Nothing of what is counted in these, or meant by everybody, need be said: "58M SOL" are tokens, "1.2 GW" gigawatts. */
const measures =
  /^(?:people|persons?|folks?|others|heads|(?:second|minute|hour|day|week|month|year|quarter)s?|times|percent|(?:dollar|euro|pound|cent)s?|money|tokens?|coins?|(?:giga|mega)watts?|countries|nations|companies|firms|groups|kinds|types|sorts|steps|parts|users|customers|works|pieces|things|units)$/;

function countedIn(words: readonly string[]): string | undefined {
  const at = words.findIndex((word, i) => word === "many" && words[i - 1] === "how");
  const head = at < 0 ? undefined : headOf(words.slice(at));
  return head === undefined || measures.test(head) ? undefined : head;
}

function postIn(line: string, posts: readonly (readonly (readonly string[])[])[]): readonly (readonly string[])[] {
  const [, asked] = who.exec(line) ?? [];
  if (asked === undefined || answering.test(asked)) return [];
  const said = ` ${asked} `;
  const known = posts.find((ways) => ways.some((way) => said.includes(` ${way.join(" ")} `)));
  if (known) return known;
  const field = titled
    .exec(asked)
    ?.slice(1)
    .find((word) => word !== undefined);
  return field === undefined || isStopWord(field) ? [] : [[field]];
}

/** Whom somebody answers to, or works with, is another question than who it is. */
const answering =
  /\b(?:do|does|did|reports?|answers?|works?|should|would|can|before|after|needs?|owns|says?|said|stood|stands?|stepped|steps?|filled|fills?|fired|hired|replaced|left)\b/;
