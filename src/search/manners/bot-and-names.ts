import { patterns, raw } from "./patterns.ts";

const own =
  "(?:this|you|it all|all this|(?:this|the) bot|(?:the )?casebook|(?:your|these|the casebook['’]?s) (?:answers?|data|facts?|figures|numbers|sources?|information))";
const polite = "(?:so |hey |hi |and |but )*";
const well = "(?:so |and |but |ok )*";
const end = "[?!. ]*$";

/** The bot itself is asked, whatever names stand beside, and how far it can be relied on. */
export const addressed = patterns(
  {
    "are you ChatGPT or Claude?": raw`^${polite}are you (?:an? |the )?(?:chat ?gpt|gpt\S*|claude|gemini|copilot|mistral|llama)(?: or .{1,30})?${end}`,
    "are you powered by OpenAI?": `^${polite}are you (?:powered|made|built|run|trained|owned) by .{1,40}${end}`,
    "which model are you?": `^${polite}(?:which|what) (?:ai |language )?model (?:are|do) you.{0,20}${end}`,
    "hey can I trust you?": `^${polite}can (?:i|we) trust you${end}`,
    "where do you get your data?": `^${polite}where do you (?:get|take|have) your (?:data|facts|information|answers|sources).{0,20}${end}`,
    "what are you?": `^${polite}what are you${end}`,
    "how reliable is this?": `^${well}how (?:reliable|accurate|trustworthy|credible|correct|certain) (?:is|are) ${own}${end}`,
    "are your figures correct?": `^${well}(?:is|are) ${own} (?:reliable|accurate|trustworthy|credible|correct|right)${end}`,
    "can we rely on the bot?": `^${well}can (?:i|we) (?:rely on|believe|trust) ${own}${end}`,
  },
  "i",
);

/** What a casebook is made of, with a name before or behind it: "your data on Mistral", "the OpenAI case". */
const material = [
  raw`(?:[\p{L}\p{N}’'.&-]+ ){0,4}?`,
  "(?:data|facts?|info|information|figures|numbers|content|case(?: study)?|study|page|entry|profile|sources?|knowledge|material)",
  raw`(?: (?:that )?(?:you have )?(?:on|about|of|for) (?:\S+ ){0,2}?\S+)?`,
].join("");

/** How fresh the casebook is on something. */
export const freshOnSomething = patterns({
  "how fresh is your data on Mistral?": raw`\bhow (?:current|fresh|recent|up[- ]to[- ]date|old|new|stale) (?:is|are) ${material}\??$`,
  "when was the OpenAI case last updated?": raw`\bwhen (?:was|were) ${material} (?:last )?(?:updated|changed|refreshed|reviewed|checked)\b`,
  "when did you last update Hugging Face?": raw`\bwhen did you last (?:update|refresh|review|check)\b`,
  "is the Anthropic data up to date?": raw`^(?:is|are) ${material} (?:still )?(?:up[- ]to[- ]date|current|outdated|out of date|stale|fresh)\b`,
  "OpenAI last updated": raw`^\S+(?: \S+)? last updated\??$`,
  "what is the newest fact you have?": [
    raw`\b(?:newest|latest|most recent|freshest|last) (?:facts?|rows?|entry|entries|figures?|sources?)`,
    raw` (?:do )?(?:you|it|the casebook) (?:have|has|knows?|holds?)\b`,
  ],
});

/** True for a question to the bot about itself, also where it names a company's product. */
export const asksWhoItIs = (text: string): boolean => addressed.any.test(text.trim());

/** True for a question how fresh the casebook is on something, also where a company is named. */
export const asksHowFresh = (text: string): boolean => freshOnSomething.any.test(text.trim());
