import { patterns, raw } from "./patterns.ts";

const event = raw`(?:news|headlines?|happen(?:ed|ing|s)?|announc\w*|trading|stock price|share price|price|score|up to|released?|tweet\w*)`;
const moment = "(?:today|right now|this (?:morning|afternoon|evening|minute)|yesterday|tonight|tomorrow|as we speak)";
const rightNow = "(?:right now|now|at the moment|today)";
const currency = "(?:eur|usd|gbp|chf|jpy|euros?|dollars?|pounds?|sterling|yen)";
const priced = "(?:eth|ether(?:eum)?|btc|bitcoin|gas|stock|share)(?: gas)? (?:price|fee)s?";

/** Whoever asks has a part in it: not what the papers tell. */
const notOurs = raw`(?!.*\b(?:i|we|my|our|us)\b)`;
const then = "(?:so |and |but )?";

/** What goes on today; not what was true of late: "who owns them now", "what is it worth today". */
export const newsOfToday = patterns(
  {
    // The news itself.
    "what did OpenAI announce today?": raw`\b${event}\b.{0,40}\b${moment}\b`,
    "today's OpenAI headlines": [
      raw`\b(?:today|right now|this morning|yesterday|tonight|breaking)(?:'s)?\b`,
      raw`.{0,30}\b(?:news|headlines?|price|announce\w*|happen\w*)\b`,
    ],
    "latest news on Mistral": raw`\b(?:latest|breaking|current) (?:news|headlines)\b`,
    "tell me the news": raw`^(?:so |hey |please |ok )*(?:give|tell|show|read) (?:me|us) (?:all )?the (?:latest )?news\b`,
    "who is trending": raw`\b(?:what|who)(?:'s| is) trending\b`,
    "which models are trending on Hugging Face now": raw`^(?:(?:whats?|which|show me) (?:\S+ ){0,3})?trending\b.{0,40}\b(?:today|now|this week)\b`,
    "anything new at OpenAI at the moment?": [
      raw`\b(?:what(?:['’]?s| is)|anything|something) (?:going on|happening|new|up)\b`,
      raw`.{0,40}\b(?:now|at the moment|today|tonight|this (?:minute|morning|evening|week))\b`,
    ],
    "any deals at OpenAI today?": raw`^${then}any\b${notOurs}.{0,60}\btoday\b`,

    // What somebody did within hours or days.
    "what did Mistral release last week": [
      raw`^${notOurs}.*`,
      raw`\b(?:happen(?:ed|ing|s)?|announc\w+|new|say|said|says|launch\w*|releas\w+|tweet\w*|post(?:ed)?|drop\w*)`,
      raw`\b.{0,40}(?<!\bthe )\b(?:this|last|past) (?:week|weekend|night|evening)\b`,
    ],
    "last week, what was launched at our rival?": [
      raw`(?<!\bthe )\b(?:this|last|past) (?:week|weekend|night)\b`,
      raw`.{0,40}\b(?:happen(?:ed|ing|s)?|announc\w+|launch\w*|releas\w+)\b`,
    ],
    "who left OpenAI yesterday": [
      raw`^${then}(?:who|what|when|how|did|has|have|was|were|is)\b`,
      raw`(?!.*\b(?:i|we|my|our|us|someone|somebody|he|she)\b)`,
      raw`.{0,60}\b(?:yesterday|last night|tonight)\b`,
    ],
    "which hearings are listed for today?": raw`\b(?:listed|scheduled|planned|due|on the (?:docket|agenda|calendar))\b.{0,60}\bfor today\b`,
    "did Mistral raise money today?": raw`^${then}did\b${notOurs}.{0,60}\b(?:today|this morning)\b`,
    "what changed in the last few days?": raw`\b(?:this (?:week|morning|afternoon)|(?:last|past) (?:\d+ |few |couple of )?(?:hours?|days?|minutes))\??$`,
    "the changes since yesterday": raw`\bsince (?:yesterday|this morning|last night)\b`,
    "what has Altman just tweeted": raw`\bjust (?:tweeted|posted)\b`,
    "show tweets by Altman": raw`\btweets (?:from|by)\b`,
    "the latest interview of Altman": [
      raw`\b(?:latest|last|newest|recent)`,
      raw` (?:tweets?|(?:linkedin |instagram |facebook )?posts?|podcasts?|interviews?) (?:by|of|from)\b`,
    ],

    // At this very minute.
    "what are they doing at this very moment": raw`\bthis (?:very |exact )?(?:minute|moment|second|instant|hour)\b`,
    "just now at OpenAI": raw`^just now\b`,
    "what time is it?": raw`\bwhat (?:time|day|date) is it\b`,
    "what is today's date?": raw`\bwhat(?:['’]?s| is) (?:the (?:date|day|time)|today['’]?s (?:date|day))\b(?! (?:of|for|when))`,
    "when exactly does DevDay start tomorrow": raw`\b(?:what time|when exactly)\b.{0,60}\b(?:today|tonight|tomorrow)\b`,

    // Whether it runs.
    "is the API working at the moment?": raw`\b(?:down|working|online|offline|(?<!\bset(?:ting)? )up) (?:at the moment|right now|now|today)\b`,
    "is Solana down?": raw`\bis \S+(?: \S+){0,2} (?:down|offline)\??$`,
    "any outage at OpenAI at the moment?": [
      raw`\b(?:any|an|another|is there|are there)\b.{0,40}\b(?:outages?|incidents?|downtime|disruptions?)\b`,
      raw`.{0,40}\b(?:now|at the moment|today|tonight|currently|this (?:minute|morning|week))\b`,
    ],
    "Solana network status right now": raw`\bstatus (?:right now|now|at the moment)\b`,
    "is the Solana chain congested right now?": raw`\b(?:is|are) \S+(?: \S+){0,3} (?:slow|lagging|broken|congested|crashing|overloaded) ${rightNow}\b`,

    // Prices.
    "the ARB coin at the moment": raw`\b(?:stock|shares?|price|token|coin)\b.{0,20}\b(?:this week|at the moment|as of now)\b`,
    "what is SOL trading at?": raw`\b(?:is|are|s) (?:\S+ ){0,2}trading at\b`,
    "the share price of Nvidia": raw`\b(?:share|stock) price (?:of|for)\b`,
    "show the live chart of SOL": raw`\blive (?:price|quote|chart|score)\b`,
    "is ARB pumping?": raw`\b(?:pumping|dumping|mooning)\b`,
    "how is crypto doing right now?": raw`\bhow(?:['’]?s| is| are) (?:the )?(?:\S+ )?(?:markets?|crypto|stocks?) (?:doing |looking )?${rightNow}\b`,
    "current ETH gas fees": raw`\b(?:current|live|today['’]?s) (?:\S+ )?${priced}\b`,
    "what are gas fees like now?": raw`\b${priced}\b.{0,30}\b(?:now|at the moment|today|this (?:hour|minute|morning|week))\b`,
    "the exchange rate of the franc today": raw`\bexchange rates?\b.{0,40}\b(?:now|today)\b`,
    "usd to eur rate": raw`\b${currency}(?: to(?: the)? | vs | |\/|-)${currency}(?: (?:exchange )?rate\??$|\b.{0,20}\b(?:now|today)\b)`,
  },
  "i",
);

