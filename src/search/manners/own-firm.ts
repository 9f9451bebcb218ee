/** Words in front of what is asked. */
const polite =
  /^(?:(?:so|and|hi|hey|ok|please|quick one|remind me|btw|also)\b[ ,:]*)*(?:(?:can|could|would|will) you (?:please )?)?(?:(?:tell|remind) (?:me|us) )?/i;

const our = "(?:our|my)(?: own)?";
const we =
  "(?:we|i|(?:our|my) (?:\\p{L}+ )?(?:team|side|company|firm|boss|ceo|cro|cfo|people|sales|reps?|colleagues?|lawyers?|legal))";
const office = "(?:legal|finance|procurement|marketing|security|accounting|the (?:lawyers|legal team))";

/** What a firm or a person has of its own, that nobody else can tell of. */
const property =
  "(?:partners?(?! managers?\\b)|resellers?|distributors?|contracts?|agreements?|ndas?|msa|deals?|pipeline|forecast|quota|targets?|revenue|bookings|arr|customers?|clients?|accounts?|discounts?|margins?|budget|renewals?|invoices?|bonus|commission|salary|boss|skip level|meetings?|calls?|calendar|agenda|qbr|decks?|slides?|notes|minutes|rollout|expense report|payslip|ote|okrs?|dashboard|territory|opportunit(?:y|ies)|attach rate|win rate|churn|headcount|inbox|tickets?)";

const asking =
  "^(?:whats|what(?:['’]s| is| was| are| were)|who(?:['’]?s| is| was| are)|when(?:['’]?s| is| was| are| were| does| do)|where(?:['’]?s| is| are| did)|how(?:['’]s| is| are| was| were| (?:big|large|high|healthy|good) (?:is|are|was))|which of|how many of|(?:whats|what(?:['’]s| is)) the (?:status|state|value|size|sum|total) of)";

