import { patterns, raw } from "./patterns.ts";

const our = "(?:our|my)(?: own)?";
const we = raw`(?:we|i|(?:our|my) (?:\p{L}+ )?(?:team|side|company|firm|boss|ceo|cro|cfo|people|sales|reps?|colleagues?|lawyers?|legal))`;
const office = "(?:legal|finance|procurement|marketing|security|accounting|the (?:lawyers|legal team))";
const paper = "(?:contracts?|agreements?|nda|msa|sow|order form|addendum)";

/** What a firm or a person has of its own, that nobody else can tell of. */
const property = `(?:${[
  raw`partners?(?! managers?\b)|resellers?|distributors?|customers?|clients?|accounts?|boss|skip level`,
  "contracts?|agreements?|ndas?|msa|deals?|renewals?|invoices?|opportunit(?:y|ies)|tickets?",
  "pipeline|forecast|quota|targets?|revenue|bookings|arr|discounts?|margins?|budget|attach rate|win rate|churn|headcount",
  "bonus|commission|salary|expense report|payslip|ote|okrs?|dashboard|territory",
  "meetings?|calls?|calendar|agenda|qbr|decks?|slides?|notes|minutes|rollout|inbox",
].join("|")})`;

const whichOf = "whats?|when|who|where|how (?:many|much)|which";
const didAgree =
  "(?:agree|close|sign|sell|win|lose|promise|offer|pay|spend|blow|burn|waste|send|discuss|decide|commit|book|buy|put|leave|meet|say|hire)";
const haveAgreed =
  "(?:agreed|closed|signed|sold|won|lost|promised|offered|paid|spent|sent|discussed|decided|committed|booked|bought|met|hired)";
const didOrHave =
  "(?:agree|close|sign|sell|win|lose|promise|offer|pay|spend|sen[dt]|discuss|decide|commit|book|buy|repl|answer|talk|meet|met|hear|get|got|file|register|renew|invoice|ever)";
const laidDown =
  "(?:stipulated|agreed?|fixed|set|written|named|stated|specified|capped|promised|laid down|defined|signed)";

/** How such a question starts: "what is", "who's", "how healthy is". */
const asking = `^(?:${[
  "whats|what(?:['’]s| is| was| are| were)",
  "who(?:['’]?s| is| was| are)",
  "when(?:['’]?s| is| was| are| were| does| do)",
  "where(?:['’]?s| is| are| did)",
  "how(?:['’]s| is| are| was| were| (?:big|large|high|healthy|good) (?:is|are|was))",
  "which of|how many of",
  "(?:whats|what(?:['’]s| is)) the (?:status|state|value|size|sum|total) of",
].join("|")})`;

/** How it is with many is no fact of one firm: "how many of our customers do …", "what do our clients …". */
const notOfMany = `(?!${[
  raw`.*\b(?:could|would|can|too)\b`,
  raw`.{0,20}\bdo (?:our|my) (?:customers|clients|partners)`,
  raw`.{0,30}\b(?:of our (?:customers|clients) (?:do|are|use|buy)|in (?:one|a single) partner)`,
].join("|")})`;

