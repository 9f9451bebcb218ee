/** "What is our margin with HubSpot?", "how many partners do we have?" */
const ofOurs =
  /^(?:so |and |hi |hey )*(?:whats?|when|who|how (?:many|much)|which)\b(?!.*\b(?:should|could|would|can|ought|need to)\b).{0,30}?\b(?:of|did|does|do|is|are|was|were|has|have|s) (?:our|my) (?:\p{L}+ ){0,2}(?:partners?|resellers?|distributors?|contracts?|agreements?|nda|deals?|pipeline|forecast|quota|revenue|customers?|clients?|discounts?|margins?|budget|renewals?|invoices?|bonus|boss|meetings?|agenda|qbr)\b|\bwhich of (?:our|my) (?!(?:[\p{L}\p{N}]+ )?(?:compan(?:y|ies)|firms|labs|startups|studies|cases|projects|outfits)\b(?! should\b))\p{L}+|\bagenda (?:of|for) (?:our|my|the|today|tomorrow)|\b(?:tomorrow|today)(?:['’]?s) (?:agenda|meeting|call|qbr|review|standup)\b/iu;

/** "What did our team close last quarter?", "how much did we spend on Claude?" */
const didWe =
  /^(?:so |and |hi |hey )*(?:whats?|when|who|where|how (?:many|much)|which)\b.{0,40}?\b(?:did|have|had) (?:we|i|(?:our|my) (?:\p{L}+ )?(?:team|side|company|firm|boss|ceo|cro|people|sales|colleagues?)) (?:\p{L}+ )?(?:agree|close|sign|sell|win|lose|promise|offer|pay|spend|send|discuss|decide|commit|book|buy)|^(?:so |and )?(?:what|how much) (?:did|does|is|was) (?:our|my) (?:\p{L}+ ){1,4}(?:earn|make|get paid|paid|paying)\b/iu;

/** "The contract we signed", "the deck my boss sent" */
const whatWeMade =
  /\b(?:contract|agreement|nda|msa|deal|order|deck|slides?|invoice|e-?mail|minutes|notes) (?:that |which )?(?:we|i|(?:our|my) \p{L}+)(?: have| had| just)? (?:signed|sent|made|agreed|closed|wrote|got|received|negotiated)\b/iu;

/** "Who on our side owns it?", "when is my next review?", "are we getting laid off?" */
const amongUs =
  /\bwho (?:on|in|at|from|of) (?:our|my) (?:own )?(?:side|team|company|firm|office|org(?:anisation|anization)?)\b|\bwhen(?:['’]?s| is| are) (?:my|our) (?:next|last|first)\b|\b(?:said|agreed?|decided?|discuss(?:ed)?|promised?) .{0,30}\b(?:in|at|on|during) (?:(?:our|my|the) )?(?:last|previous|yesterday['’]?s) (?:\p{L}+['’]?s )?(?:call|meeting|review|qbr)\b|\bare we (?:getting|being|going to be|about to be) (?:laid off|fired|sold|acquired|paid|promoted)\b|\b(?:what(?:['’]?s| is)|show me|pull up) our (?:own|q[1-4]|fy ?\d+|20\d\d) (?!\p{L}+ (?:risk|option)s?\b)/iu;

/** How it is best done, or what may be known. */
const wanting = /\b(?:should|could|would|ought|need to)\b/i;

/** True for a fact that only the asker's own company knows; not for how one should go about something. */
export const asksOfOwnFirm = (text: string): boolean =>
  ofOurs.test(text) || (!wanting.test(text) && [didWe, whatWeMade, amongUs].some((pattern) => pattern.test(text)));