/** Facts of one's own firm, deals and days: each with what it is for. */
const ours = patterns([
  // What is our margin with HubSpot?
  `^(?:whats?|when|who(?! (?:takes|looks))|how (?:many|much)|which)\\b(?!.*\\b(?:could|would|can|too)\\b)(?!.{0,20}\\bdo (?:our|my) (?:customers|clients|partners))(?!.{0,30}\\b(?:of our (?:customers|clients) (?:do|are|use|buy)|in (?:one|a single) partner)).{0,30}?\\b(?:of|did|does|do|is|are|was|were|has|have|s|will) ${our} (?:\\p{L}+ ){0,2}${property}\\b`,
  // Where is our deck? How healthy is our pipeline?
  `${asking} ${our} (?:[\\p{L}-]+ ){0,3}${property}\\b`,
  // What margin is stipulated in our contract with Accenture?
  `^(?:whats?|which|when|who|how (?:many|much|long))\\b.{0,40}?\\b(?:is|was|are|were|has been|have been|did ${we}) (?:\\p{L}+ )?(?:stipulated|agreed?|fixed|set|written|named|stated|specified|capped|promised|laid down|defined|signed)(?: (?:down|on|to))? (?:in|under|by|per) ${our} (?:[\\p{L}-]+ ){0,2}(?:contracts?|agreements?|nda|msa|sow|order form|deal|addendum)\\b`,
  `\\baccording to ${our} (?:[\\p{L}-]+ ){0,2}(?:contracts?|agreements?|nda|msa|sow|order form|addendum)\\b`,
  // What's our partner-sourced % this quarter?
  `${asking} ${our} (?:[\\p{L}-]+ ){1,4}(?:%|percentage|share|rate|count|number|numbers|score|status) (?:this|last|so far|for|now|today|in q\\d)\\b`,
  // Agenda for tomorrow; today's call.
  "\\bagenda (?:of|for) (?:our|my|today|tomorrow)|\\b(?:tomorrow|today)(?:['’]?s) (?:agenda|meeting|call|qbr|review|standup)\\b",
  // How many deals are in our pipeline?
  `^(?:how (?:many|much)|which)\\b.{0,40}\\b(?:in|on|from) ${our} (?:\\p{L}+ ){0,2}(?:pipeline|forecast|territory|dashboard|queue)\\b`,
  // Send me our deck. List our top five partners.
  `^(?:list|show|send|pull up|forward|share|give|get|open|find|export|print) (?:me |us )?(?:a (?:list|copy) of )?(?:all )?${our} (?:[\\p{L}\\p{N}-]+ ){0,4}${property}\\b`,
  // What did our team close last quarter? Why did we lose the deal?
  `^(?:whats?|when|who|where|why|how (?:many|much)|which)\\b.{0,40}?\\bdid ${we} (?:\\p{L}+ )?(?:agree|close|sign|sell|win|lose|promise|offer|pay|spend|send|discuss|decide|commit|book|buy|put|leave|meet|say|hire)\\b`,
  // How much have we spent on Claude?
  `^(?:whats?|when|who|where|how (?:many|much)|which)\\b.{0,40}?\\b(?:have|had) ${we} (?:\\p{L}+ )?(?:agreed|closed|signed|sold|won|lost|promised|offered|paid|spent|sent|discussed|decided|committed|booked|bought|met|hired)\\b`,
  // What did our VP of sales earn?
  "^(?:what|how much) (?:did|was) (?:our|my) (?:\\p{L}+ ){1,4}(?:earn|get paid|paid)\\b",
  // Pull up the contract we signed: the thing itself is wanted, not what to do about it.
  "^(?:show|find|pull up|send|open|get|fetch|whats in|what(?:['’]s| is) in|where(?:['’]?s| is)|what (?:does|did))\\b.{0,30}\\b(?:contract|agreement|nda|msa|deal|order|deck|slides?|invoice|e-?mail|minutes|notes) (?:that |which )?(?:we|i) (?:have |had |just )?(?:signed|sent|made|agreed|closed|wrote|got|received|negotiated)\\b",
  // What's the ROI on the rollout we did?
  "^(?:what|how|whats|where|when)\\b.{0,40}\\b(?:rollout|workshop|campaign|launch|event|webinar|trial|pilot) (?:that |which )?(?:we|i) (?:did|ran|had|held|launched|shipped)\\b",
  // Who on our side owns it?
  "^who (?:on|in|at|from|of) (?:our|my) (?:own )?(?:side|team|company|firm|office|org(?:anisation|anization)?)\\b",
  // When is my next review? What was agreed in our last call?
  "^when(?:['’]?s| is| are) (?:my|our) (?:next|last)\\b|\\b(?:said|agreed?|decided?|discuss(?:ed)?|promised?)\\b.{0,30}\\b(?:in|at|on|during) (?:our|my) (?:last|previous)\\b",
  // Are we getting laid off? Are we on track? Am I on track for my bonus?
  "^are we (?:getting|being|going to be|about to be) (?:laid off|fired|sold|acquired|promoted)\\b|^(?:are we|am i) (?:\\p{L}+ )?(?:on track|behind|ahead|late)\\b",
  // Which accounts do I manage? What commission am I getting?
  "\\b(?:accounts?|deals?|partners?|team|reps) (?:that )?i (?:manage|own|run|cover|closed)\\b|\\b(?:am i|are we) (?:getting|paying|charged|earning)\\b",
  // Did we reply to Mistral? Has anyone on our side met them?
  `^(?:did|have|has) (?:${we}|anyone (?:on|in|from|at) (?:our|my) \\p{L}+) (?:\\p{L}+ )?(?:agree|close|sign|sell|win|lose|promise|offer|pay|spend|sen[dt]|discuss|decide|commit|book|buy|repl|answer|talk|meet|met|hear|get|got|file|register|renew|invoice|ever)`,
  // Is our listing live yet?
  `^(?:is|are|was|were) ${our} .{0,60}\\b(?:live|signed|approved|renewed|overdue|behind|ahead|on track|confirmed|expired|up for renewal)\\b`,
  // Do we already have an NDA in place with them?
  "^do (?:we|i) (?:already |still |currently )?have (?:an?|any|the|some|our) (?:\\p{L}+ )?(?:nda|contract|agreement|msa|deal|contact|contacts|meeting|call|account|discount|relationship)\\b.{0,20}\\b(?:with (?!the\\b)|in place|at|today|tomorrow)",
  // Which tier are we? What are we short of? How far behind target are we?
  "^(?:which|what) (?:tier|level|plan|version|region) (?:are|were) (?:we|i)\\b|^(?:how (?:much|many|far|late)|what|when|where)\\b.{0,20}\\bare (?:we|i) (?:behind|ahead|short|owed|meeting|seeing|presenting|hosting)\\b|^how far (?:behind|ahead of|off) (?:target|plan|quota|budget) (?:is|are) (?:our|my|we|i|the \\p{L}+ (?:\\p{L}+ )?team)\\b",
  // What are our Q3 numbers?
  "^(?:whats|what(?:['’]s| is)|show me|pull up) our (?:own|q[1-4]|fy ?\\d+|20\\d\\d) (?:\\p{L}+ )?(?:pipeline|quota|forecast|numbers?|revenue|bookings|targets?|churn|budget|spend)\\b",
  // How much MDF have we got left? What do we have reserved?
  "\\bhave (?:we|i) (?:got )?left\\b|\\bdo (?:we|i) have (?:left|reserved|remaining|in stock|coming up)\\b",
  // What is on my calendar? Our score from June, what was it again?
  "\\b(?:on|in) (?:my|our) (?:calendar|desk|plate|inbox)\\b|\\b(?:our|my)\\b.{0,60}\\bwhat was (?:it|that) again\\b",
  // My OTE this year? Is my expense report through?
  "^(?:my|our) (?:own )?(?:ote|quota|bonus|commission|expense report|payslip)\\b.{0,20}\\bthis (?:year|quarter|month)\\b|^(?:is|was|has) my \\p{L}+ (?:\\p{L}+ )?(?:through|approved|paid|done|in)\\b",
  // What is the process at our company for …?
  "\\b(?:at|in) (?:our|my) (?:own )?(?:company|firm|crm|inbox|calendar|drive|wiki|dashboard|salesforce|hubspot)\\b.{0,40}\\b(?:for|about|on|from|to)\\b|\\b(?:land(?:ed)?|arrive[ds]?) in our account\\b",
]);

