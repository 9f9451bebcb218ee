import { patterns, raw } from "./patterns.ts";

const please = "(?:please |can you |could you |now |(?:i|we) (?:need|want) you to )*";

/** A text is wanted, in the asker's stead: what it should hold may be told. */
export const writing = patterns(
  {
    // Not "write-off" and "write down".
    "write an email to a partner": raw`^${please}(?:write|compose)\b(?![- ](?:down|up|out|off)\b)`,
    // Not "draft terms: what do they hold?".
    "draft a mutual action plan": raw`^${please}draft\b(?= (?:me|us|an?|the|some|my|our|this|e-?mail|reply|letter|message|post)\b)`,
    "generate a partner letter": raw`^${please}generate (?:me|us|an?|some)\b`,
    "I'd like you to draft me a reply": raw`\b(?:write|compose|draft) (?:me|us) (?:a|an|some)\b`,
  },
  "i",
);
