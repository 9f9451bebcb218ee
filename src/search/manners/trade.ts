import { patterns, raw } from "./patterns.ts";

const asset = "(?:sol|arb|wld|eth|btc|bitcoin|crypto|tokens?|coins?|stocks?|shares?)";

/** Whether to buy or to sell, and where a price will go. */
export const adviceToTrade = patterns(
  {
    "should I buy more SOL?": raw`\bshould (?:i|we|one) (?:buy|sell|short|hold|dump) (?:some |more |my |our |all )*${asset}\b`,
    // Not "should we invest in partner training?".
    "should I put money into Solana?": [
      raw`\bshould (?:i|we|one) (?:invest|put (?:my |our )?money) in(?:to)?`,
      raw` (?!an? |the |our |more |partner|train|enable|content|people)`,
    ],
    "price prediction for ARB": raw`\bprice (?:prediction|target|forecast)`,
    "is Solana a good investment?": raw`\b(?:good|safe|worth) (?:buy|investment)\b`,
    "will the token go up?": raw`\bwill\b.{0,60}\b(?:double|triple|crash|moon|go up|go down|skyrocket|plummet)\b`,
  },
  "i",
);