/** Facts of one's own firm, deals and days. */
export const ours = patterns({
  // What we have.
  "what margin do our resellers get?": [
    raw`^(?:whats?|when|who(?! (?:takes|looks))|how (?:many|much)|which)\b${notOfMany}`,
    raw`.{0,30}?\b(?:of|did|does|do|is|are|was|were|has|have|s|will) ${our} (?:\p{L}+ ){0,2}${property}\b`,
  ],
  "where is our deck?": raw`${asking} ${our} (?:[\p{L}'’-]+ ){0,3}${property}\b`,
  "who are our competitors?": raw`^(?:so |and )?(?:who(?:['’]?s| is| are)|name) ${our} (?:\p{L}+ ){0,2}(?:competitors?|rivals?|competition)[?!. ]*$`,
  "what's our co-sell share this quarter?": [
    raw`${asking} ${our} (?:[\p{L}-]+ ){1,4}(?:%|percentage|share|rate|count|number|numbers|score|status)`,
    raw` (?:this|last|so far|for|now|today|in q\d)\b`,
  ],
  "how many deals are in our pipeline?": [
    raw`^(?:how (?:many|much)|which)\b.{0,40}\b(?:in|on|from) ${our} (?:\p{L}+ ){0,2}`,
    raw`(?:pipeline|forecast|territory|dashboard|queue)\b`,
  ],
  "list our top five partners": [
    raw`^(?:list|show|send|pull up|forward|share|give|get|open|find|export|print) (?:me |us )?`,
    raw`(?:a (?:list|copy) of )?(?:all )?${our} (?:[\p{L}\p{N}-]+ ){0,4}${property}\b`,
  ],
  "show me our Q3 numbers": [
    raw`^(?:whats|what(?:['’]s| is)|show me|pull up) our (?:own|q[1-4]|fy ?\d+|20\d\d) (?:\p{L}+ )?`,
    raw`(?:pipeline|quota|forecast|numbers?|revenue|bookings|targets?|churn|budget|spend)\b`,
  ],
  "how much pipeline have we got with them this quarter?": [
    raw`^how (?:many|much)\b.{0,40}\b(?:have|do) (?:we|i) (?:got|have|hold|carry)\b(?! to\b)`,
    raw`.{0,40}\b(?:this|last|today|now|right now|at the moment|so far)\b`,
  ],
  "how many partners do we have?": [
    raw`^(?:so |and |ok )?(?:how (?:many|much)|what|which) (?:\p{L}[\p{L}-]* ){0,2}${property} (?:do|did) (?:we|i)`,
    raw` (?:currently |already |still |now )?(?:have|own|employ|work with|sell to|make|close|sign|win|lose)`,
    raw`(?: (?:now|today|so far|in total|altogether|right now|at the moment|already|(?:this|last) \p{L}+))?[?!. ]*$`,
  ],
  "do we have partners in Japan?": [
    raw`^(?:so |and )?do (?:we|i) (?:already |still |currently )?have (?:any |other |more )*(?!(?:an?|any|the|some|our)\b)(?:\p{L}+ )?${property}`,
    raw`(?: (?:in|at|from) .{1,40})?[?!. ]*$`,
  ],
  "how many people work for us?": [
    raw`^(?:so |and )?how (?:many (?:people|employees|reps|of us|partner managers) (?:work|are (?:there|working|employed)?)? ?(?:for us|here|with us|at our company|in our \p{L}+)|big (?:is|are) our (?:\p{L}+ )?(?:team|company|firm|sales force))`,
    raw`(?: now| today)?[?!. ]*$`,
  ],
  "is my boss happy with my number?": raw`^(?:is|was) (?:my|our) (?:boss|manager|ceo|cro|skip level|team) (?:\p{L}+ )?(?:happy|pleased|satisfied|angry|mad|annoyed|unhappy|upset) with (?:me|us|my|our)\b`,
  "how much MDF have we got left?": raw`\bhave (?:we|i) (?:got )?left\b`,
  "what do we have reserved?": raw`\bdo (?:we|i) have (?:left|reserved|remaining|in stock|coming up)\b`,
  "do we already have an NDA in place with them?": [
    raw`^do (?:we|i) (?:already |still |currently )?have (?:an?|any|the|some|our) (?:\p{L}+ )?`,
    raw`(?:nda|contract|agreement|msa|deal|contact|contacts|meeting|call|account|discount|relationship)\b`,
    raw`.{0,20}\b(?:with (?!the\b)|in place|at|today|tomorrow)`,
  ],

  // What our contracts say.
  "what margin is stipulated in our contract with Accenture?": [
    raw`^(?:whats?|which|when|who|how (?:many|much|long))\b`,
    raw`.{0,40}?\b(?:is|was|are|were|has been|have been|did ${we}) (?:\p{L}+ )?${laidDown}`,
    raw`(?: (?:down|on|to))? (?:in|under|by|per) ${our} (?:[\p{L}-]+ ){0,2}(?:${paper}|deal)\b`,
  ],
  "what is due according to our agreement?": raw`\baccording to ${our} (?:[\p{L}-]+ ){0,2}${paper}\b`,
  // The thing itself is wanted, not what to do about it.
  "pull up the contract we signed": [
    raw`^(?:show|find|pull up|send|open|get|fetch|whats in|what(?:['’]s| is) in|where(?:['’]?s| is)|what (?:does|did))`,
    raw`\b.{0,30}\b(?:contract|agreement|nda|msa|deal|order|deck|slides?|invoice|e-?mail|minutes|notes)`,
    raw` (?:that |which )?(?:we|i) (?:have |had |just )?`,
    raw`(?:signed|sent|made|agreed|closed|wrote|got|received|negotiated)\b`,
  ],
  "is our listing live yet?": [
    raw`^(?:is|are|was|were) ${our} .{0,60}`,
    raw`\b(?:live|signed|approved|renewed|overdue|behind|ahead|on track|confirmed|expired|up for renewal)\b`,
  ],

  // What we did.
  "why did they lose the deal?": [
    raw`^(?:(?:(?:${whichOf}|why) )?did (?:they|${we}|i|he|she|.{1,60} and .{1,30}?)\b.{0,40}\b(?:lose|win)|who (?:lost|won)) (?:the|that|this)`,
    raw` (?:deal|bid|tender|pitch|rfp|renewal|opportunity)(?: to them)?[\s?!.]*$`,
  ],
  "what did our team close last quarter?": raw`^(?:${whichOf}|why)\b.{0,40}?\bdid ${we} (?:\p{L}+ )?${didAgree}\b`,
  "how much have we spent on Claude?": raw`^(?:${whichOf})\b.{0,40}?\b(?:have|had) ${we} (?:\p{L}+ )?${haveAgreed}\b`,
  "did we reply to Mistral?": raw`^(?:did|have|has) (?:${we}|anyone (?:on|in|from|at) (?:our|my) \p{L}+) (?:\p{L}+ )?${didOrHave}`,
  "what's the ROI on the rollout we did?": [
    raw`^(?:what|how|whats|where|when)\b.{0,40}`,
    raw`\b(?:rollout|workshop|campaign|launch|event|webinar|trial|pilot) (?:that |which )?(?:we|i)`,
    raw` (?:did|ran|had|held|launched|shipped)\b`,
  ],

  // Who of us, and what they earn.
  "who on our side owns it?": raw`^who (?:on|in|at|from|of) (?:our|my) (?:own )?(?:side|team|company|firm|office|org(?:anisation|anization)?)\b`,
  "what did our VP of sales earn?": raw`^(?:what|how much) (?:did|was) (?:our|my) (?:\p{L}+ ){1,4}(?:earn|get paid|paid)\b`,
  "the accounts I manage": raw`\b(?:accounts?|deals?|partners?|team|reps) (?:that )?i (?:manage|own|run|cover|closed)\b`,
  "what commission am I getting?": raw`\b(?:am i|are we) (?:getting|paying|charged|earning)\b`,
  "my OTE this year?": raw`^(?:my|our) (?:own )?(?:ote|quota|bonus|commission|expense report|payslip)\b.{0,20}\bthis (?:year|quarter|month)\b`,
  "is my expense report through?": raw`^(?:is|was|has) my \p{L}+ (?:\p{L}+ )?(?:through|approved|paid|done|in)\b`,

  // How we stand.
  "are we about to be acquired?": raw`^are we (?:getting|being|going to be|about to be) (?:laid off|fired|sold|acquired|promoted)\b`,
  "am I on track for my bonus?": raw`^(?:are we|am i) (?:\p{L}+ )?(?:on track|behind|ahead|late)\b`,
  "which tier are we?": raw`^(?:which|what) (?:tier|level|plan|version|region) (?:are|were) (?:we|i)\b`,
  "how far are we behind?": [
    raw`^(?:how (?:much|many|far|late)|what|when|where)\b`,
    raw`.{0,20}\bare (?:we|i) (?:behind|ahead|short|owed|meeting|seeing|presenting|hosting)\b`,
  ],
  "how far behind target are we?": [
    raw`^how far (?:behind|ahead of|off) (?:target|plan|quota|budget) (?:is|are)`,
    raw` (?:our|my|we|i|the \p{L}+ (?:\p{L}+ )?team)\b`,
  ],

  // Our days.
  "agenda for tomorrow": raw`\bagenda (?:of|for) (?:our|my|today|tomorrow)`,
  "send them today's agenda": raw`\b(?:tomorrow|today)(?:['’]?s) (?:agenda|meeting|call|qbr|review|standup)\b`,
  "when is my next review?": raw`^when(?:['’]?s| is| are) (?:my|our) (?:next|last)\b`,
  "what was agreed in our last call?": [
    raw`\b(?:said|agreed?|decided?|discuss(?:ed)?|promised?)\b`,
    raw`.{0,30}\b(?:in|at|on|during) (?:our|my) (?:last|previous)\b`,
  ],
  "what is on my calendar?": raw`\b(?:on|in) (?:my|our) (?:calendar|desk|plate|inbox)\b`,
  "our score from June, what was it again?": raw`\b(?:our|my)\b.{0,60}\bwhat was (?:it|that) again\b`,
  "what is the process at our company for refunds?": [
    raw`\b(?:at|in) (?:our|my) (?:own )?`,
    raw`(?:company|firm|crm|inbox|calendar|drive|wiki|dashboard|salesforce|hubspot)\b`,
    raw`.{0,40}\b(?:for|about|on|from|to)\b`,
  ],
  "what landed in our account?": raw`\b(?:land(?:ed)?|arrive[ds]?) in our account\b`,
});

