import { stem } from "../words/tokens.ts";

/** What may be asked for, and the words of which a passage must have one to tell it. */
const details: readonly (readonly [asked: RegExp, told: readonly string[]])[] = [
  [
    /\b(?:which|what) (?:law firm|lawyers?|counsel|law (?:governs|applies))\b/,
    ["law", "lawyer", "counsel", "attorney", "jurisdiction", "legal"],
  ],
  [
    /\b(?:weight|weighs?)\b.{0,20}\b(?:kg|kilos?|pounds|tons?)\b|\bhow (?:much|heavy)\b.*\b(?:weigh|heavy)\b/,
    ["weigh", "weight", "kg", "tonne"],
  ],
  [/\bhow (?:loud|noisy)\b/, ["decibel", "noise", "loud"]],
  [/\bhow many pages\b/, ["page"]],
  [/\b(?:which|what) judge\b/, ["judge", "court", "justice", "jury"]],
  [/\b(?:which|what) minister\b/, ["minister"]],
  [/\bdamages\b/, ["damages", "claim", "sought", "settle", "settlement"]],
  [/\bclaw-?\s?backs?\b/, ["clawback", "claw", "repay", "refund", "return", "unearned"]],
  [/\bearn-?outs?\b/, ["earn-out", "earnout"]],
  [/\bseverance\b/, ["severance"]],
  [/\bsign(?:ing)?-? ?on bonus\b|\bsigning bonus\b/, ["signing", "sign-on"]],
  [/\b(?:which|what|who is the) custodian\b/, ["custodian", "custody"]],
  [/\butili[sz]ation\b/, ["utilisation", "utilization", "use", "busy", "idle", "occupancy", "mfu"]],
  [/\bpass rate\b/, ["pass"]],
  [/\bwin rate\b/, ["win", "won", "close"]],
  [
    /^(?:what does the name|where (?:does|did|is|s) (?:the|its|their) name)\b|\bnamed after\b|\bwhy (?:is|was) (?:it|the \w+) (?:called|named)\b|\bwhere (?:is|s) the name from\b/,
    ["name", "call", "mean", "emoji"],
  ],
];

/** Who asks what to do, or what is usual, asks for more than that word: "should we ask for a clawback?" */
const inPassing =
  /\b(?:should|shall|ought|usual(?:ly)?|typical(?:ly)?|normal(?:ly)?|how (?:do|can|could|would|to)|do (?:we|i))\b/;

/** Words of a question that asks for one thing. */
const longest = 16;

/** Stems of which a passage must have one, whatever else it says: "which law firm represented them", "how much does it weigh". */
export function sayingIn(words: readonly string[]): readonly string[] {
  const line = words.join(" ");
  if (words.length > longest || inPassing.test(line)) return [];
  return (details.find(([asked]) => asked.test(line))?.[1] ?? []).map(stem);
}
