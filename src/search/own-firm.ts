/** Words in front of what is asked. */
const polite =
  /^(?:(?:so|and|hi|hey|ok|please|quick one|remind me|btw|also)\b[ ,:]*)*(?:(?:can|could|would|will) you (?:please )?)?(?:(?:tell|remind) (?:me|us) )?/i;

const our = "(?:our|my)(?: own)?";
const we =
  "(?:we|i|(?:our|my) (?:\\p{L}+ )?(?:team|side|company|firm|boss|ceo|cro|cfo|people|sales|reps?|colleagues?|lawyers?|legal))";
const office = "(?:legal|finance|procurement|marketing|security|accounting|the (?:board|lawyers|legal team))";

/** What a firm or a person has of its own, that nobody else can tell of. */
const property =
  "(?:partners?(?! managers?\\b)|resellers?|distributors?|contracts?|agreements?|ndas?|msa|deals?|pipeline|forecast|quota|targets?|revenue|bookings|arr|customers?|clients?|accounts?|discounts?|margins?|budget|renewals?|invoices?|bonus|commission|salary|boss|skip level|meetings?|calls?|calendar|agenda|qbr|decks?|slides?|notes|minutes|rollout|expense report|payslip|ote|okrs?|dashboard|territory|opportunit(?:y|ies)|attach rate|win rate|churn|headcount|inbox|tickets?)";

const asking =
  "^(?:whats|what(?:['’]s| is| was| are| were)|who(?:['’]?s| is| was| are)|when(?:['’]?s| is| was| are| were| does| do)|where(?:['’]?s| is| are| did)|how(?:['’]s| is| are| was| were| (?:big|large|high|healthy|good) (?:is|are|was))|which of|how many of|(?:whats|what(?:['’]s| is)) the (?:status|state|value|size|sum|total) of)";