/** The same where nobody says "our"; of a company that is named it may be a fact. */
export const here = patterns({
  "did legal sign off?": [
    raw`^(?:did|has|have) (?:${office}) (?:\p{L}+ )?`,
    raw`(?:sign|approve|ok|agree|answer|repl|respond|say|said|send|sent|get|got|come|came|clear)`,
  ],
  "where are we with the reseller contract?": raw`^where are we (?:with|on) (?:the|our|my)\b`,
  "what has the steering committee decided?": raw`\b(?:the|our) steering committee (?:decided|said|agreed|approved)\b`,
  "what was agreed on Monday?": [
    raw`\bwhat was (?:decided|agreed|said|discussed)\b`,
    raw`.{0,60}\b(?:last (?:week|month|quarter|time)|yesterday|on (?:mon|tues|wednes|thurs|fri)day)\b`,
  ],
  "what did Dana say about the price last week?": [
    raw`^(?:so |and )?what did (?!they\b|it\b)\S+(?: \S+)? (?:say|promise|offer|write|agree)(?: (?:about|on|to|regarding))?`,
    raw` (?:the|this|that) (?:price|pricing|discount|deal|offer|contract|renewal|proposal|budget|timeline|scope|order|margin)`,
    raw` (?:(?:last|this) (?:week|month|time|morning)|yesterday|today|on \p{L}+day)\b`,
  ],
  "send me the deck": raw`^(?:send|share|show|find|forward|get|pull)\b.{0,25}\bthe (?:deck|slides?|notes|minutes|recording|doc|file|folder|sheet)\b`,
  "where is the recording": raw`^where (?:can i|do i|is|are)\b.{0,30}\b(?:shortlist|folder|drive|recording)$`,
  "the contracts up for renewal in May": raw`\bcontracts up for renewal\b`,
  "what's the status of opportunity 00418?": [
    raw`\b(?:status of|update on) (?:the )?(?:opportunity|ticket|deal|case|order|request)\b`,
    raw`.{0,20}\b\d{4,}\b`,
  ],
});