/** The same where nobody says "our"; of a company that is named it may be a fact. */
const here = patterns([
  // Did legal sign off?
  `^(?:did|has|have) (?:${office}) (?:\\p{L}+ )?(?:sign|approve|ok|agree|answer|repl|respond|say|said|send|sent|get|got|come|came|clear)`,
  // Where are we with the reseller contract?
  "^where are we (?:with|on) (?:the|our|my)\\b",
  // What did the steering committee decide? What was agreed on Monday?
  "\\b(?:the|our) steering committee (?:decided|said|agreed|approved)\\b|\\bwhat was (?:decided|agreed|said|discussed)\\b.{0,60}\\b(?:last (?:week|month|quarter|time)|yesterday|on (?:mon|tues|wednes|thurs|fri)day)\\b",
  // Send me the deck. Where is the recording?
  "^(?:send|share|show|find|forward|get|pull)\\b.{0,25}\\bthe (?:deck|slides?|notes|minutes|recording|doc|file|folder|sheet)\\b|^where (?:can i|do i|is|are)\\b.{0,30}\\b(?:shortlist|folder|drive|recording)$",
  // Which contracts are up for renewal? Status of opportunity 00418.
  "\\bcontracts up for renewal\\b|\\b(?:status of|update on) (?:the )?(?:opportunity|ticket|deal|case|order|request)\\b.{0,20}\\b\\d{4,}\\b",
]);

/** Whatever is to be done with them: "which of our resellers should I fire?" */
const oneOfOurs =
  /\bwhich of (?:our|my) (?!(?:[\p{L}\p{N}]+ )?(?:compan(?:y|ies)|firms|labs|startups|studies|cases|projects|outfits|rivals|competitors|neighbou?rs|offers|investors|metrics)\b(?! should\b))\p{L}+/iu;

/** An account that belongs to somebody here: "who owns the Mistral account". */
const account =
  /^[Ww]ho(?: owns|['’]?s on| is on| has| handles| covers| manages| looks after| runs) (?:the )?\p{Lu}[\p{L}\p{N}]+(?: \p{Lu}\p{L}+)? (?:account|renewal)\b/u;

/** How it is done elsewhere, or best done, is what the casebook tells. */
const elsewhere =
  /\b(?:should|ought|needs?|has to|have to|must|best|usual(?:ly)?|typical(?:ly)?|normal(?:ly)?|ideal(?:ly)?|most|as a rule|as an? |range|checklist|template|steps|matters?|would|others?|companies|supposed to|criteria|make good|in general|generally|before|after|if|blind spots|how (?:do|can|could|would) (?:we|i))\b|\bor the\b/i;

/** True for a fact that only the asker's own company knows; not for how one should go about something. `isNamed`: a company with an entry is named. */
export function asksOfOwnFirm(text: string, isNamed: () => boolean): boolean {
  const said = text.replace(polite, "");
  if (oneOfOurs.test(said)) return true;
  if (elsewhere.test(said)) return false;
  return account.test(said) || ours.some((one) => one.test(said)) || (here.some((one) => one.test(said)) && !isNamed());
}

function patterns(texts: readonly string[]): readonly RegExp[] {
  return texts.map((text) => new RegExp(text, "iu"));
}
