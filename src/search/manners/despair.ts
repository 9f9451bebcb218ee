import { patterns, raw } from "./patterns.ts";

const self = "(?:my ?self|me)";
const will = raw`\bi(?:['’]?m| am|['’]?d| would|['’]?ll| will| just| really)*`;
const want = raw`${will} (?:want|wanna|going|gonna|need|wish|like|plan|planning|about|thinking|ready)(?: to| of| about| i (?:could|can|would))?`;

/** Not "our partner wants to end it all": a deal can be ended, and whoever speaks of themselves is heard first. */
const endItAll = [
  raw`(?:\b(?:i|me|my|i['’]?m)\b.{0,60}|^(?!.*\b(?:partners?|partnerships?|resellers?|vendors?|suppliers?|distributors?|customers?|clients?|alliances?|contracts?|agreements?|deals?|board|investors?)\b).*)`,
  raw`(?<!\b(?:the|in|at|of|an) )\bend it all\b(?! (?:with|by|at|on|in)\b)`,
].join("");

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