/** Facts that are asked of one's own firm, deals and days. */
const facts = [
  // "What is our margin with HubSpot?", "how many partners do we have?"
  `^(?:whats?|when|who(?! (?:takes|looks))|how (?:many|much)|which)\\b(?!.*\\b(?:could|would|can|too)\\b)(?!.{0,20}\\bdo (?:our|my) (?:customers|clients|partners))(?!.{0,30}\\b(?:of our (?:customers|clients) (?:do|are|use|buy)|in (?:one|a single) partner)).{0,30}?\\b(?:of|did|does|do|is|are|was|were|has|have|s|will) ${our} (?:\\p{L}+ ){0,2}${property}\\b`,
  `${asking} ${our} (?:[\\p{L}-]+ ){0,3}${property}\\b`,
  `${asking} ${our} (?:[\\p{L}-]+ ){1,4}(?:%|percentage|share|rate|count|number|numbers|score|status) (?:this|last|so far|for|now|today|in q\\d)\\b`,
  "\\bagenda (?:of|for) (?:our|my|today|tomorrow)|\\b(?:tomorrow|today)(?:['’]?s) (?:agenda|meeting|call|qbr|review|standup)\\b",
  `^(?:how (?:many|much)|which)\\b.{0,40}\\b(?:in|on|from) ${our} (?:\\p{L}+ ){0,2}(?:pipeline|forecast|territory|dashboard|queue)\\b`,
  // "Send me our deck", "list our top five partners".
  `^(?:list|show|send|pull up|forward|share|give|get|open|find|export|print) (?:me |us )?(?:a (?:list|copy) of )?(?:all )?${our} (?:[\\p{L}\\p{N}-]+ ){0,4}${property}\\b`,
  // "What did our team close last quarter?", "how much have we spent on Claude?"
  `^(?:whats?|when|who|where|why|how (?:many|much)|which)\\b.{0,40}?\\bdid ${we} (?:\\p{L}+ )?(?:agree|close|sign|sell|win|lose|promise|offer|pay|spend|send|discuss|decide|commit|book|buy|put|leave|meet|say|hire)\\b`,
  `^(?:whats?|when|who|where|how (?:many|much)|which)\\b.{0,40}?\\b(?:have|had) ${we} (?:\\p{L}+ )?(?:agreed|closed|signed|sold|won|lost|promised|offered|paid|spent|sent|discussed|decided|committed|booked|bought|met|hired)\\b`,
  "^(?:what|how much) (?:did|was) (?:our|my) (?:\\p{L}+ ){1,4}(?:earn|get paid|paid)\\b",
  // "Pull up the contract we signed": the thing itself is wanted, not what to do about it.
  "^(?:show|find|pull up|send|open|get|fetch|whats in|what(?:['’]s| is) in|where(?:['’]?s| is)|what (?:does|did))\\b.{0,30}\\b(?:contract|agreement|nda|msa|deal|order|deck|slides?|invoice|e-?mail|minutes|notes) (?:that |which )?(?:we|i) (?:have |had |just )?(?:signed|sent|made|agreed|closed|wrote|got|received|negotiated)\\b",
  `^(?:what|how|whats|where|when)\\b.{0,40}\\b(?:rollout|workshop|campaign|launch|event|webinar|trial|pilot) (?:that |which )?(?:we|i) (?:did|ran|had|held|launched|shipped)\\b`,
  // "Who on our side owns it?", "when is my next review?", "did we reply to Mistral?"
  "^who (?:on|in|at|from|of) (?:our|my) (?:own )?(?:side|team|company|firm|office|org(?:anisation|anization)?)\\b|^when(?:['’]?s| is| are) (?:my|our) (?:next|last)\\b|\\b(?:said|agreed?|decided?|discuss(?:ed)?|promised?)\\b.{0,30}\\b(?:in|at|on|during) (?:our|my) (?:last|previous)\\b",
  "^are we (?:getting|being|going to be|about to be) (?:laid off|fired|sold|acquired|promoted)\\b|^are we (?:\\p{L}+ )?(?:on track|behind|ahead|late|still in)\\b|^where are we (?:with|on)\\b|\\b(?:am i|are we) (?:getting|paying|owed|charged|earning)\\b|\\b(?:accounts?|deals?|partners?|team|reps) (?:that )?i (?:manage|own|run|cover|closed)\\b|^am i (?:on track|due|owed|getting|behind|ahead|still|fired|promoted)\\b",
  `^(?:did|have|has) (?:${we}|anyone (?:on|in|from|at) (?:our|my) \\p{L}+) (?:\\p{L}+ )?(?:agree|close|sign|sell|win|lose|promise|offer|pay|spend|sen[dt]|discuss|decide|commit|book|buy|repl|answer|talk|meet|met|hear|get|got|file|register|renew|invoice|ever)`,
  `^(?:did|has|have) (?:${office}) (?:\\p{L}+ )?(?:sign|approve|ok|agree|answer|repl|respond|say|said|send|sent|get|got|come|came|clear)`,
  `^(?:is|are|was|were) ${our} .{0,60}\\b(?:live|signed|approved|renewed|overdue|behind|ahead|on track|confirmed|paid|expired|up for renewal)\\b`,
  "^do (?:we|i) (?:already |still |currently )?have (?:an?|any|the|some|our) (?:\\p{L}+ )?(?:nda|contract|agreement|msa|deal|contact|contacts|meeting|call|account|discount|relationship)\\b.{0,20}\\b(?:with|in place|at|from|today|tomorrow|on)\\b",
  "^(?:which|what) (?:tier|level|stage|plan|version|region) (?:are|were) (?:we|i)\\b|^(?:how (?:much|many|far|late)|what|when|where)\\b.{0,20}\\bare (?:we|i) (?:behind|ahead|short|owed|meeting|seeing|presenting|hosting)\\b|^how far (?:behind|ahead of|off) (?:target|plan|quota|budget) (?:is|are) (?:the|our|my|we|i)\\b",
  "^(?:whats|what(?:['’]s| is)|show me|pull up) our (?:own|q[1-4]|fy ?\\d+|20\\d\\d) (?:\\p{L}+ )?(?:pipeline|quota|forecast|numbers?|revenue|bookings|targets?|churn|budget|spend)\\b",
  "\\bhave (?:we|i) (?:got )?left\\b|\\bdo (?:we|i) have (?:left|reserved|remaining|in stock|coming up)\\b|\\b(?:on|in) (?:my|our) (?:calendar|desk|plate|inbox)\\b|\\b(?:our|my)\\b.{0,60}\\bwhat was (?:it|that) again\\b|\\b(?:the|our) steering committee (?:decided|said|agreed|approved)\\b|^(?:share|forward|send)(?: me| us)? the\\b.*\\b(?:drive link|recording|the team made|we (?:made|sent|used|agreed))\\b",
  "^(?:my|our) (?:own )?(?:ote|quota|bonus|commission|expense report|payslip)\\b.{0,20}\\bthis (?:year|quarter|month)\\b|^(?:is|was|has) my \\p{L}+ (?:\\p{L}+ )?(?:through|approved|paid|done|in)\\b",
  "^(?:send|share|show|find|forward|get|pull)\\b.{0,25}\\bthe (?:deck|slides?|notes|minutes|recording|doc|file|folder|sheet)\\b|^where (?:can i|do i|is|are)\\b.{0,30}\\b(?:shortlist|folder|drive|recording)\\b|\\bwhat was (?:decided|agreed|said|discussed)\\b.{0,60}\\b(?:last (?:week|month|quarter|time)|yesterday|on (?:mon|tues|wednes|thurs|fri)day)\\b|\\b(?:land(?:ed)?|arrive[ds]?) in our account\\b|\\bcontracts up for renewal\\b",
  "\\b(?:status of|update on) (?:the )?(?:opportunity|ticket|deal|case|order|request)\\b.{0,20}\\d{3}|\\b(?:at|in) (?:our|my) (?:own )?(?:company|firm|crm|inbox|calendar|drive|wiki|dashboard|salesforce|hubspot)\\b.{0,40}\\b(?:for|about|on|from|to)\\b",
].map((pattern) => new RegExp(pattern, "iu"));

/** Whatever is to be done with them: "which of our resellers should I fire?" */
const oneOfOurs =
  /\bwhich of (?:our|my) (?!(?:[\p{L}\p{N}]+ )?(?:compan(?:y|ies)|firms|labs|startups|studies|cases|projects|outfits|rivals|competitors|neighbou?rs|offers|investors)\b(?! should\b))\p{L}+/iu;

/** An account that belongs to somebody here: "who owns the Mistral account". */
const account =
  /^[Ww]ho(?: owns|['’]?s on| is on| has| handles| covers| manages| looks after| runs) (?:the )?\p{Lu}[\p{L}\p{N}]+(?: \p{Lu}\p{L}+)? (?:account|relationship|renewal|deal)\b/u;

/** How it is done elsewhere, or best done, is what the casebook tells. */
const elsewhere =
  /\b(?:should|ought|needs? to|has to|have to|must|best|usually|typically|normally|ideally|would|others?|companies|supposed to|criteria|make good|in general|generally|before|if|how (?:do|can|could|would) (?:we|i))\b/i;

/** True for a fact that only the asker's own company knows; not for how one should go about something. */
export function asksOfOwnFirm(text: string): boolean {
  const said = text.replace(polite, "");
  if (oneOfOurs.test(said)) return true;
  return !elsewhere.test(said) && (account.test(said) || facts.some((pattern) => pattern.test(said)));
}
