import { isStopWord, wordsOf } from "../words/tokens.ts";
import { raw } from "./patterns.ts";

const strong = "idiots?|morons?|fuck\\w*|bitch(?:es)?|assholes?|(?:bull)?shit\\w*";
const weak = "stupid|dumb|useless|garbage|rubbish|trash|sucks?|crap|pathetic|worthless";
const rude = `(?:${strong}|${weak})`;
const very = raw`(?:\s+(?:so|such|a|an|really|just|the|most|very|quite|completely|totally|absolutely|pretty|utterly|a bit|piece of|load of|being|always|still|damn|bloody|fucking|all))*`;

/** Said to the bot or of it: "you are useless", "what a stupid answer", "this is garbage!", "shut up". */
const atTheBot = new RegExp(
  [
    raw`\b(?:shut up|hate you|kill yourself|piss off|screw you|get lost|go to hell|fuck (?:off|you|this|it))\b`,
    raw`\b(?:you|u)(?:['’]?re|\s+(?:are|r|guys|all))*${very}\s+${rude}\b`,
    raw`\b${rude}\s+(?:(?:ai|little|damn|fucking|search|chat)\s+)?(?:bot|casebook|robot|machine|chatbot|answers?|reply|replies|response)\b`,
    raw`\b(?:bot|casebook|answers?|reply)(?:['’]s|\s+(?:is|are|was|were))?${very}\s+${rude}\b`,
    raw`\b(?:this|that|it)(?:['’]?s|\s+(?:is|was))${very}\s+${rude}\s*(?:[.!?,;]|$)`,
    raw`\b(?:this|that|it)${very}\s+sucks\s*(?:[.!?,;]|$)`,
  ].join("|"),
  "i",
);

const anyRude = new RegExp(raw`\b${rude}\b`, "i");
const anyStrong = new RegExp(raw`\b(?:${strong})\b`, "i");
const everyRude = new RegExp(raw`\b${rude}\b`, "gi");

/**
 * True for what is rude to the bot, or rude and nothing else. What such a word is said of may be asked: "are partner portals useless?"
 */
export function isInsult(text: string): boolean {
  if (atTheBot.test(text)) return true;
  if (!anyRude.test(text)) return false;
  const rest = wordsOf(text.replace(everyRude, " ")).filter((word) => !isStopWord(word) && !aside.has(word));
  return rest.length < (anyStrong.test(text) ? 2 : 1);
}

/** Words that such a text is made of, too. */
const aside = new Set(
  "what oh ok well man dude guys bro hey wow just really very so completely totally absolutely complete total pure utter load piece thing stuff lol no yes god damn bloody".split(
    " ",
  ),
);
