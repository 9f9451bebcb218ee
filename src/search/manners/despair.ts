import { patterns, raw } from "./patterns.ts";

const self = "(?:my ?self|me)";
const will = raw`\bi(?:['’]?m| am|['’]?d| would|['’]?ll| will| just| really)*`;
const want = raw`${will} (?:want|wanna|going|gonna|need|wish|like|plan|planning|about|thinking|ready)(?: to| of| about| i (?:could|can|would))?`;

const reply = "(?:what|how|when|whom?|where) (?:do|should|can|could|must|may|would)";
const ofMe = raw`(?<!\b${reply} )\b(?:i|me|my|my ?self|i['’]?m)\b`;
const firm = raw`(?:^|[.!?,;:] ?|\b(?:if|when|that|because|but|and|so|do|does|is|are|why|hi|hello) )(?:our (?:[\w-]+ ){0,2}(?:partners?|alliances?)|(?:our|the|their|its|this|that|a) (?:[\w-]+ ){0,2}(?:resellers?|vendors?|suppliers?|distributors?|board|investors?))`;
const means = raw`(?:(?:(?:is|are) |now |just |really |might |will |may |has |have |had )*(?:wants|wanted|plans|planned|intends|threaten(?:s|ed|ing)|decides|decided|hopes|says|said)|(?:is|are) (?:now |just |really |also )?(?:going|about|planning|ready)|would like|(?<=(?:partners|alliances|resellers|vendors|suppliers|distributors|investors) )(?:want|plan|decide|say))`;

/** A deal can be ended, too: who wants that is a firm, or we with an agreement, and nobody speaks of themselves. */
const endOfDeal = [
  raw`(?:(?<=${firm} ${means}(?: us)?(?: to| we)? )|(?<=\b(?:should|can|could|may|must|do) we )(?=end it all (?:and|by|before|with|or)\b[^.!?,;]{0,60}\b(?:agreements?|contracts?|partnerships?|alliances?)\b))`,
  raw`(?<!${ofMe}.{0,300})(?!.{0,300}${ofMe})`,
].join("");

const endItAll = raw`\b(?=end it all\b)(?<!\b(?:the|in|at|of|an) )(?!${endOfDeal})end it all(?! (?:with|by|at|on|in)\b)`;

/** Somebody speaks of ending or hurting themselves: nothing is looked up, whatever stands beside it. */
export const despair = patterns(
  {
    "I want to kill myself": raw`\b(?:kill(?:ing)?|shoot(?:ing)?|hang(?:ing)?|drown(?:ing)?) my ?self\b(?! (?:laughing|in the foot))`,
    "I am hurting myself": raw`\bi(?:['’]?m| am|['’]?ve| have)?\b.{0,30}\b(?:hurt|harm|cut)(?:ing|ting)? my ?self\b(?! (?:by|with|out|off|in|a|an|some|loose|short|if)\b)|\bi(?:['’]?m| am|['’]?ve| have)?\b.{0,20}\bself[- ]harm(?:ing|ed)?\b`,
    "how do I end my life?": raw`\b(?:end(?:ing)?|tak(?:e|ing)) my (?:own )?life\b(?![- ]scien)|${endItAll}`,
    "I just want to die": raw`${want} die\b(?! (?:on|of)\b)|\bi wish i (?:was|were) dead\b`,
    "I don't want to live any more": [
      raw`\bi (?:do ?n[o'’]?t|do not|no longer|can ?not|can['’]?t) (?:want to |wanna )?(?:live|go on living|be alive)`,
      raw`(?: any ?(?:more|longer))?[.!? ]*$`,
    ],
    "I have nothing to live for": raw`\b(?:nothing|no reason|not worth) (?:left )?(?:to live|living)\b(?: for)?`,
    "I feel suicidal": raw`\bi(?:['’]?m| am| feel| have| think| get)*\b.{0,20}(?<!\b(?:commercial|brand|political|career|business|financial) )\bsuicid(?:al|e)\b|\b(?:i|me|my ?self)\b.{0,30}\bcommit(?:ting)? suicide\b|^(?:how (?:to|do i|can i) )?commit(?:ting)? suicide\b`,
    "everybody is better off without me": raw`\bi(?:['’]?d|['’]?m| would| am)? be better off dead\b|\b(?:they|you|everyone|everybody|people|the world|my \p{L}+)(?:['’]?d|['’]?re|['’]?ll| would| will| are| is)?(?: all)?(?: be)? better off without ${self}\b`,
  },
  "iu",
);
