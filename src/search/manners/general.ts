import { patterns, raw } from "./patterns.ts";

/** Behind a word of everyday life it makes a trade of it: "weather data partners", "lottery companies". */
const trade = [
  raw`(?![ -](?!(?:in|at|on|for|to|like|during|today|tomorrow|tonight|this)\b)(?:\S+ )?`,
  "(?:data|models?|forecast\\w*|apis?|apps?|partner\\w*|compan(?:y|ies)|startups?|firms?|services?|providers?|vendors?|business(?:es)?|industry|sector|insur\\w+|intelligence|sponsor\\w*|operators?|alliances?)\\b)",
].join("");

/** The weather, and what there is to eat: no news that anybody waits for, even of today. */
export const smallThings = patterns({
  "my horoscope for today": raw`\b(?:horoscope|lottery)\b${trade}`,
  // Not "how did Solana weather the crash?".
  "what is the weather tomorrow?": raw`(?<!\b(?:did|does|do|to|can) (?:\S+ ){0,3})\bweather\b(?! (?:the|an?|this|that|its|their)\b)${trade}`,
  "what's for lunch today?": [
    raw`^(?:what(?:['’]?s| is| are we having)|any ideas) (?:for|on)`,
    raw` (?:lunch|dinner|breakfast|supper|the menu)(?: (?:today|tonight|tomorrow|here|now))?[?!. ]*$`,
  ],
});

const please = "(?:please |can you |could you |now )*";
const language =
  "(?:english|german|french|spanish|italian|portuguese|dutch|polish|russian|turkish|arabic|hindi|chinese|japanese|korean|latin)";
const sum = "(?:and )?(?:whats?|what['’]s|what is|how much is|calculate|compute)?";
const figure = raw`\d(?:[.,]|\s?\d)*`;
/** Not "7B", the size of a model. */
const amount = raw`(?:[$€£]${figure}\s*b\b|[$€£]?${figure}(?:\s*(?:k|m|mn|bn|thousand|million|billion)\b)?)(?:\s*(?:dollars|euros|usd|eur)\b)?`;

/** What has nothing to do with partners, and any encyclopaedia, clown or cook knows better. */
export const general = patterns({
  // Arts: not "draw on a credit line", and emails are another matter.
  "draw a cat": raw`^${please}(?:sing\b|draw\b(?! (?:on|from|down|up)\b)|translate\b)`,
  "would you draw me a logo": raw`\bdraw (?:me|us) (?:a|an|some)\b`,
  "write a short story": [
    raw`^${please}(?:write|compose|generate|draft)\b.{0,20}`,
    raw`\b(?:songs?|lyrics|stor(?:y|ies)|essays?|novels?|code|scripts?|programs?|functions?|regex|sql)\b`,
  ],
  "tell me a joke": raw`(?:^|\b(?:an?|another|some|good|funny|your|me) )(?:jokes?|poems?|riddles?|limericks?|haiku)\b`,
  // Other languages.
  "how do you say partner in French?": raw`\bhow (?:do|does|would) (?:you|i|we|one) say\b.{1,60}\bin ${language}\b`,
  "what does that translate into, say, to Italian": raw`\btranslate\b.{1,60}\b(?:in)?to ${language}\b`,
  // School: sums, countries, wars, cooking. Not "what share capital of the firm?".
  "what is the capital of France?": raw`(?<!\b(?:share|working|venture|risk|human|registered|seed|equity) )\bcapital (?:city )?of (?:the )?\p{L}+\??$`,
  "what is the meaning of life?": raw`\bmeaning of life\b`,
  "what is 12 times 12?": raw`^${sum}\s*${amount}\s*(?:[+*×x^]|% of|percent of|plus|times|minus|divided by)\s*${amount}%?\s*\??$`,
  "what is 10/2?": raw`^${sum} ?\d+\s*\/\s*\d+\s*\??$`,
  "what is the square root of 9?": raw`\b(?:boiling point|square root)\b`,
  "a recipe for soup": raw`\brecipe for\b(?! (?:an? |the )?(?:\S+ )?(?:success|growth|partner\w*|deals?|alliances?|programmes?|programs?)\b)`,
  "how do I cook rice?": raw`\bhow (?:do|to|can) (?:i|we|you)? ?(?:cook|bake|boil|fry|roast)\b`,
  "when did the French Revolution begin?": raw`\b(?:french|russian|american|october|glorious|cultural) revolution\b`,
  "who won World War II?": raw`\bworld war (?:i{1,2}|one|two|[12])\b`,
  "when did the First World War end?": raw`\b(?:first|second) world war\b`,
  "who fought the Cold War?": raw`(?<!\b(?:crypto|chip|price|talent|ai|partner) )\b(?:cold|civil|vietnam|napoleonic|trojan) wars?\b`,
  "when did the Berlin Wall fall?": raw`\b(?:berlin wall|roman empire|middle ages)\b`,
  // Going out.
  "book me something nice": raw`\bbook (?:me|us)\b`,
  "book a table for four": raw`\bbook (?:a|the) (?:table|room|flight|taxi|hotel)\b`,
  "is there good sushi near the office?": [
    raw`\b(?:restaurants?|sushi|pizza|coffee|hotels?|parking|cafe|lunch|dinner)\b`,
    raw`.{0,40}\b(?:near|close to|around|next to|nearby)\b`,
  ],
  "what is close to the office for dinner?": raw`\b(?:near|close to|around|next to)\b.{0,40}\b(?:restaurants?|hotels?|parking|dinner|lunch)\b`,
  // Office software; not "how do I keep a partner scorecard in Excel?".
  "what is a pivot table?": raw`\bpivot tables?\b`,
  "vlookup syntax": raw`\bvlookup\b`,
  "how do I sort a column in Excel?": [
    raw`\bhow (?:do|to|can|would|should)\b(?!.*\b(?:partners?|resellers?|scorecard|pipeline|alliance)\b)`,
    raw`.{0,60}\bin (?:ms |microsoft |google )?`,
    raw`(?:excel|power ?point|sheets|photoshop|outlook|javascript|python)\b`,
  ],
  // Sports; not a football club that somebody sponsors.
  "who won the World Cup?": raw`\b(?:soccer|world cup|super bowl|olympics)\b`,
  "how was the football match?": raw`\bfootball (?:match|game|score|final|result|league)(?:e?s)?\b`,
  "who wins at football?": raw`\b(?:won|win|wins|score|play|played) (?:the |at )?football\b`,
  // The asker's own days.
  "what should I name my dog?": [
    raw`\bmy (?:own )?`,
    raw`(?:rent|savings|password|cat|dog|car|holiday|flight|taxes|mortgage|landlord|kids?|doctor|homework)\b`,
  ],
});
