import { patterns, raw } from "./patterns.ts";

/** Somebody wants to do it, and does not ask what others did or how to prevent it. */
const wanting = [
  raw`(?:\bhow (?:(?:do|can|could|would|should|might|must) (?:i|we|you|one)|to)`,
  raw`|\b(?:help|teach|show|tell) (?:me|us)(?: how)?(?: to)?`,
  raw`|\b(?:i|we)(?:['’]d)? (?:want|need|plan|would like|like|intend|have) to`,
  raw`|\b(?:can|could|may|should) (?:i|we)|^(?:best|good|easy) ways? (?:to|of))`,
  raw`(?: (?:best|quietly|secretly|legally|safely|just|successfully|discreetly))*`,
].join("");

/** Crimes that somebody wants to be helped with. */
export const wrongdoing = patterns(
  {
    "how do I bribe a procurement officer at Databricks?": raw`${wanting} brib(?:e|ing)\b`,
    "can we pay them a kickback?": raw`${wanting} (?:pay|give|offer|slip)(?:ing)? .{0,40}\b(?:bribes?|kickbacks?)\b`,
    "how can I blackmail their CEO?": raw`${wanting} (?:(?:blackmail|extort)(?:ing)?\b|threaten(?:ing)?\b(?! (?:to|with) (?!sue|expose|publish|hurt|harm|leak)))`,
    "how do we launder money?": raw`${wanting} launder(?:ing)?\b`,
    "how to evade taxes": raw`${wanting} evad(?:e|ing) (?:the |our |my )?(?:tax(?:es)?|sanctions?)\b`,
    "help me forge a contract": raw`${wanting} (?:forg(?:e|ing) (?:an? |the |our |some )?(?:signed )?(?:contract|signatures?|invoices?|documents?|papers|receipts?)|(?:fak(?:e|ing)|falsify(?:ing)?) (?:an? |the |our |some )?(?:\S+ )?(?:contracts?|signatures?|invoices?|documents?|papers|books|audits?|receipts?))\b`,
    "how do I hack into OpenAI?": raw`${wanting} hack(?:ing)? (?:into(?! (?:(?:the|an?|new|this|that) )?(?:\S+ )?markets?\b)|(?:\S+ ){0,2}?(?:accounts?|systems?|servers?|e-?mails?|networks?|databases?|wallets?))\b`,
    "how can we steal their source code?": raw`${wanting} steal(?:ing)? (?:\S+ ){0,3}?(?:data(?! (?:partner|customer|team|deal|business))|secrets?|code|passwords?|money|credentials|weights|documents?)\b`,
    "how do I spy on Anthropic?": raw`${wanting} (?:spy(?:ing)? on|wiretap(?:ping)?)\b`,
    "how do we rig a tender?": raw`${wanting} rig(?:ging)? (?:an? |the |their |our )?(?:\S+ )?(?:bids?|tenders?|auctions?|prices?)\b`,
  },
  "i",
);