const ofOthers = raw`(?!.*\b(?:i|we|my|our|us|if|would|could|should|might|had|he|she)\b)`;

/** By the minute, or heard a moment ago; the papers of this morning, and what tomorrow brings. */
export const newsOfTheMinute = patterns({
  "what are they building as we speak": raw`\bas we speak\b`,
  "give me an up-to-the-minute view": raw`\b(?:up[- ]to[- ]the[- ]minute|hot off the press|since lunch)\b`,
  "has SOL moved overnight?": raw`\b(?:new|anything|moved?|happened|news)\b.{0,40}\bovernight\b(?! when)\b`,
  "what did Altman say 5 minutes ago?": raw`\b(?:an?|\d+|a few|few|some) (?:min(?:ute)?|hour)s? ago\b`,
  "did Mistral just raise": raw`\bdid \S+(?: \S+)? just (?:say|tweet|post|announce|launch|ship|drop|release|raise)\b`,
  "who just got funded": raw`\bwho just got\b`,
  "who was hired just now?": raw`\bjust now\b.{0,3}$`,
  "who raised money this week, and how much": raw`\b(?:raise|announce|launch|ship|release|drop)\w* .{0,30}\bthis week\b`,
  "the model shipped yesterday": raw`\bshipped (?:yesterday|today)\b`,

  // The papers, and tomorrow.
  "is Mistral in the papers?": [
    raw`^(?:so |and )?`,
    raw`(?:any(?:thing)?|some(?:thing)?|what(?:['’]?s| is| was)|who(?:['’]?s| is| was)|(?:is|was) \S+(?: \S+)?)`,
    raw`\b.{0,40}\bin the (?:news|papers|headlines)(?: (?:today|now|right now|lately|this \S+))?[?!. ]*$`,
  ],
  "what has OpenAI said this p.m.?": raw`\b(?:news|headlines?|announc\w*|happen(?:ed|ing|s)?|said|new)\b.{0,40}\bthis [ap]\.?m\b\.?[?! ]*$`,
  "who speaks at the summit tomorrow?": raw`^(?:so |and )?(?:who|what|when|where|which)\b${ofOthers}.{0,60}\b(?:tomorrow|later today)[?!. ]*$`,

  // Whether it runs.
  "is the Solana network back up yet?": raw`\bis (?:\S+ ){1,4}back (?:up|online)(?: yet| again)?\??$`,
  "is ChatGPT down for everyone": raw`\bis \S+(?: \S+)? down for (?:everyone|me|you|us|anyone)\b`,
  "a status incident at Arbitrum": raw`\bstatus incident\b`,
  "fresh outages of Claude": raw`\bfresh (?:downtime|outages?)\b`,

  // Prices.
  "a real-time quote for SOL": raw`\breal[- ]?time (?:price|chart|quote)\b`,
  "live Arbitrum TVL": raw`\blive\b.{0,20}\b(?:price|chart|tps|tvl|quote)\b`,
  "market cap of Worldcoin, live": raw`\b(?:market cap|price|chart)\b.{0,25}\blive\b`,
  "SOL price now": raw`\b(?:sol|arb|wld|eth|btc|token|coin|stock|share)s?(?:['’]s)? (?:price|chart)\b.{0,20}\bnow\b`,
  "what is Solana's TPS right now?": raw`\b(?:tps|tvl|ticker|gas)\b.{0,20}\b(?:right now|atm|this evening)\b`,
  "who leads as of right now?": raw`\bas of right now\b`,
  "how did the Nasdaq close?": raw`^(?:how did )?(?:the )?(?:gold|silver|oil|nasdaq|dow|ftse|dax)(?: price| close| index)?\??$`,
});
