import { dealAsDeed } from "./changes-hands.ts";

const manner = "how(?: (?:often|fast|long|well|badly|quickly|soon|far))?";

/** What is asked of a deed beside what was asked, in the wordings that people have for it. */
const wordings: readonly (readonly [meant: string, said: RegExp])[] = [
  ["why", /^(?:why(?: so| exactly| (?:is|was) (?:that|this))?|how (?:so|come)|for what reason)$/],
  ["when", /^(?:when(?: exactly| did (?:that|this|it) happen)?|(?:in )?(?:what|which) year)$/],
  ["since when", /^since when$/],
  ["where", /^where(?: exactly)?$/],
  ["by whom", /^(?:by whom?|whom? by)$/],
  ["how much", /^(?:(?:for |at )?(?:how much(?: money| exactly)?|(?:what|which) (?:price|sum))|what was the price)$/],
];
const asSaid = new RegExp(`^(?:${manner}|(?:from|with|for|to) whom)$`);

/** What a few words ask of a deed: "why", "when", "by whom", "how much". Undefined for a question of its own. */
export function circumstanceIn(words: string): string | undefined {
  const said = words.toLowerCase().replace(/^why['’]s /, "why is ");
  return wordings.find(([, wording]) => wording.test(said))?.[0] ?? (asSaid.test(said) ? said : undefined);
}

const begin = `^(?:(?:and|so|but) )?(?:(?:why|${manner}|(?:for )?how much|(?:since )?when|where|(?:by|from|with|for|to) whom) )?`;
/** What stands before something that is so: "how often" of "how often did it go down". */
const beforeState = new RegExp(`${begin}(?=(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would) )`, "i");
/** What stands before something that was done, which has its when and where. */
const beforeDeed = new RegExp(`${begin}(?=(?:was|were|did|has|have|had) )`, "i");

/** The question word is all that is said of it: "how much was Tabular", "when was Spain". */
const saysNothing =
  /^(?:how much|how|when|where) (?:is|was|are|were) (?!.*\b(?:\p{L}+ed|\p{L}{2,}ing|bought|sold|built|made|paid|spent|lost|won|led|held|left|sent|shut|taken|given|broken|chosen|written|known|shown)\b)/iu;

const done =
  "founded|started|created|launched|built|bought|acquired|purchased|sold|sued|hacked|invented|banned|designed|funded|backed";
const doneTo = new RegExp(`^(?:was|were) (\\S.{0,60}?) (${done})\\b(.*)$`, "i");
const whoDid = new RegExp(
  `^who (?:co-?)?(${done}) (?!(?:by|in|at|with|for|from|to|up|out|off|most|more|first)\\b)(\\S.{0,60})$`,
  "i",
);
const whoInvested = /^who (?:has |have )?invest(?:ed|s)? (in \S.{0,60})$/i;

const dealt = /\b(?:buy|buying|bought|sell|selling|sold|acquired?|acquiring|purchased?|purchasing|taken over)\b/i;
const paid =
  /^(?:do|does|did|has|have|had) .*\b(?:invest|pay|raise|spend|charge|cost|earn|lose|give|owe|lend|borrow|commit|pledge|donate)(?:d|ed)?\b/i;

/** A deed asked about before, asked of its why, when, by whom or how much. Undefined where that is no good English. */
export function askedOfDeed(circumstance: string, asked: string): string | undefined {
  const deed = dealAsDeed(asked) ?? passive(asked) ?? asked;
  if (saysNothing.test(deed)) return undefined;
  const bare = deed.replace(beforeState, "").replace(/ (?:anywhere|ever|yet|at all)(?= |$)/i, "");
  switch (circumstance) {
    case "why":
      return beforeState.test(deed) && deed !== passive(asked) ? `why ${bare}?` : undefined;
    case "how much":
      if (paid.test(bare)) return `how much ${bare}?`;
      return beforeState.test(deed) && dealt.test(bare) ? `for how much ${bare}?` : undefined;
    case "by whom":
      return byWhom(deed);
    case "since when":
      if (/^(?:is|are|do|does|has|have) /i.test(bare)) return `since when ${bare.replace(/ still(?= )/i, "")}?`;
      return beforeDeed.test(deed) ? `when ${bare}?` : undefined;
    default:
      return beforeDeed.test(deed) ? `${circumstance} ${bare}?` : undefined;
  }
}

/** What somebody is asked to have done, as done: "was it founded" for "who founded it". */
function passive(asked: string): string | undefined {
  const invested = whoInvested.exec(asked)?.[1];
  if (invested) return `did they invest ${invested}`;
  const [, deed, whom] = whoDid.exec(asked) ?? [];
  if (!deed || !whom) return undefined;
  const isMany = /^them$| and /i.test(whom);
  return `${isMany ? "were" : "was"} ${/^them$/i.test(whom) ? "they" : whom} ${deed}`;
}

const objects: Readonly<Record<string, string>> = { they: "them", he: "him", she: "her" };

/** Who did it: "who founded it?" of "when was it founded", "by whom was it written?" of any other. */
function byWhom(deed: string): string | undefined {
  const bare = deed.replace(beforeDeed, "");
  if (!/^(?:was|were) /i.test(bare)) return undefined;
  const [, whom = "", did, rest = ""] = doneTo.exec(bare) ?? [];
  return did ? `who ${did} ${objects[whom.toLowerCase()] ?? whom}${rest}?` : `by whom ${bare}?`;
}
