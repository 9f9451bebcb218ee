/** Words in front of what is asked. */
const polite =
  /^(?:(?:so|and|hi|hey|ok|please)\b[ ,]*)*(?:(?:can|could|would|will) you (?:please )?)?(?:(?:tell|remind) (?:me|us) )?/i;

/** "What is our margin with HubSpot?", "how many partners do we have?" */
const ofOurs =
  /^(?:whats?|when|who|how (?:many|much)|which)\b(?!.*\b(?:should|could|would|can|ought|need to)\b).{0,30}?\b(?:of|did|does|do|is|are|was|were|has|have|s|will) (?:our|my) (?:\p{L}+ ){0,2}(?:partners?(?! managers?\b)|resellers?|distributors?|contracts?|agreements?|nda|deals?|pipeline|forecast|quota|revenue|customers?|clients?|discounts?|margins?|budget|renewals?|invoices?|bonus|boss|meetings?|agenda|qbr)\b|\bwhich of (?:our|my) (?!(?:[\p{L}\p{N}]+ )?(?:compan(?:y|ies)|firms|labs|startups|studies|cases|projects|outfits)\b(?! should\b))\p{L}+|\bagenda (?:of|for) (?:our|my|the|today|tomorrow)|\b(?:tomorrow|today)(?:['’]?s) (?:agenda|meeting|call|qbr|review|standup)\b/iu;

const us =
  "(?:we|i|(?:our|my) (?:\\p{L}+ )?(?:team|side|company|firm|boss|ceo|cro|cfo|people|sales|reps?|colleagues?))";
const asked = "^(?:whats?|when|who|where|how (?:many|much)|which)\\b.{0,40}?\\b";

/** "What did our team close last quarter?", "how much have we spent on Claude?" */
const didWe = [
  `${asked}did ${us} (?:\\p{L}+ )?(?:agree|close|sign|sell|win|lose|promise|offer|pay|spend|send|discuss|decide|commit|book|buy)\\b`,
  `${asked}(?:have|had) ${us} (?:\\p{L}+ )?(?:agreed|closed|signed|sold|won|lost|promised|offered|paid|spent|sent|discussed|decided|committed|booked|bought)\\b`,
  "^(?:what|how much) (?:did|was) (?:our|my) (?:\\p{L}+ ){1,4}(?:earn|get paid|paid)\\b",
].map((pattern) => new RegExp(pattern, "iu"));

/** "Pull up the contract we signed": the thing itself is wanted, not what to do about it. */
const whatWeMade =
  /^(?:show|find|pull up|send|open|get|fetch|whats in|what(?:['’]s| is) in|where(?:['’]?s| is)|what (?:does|did))\b.{0,30}\b(?:contract|agreement|nda|msa|deal|order|deck|slides?|invoice|e-?mail|minutes|notes) (?:that |which )?(?:we|i) (?:have |had |just )?(?:signed|sent|made|agreed|closed|wrote|got|received|negotiated)\b/i;

/** "Who on our side owns it?", "when is my next review?", "are we getting laid off?" */
const amongUs =
  /^who (?:on|in|at|from|of) (?:our|my) (?:own )?(?:side|team|company|firm|office|org(?:anisation|anization)?)\b|^when(?:['’]?s| is| are) (?:my|our) (?:next|last)\b|\b(?:said|agreed?|decided?|discuss(?:ed)?|promised?)\b.{0,30}\b(?:in|at|on|during) (?:our|my) (?:last|previous)\b|^are we (?:getting|being|going to be|about to be) (?:laid off|fired|sold|acquired|promoted)\b|^(?:whats|what(?:['’]s| is)|show me|pull up) our (?:own|q[1-4]|fy ?\d+|20\d\d) (?:\p{L}+ )?(?:pipeline|quota|forecast|numbers?|revenue|bookings|targets?|churn|budget|spend)\b/iu;

/** How it is done elsewhere, or best done, is what the casebook tells. */
const elsewhere =
  /\b(?:should|ought|needs? to|has to|have to|must|best|usually|typically|normally|ideally|others?|companies)\b/i;

/** True for a fact that only the asker's own company knows; not for how one should go about something. */
export function asksOfOwnFirm(text: string): boolean {
  const said = text.replace(polite, "");
  if (ofOurs.test(said)) return true;
  return !elsewhere.test(said) && [...didWe, whatWeMade, amongUs].some((pattern) => pattern.test(said));
}
