import type { Kind as EntryKind } from "#content/entry.ts";
import { isSlip } from "../words/typo.ts";
import type { Kind } from "./lexicon.ts";

const kindPatterns: readonly (readonly [Kind, RegExp])[] = [
  [
    "comparison",
    /\b(?:compare[ds]?|comparison|versus|vs|v|differences?|differs?|different from|better than|bigger than|larger than|side by side)\b|\bor\b.*\b(?:which|better|who)\b|\bwhich (?:is|one|company).*\bor\b/,
  ],
  [
    "definition",
    /^(?:so )?(?:what(?:s| is| are| does| do)|define|definition of|meaning of|whats the meaning of|explain|what do (?:you|we|they|people) (?:mean|call)|tell me (?:about|what))\b|\bstands? for\b|\bmeaning\b|\bmean\b|\bdefin|\b(?:word|term|name|expression|jargon) for\b|\bwhats? (?:is )?it called\b|\b(?:do|does) (?:you|we|they|one|people) call\b/,
  ],
  [
    "date",
    /\bwhen\b|\b(?:what|which|in what|in which) (?:year|date|month|day|quarter)\b|\bhow old\b|\bsince when\b|\bhow long ago\b|\bwhat year\b|(?<!\bto )\bdate\b/,
  ],
  [
    "cost",
    /\bhow (?:expensive|cheap|costly)\b|\bcosts?\b|\bprices?\b|\bfees?\b|\bhow much (?:do|does|is|are|to|for|would|will)\b|\bpay for\b|\bcharge/,
  ],
  [
    "number",
    /\bhow (?:many|much|big|large|fast|often|long|high|far|deep|small|quick)\b|\bwhat (?:percentage|percent|share|number|proportion|fraction|amount|size)\b|\b(?:number|count|size) of\b|\b(?:size|headcount)$/,
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

const sortPatterns: readonly (readonly [EntryKind, RegExp])[] = [
  ["idea", /\b(?:ideas?|plays?|tactics?|moves?|campaigns?|ways? to)\b/],
  ["checklist", /\b(?:check ?lists?|before (?:we|you|i|the|a)|agenda|prepare|what to check|tick off)\b/],
  ["playbook", /\b(?:playbooks?|steps?|stages?|phases?|how (?:do|to|should|can|does)|set up|build|run|process)\b/],
  [
    "statistics",
    /\b(?:statistics?|percent(?:age)?|share|benchmarks?|numbers?|data|studies|surveys?|figures?|average|how (?:many|much|often|long))\b/,
  ],
  ["tools", /\b(?:tools?|calculators?|estimators?|calculate|estimate)\b/],
  [
    "comparison",
    /\b(?:versus|vs|v|or|instead of|rather than|over|compare\w*|differences?|differs?|trade ?offs?|better)\b/,
  ],
  ["glossary", /\b(?:mean\w*|definitions?|defined?|stands? for|terms?|jargon|what(?:s| is| are) (?:an?|the)?)\b/],
  ["salaries", /\b(?:salar(?:y|ies)|pay|paid|earns?|compensation|wages?|ote|base)\b/],
  ["role", /\b(?:roles?|job|hire|hiring|interview\w*|skills?|kpis|responsib\w*|report to|reports to|career)\b/],
];

/** The kinds of entries whose trade it is to answer what a line asks. */
export function sortsOf(line: string): ReadonlySet<EntryKind> {
  return new Set(sortPatterns.filter(([, pattern]) => pattern.test(line)).map(([kind]) => kind));
}

/** Kinds that say outright what must be in the answer; without one of them a plain fact will do. */
const telling: readonly Kind[] = ["date", "number", "cost", "person", "place", "why", "how"];

/** What a question asks for, by the way it is put; the kind that fits best first. `line`: its words, lower case. */
export function kindsOf(line: string): Kind[] {
  const found = kindPatterns.filter(([, pattern]) => pattern.test(line)).map(([kind]) => kind);
  return found.some((kind) => telling.includes(kind)) ? found : [...found, "fact"];
}

/** Words that say what kind of question it is, long enough to be mistyped and still known. */
const asking =
  "which where should between difference differences different compare compared comparison explain meaning means founded".split(
    " ",
  );

/** The words of a question, those that say its kind spelt right. `isWord`: true for words that are no slips. */
export function withoutSlips(words: readonly string[], isWord: (word: string) => boolean): readonly string[] {
  return words.map((word) =>
    isWord(word) ? word : (asking.find((meant) => word.length < meant.length + 2 && isSlip(word, meant)) ?? word),
  );
}
