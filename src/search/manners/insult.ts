import { isStopWord, wordsOf } from "../words/tokens.ts";
import { raw } from "./patterns.ts";

const strong = "idiots?|morons?|fuck\\w*|bitch(?:es)?|assholes?|(?:bull)?shit\\w*";
const weak = "stupid|dumb|useless|garbage|rubbish|trash|sucks?|crap|pathetic|worthless";
const rude = `(?:${strong}|${weak})`;
const degree =
  "so|such|a|an|really|just|the|most|very|quite|completely|totally|absolutely|pretty|utterly|a bit|piece of|load of|being|always|still|damn|bloody|fucking|all";
const very = raw`(?:\s+(?:${degree}))*`;
const opener = raw`(?:(?:oh|ok|okay|well|man|dude|guys|bro|hey|wow|no|yes|yeah|lol|and|but|so|then|now|just|please|sorry|honestly|seriously|i think|bot|casebook)\b[\s,]*)*`;

/** Said to the bot or of it: "you are useless", "what a stupid answer", "shut up". */
const atTheBot = new RegExp(
  [
    raw`\b(?:shut up|hate you|kill yourself|fuck (?:off|you|this|it))\b`,
    raw`^\s*${opener}(?:(?:(?:you|u) )?(?:can|should|may) )?(?:(?:all|you) )?(?:piss off|screw you|get lost|go to hell)(?: (?:bot|casebook|now|please|then|already))?\s*(?:[.!,;]|$)`,
    raw`\b(?:you|u)(?:['’]?re)?(?! trash (?:an?|the|your|their|old|bad)\b)(?:\s+(?:are|r|guys|${degree}))*\s+${rude}\b`,
    raw`\b${rude}\s+(?:(?:ai|little|damn|fucking|search|chat)\s+)?(?:bot|casebook|robot|machine|chatbot|answers?|reply|replies|response)\b`,
    raw`\b(?:bot|casebook|answers?|reply)(?:['’]s|\s+(?:is|are|was|were))?${very}\s+${rude}\b`,
  ].join("|"),
  "i",
);

/** Said of the answer, unless it is asked: "this is garbage!" */
const ofTheAnswer = new RegExp(
  [
    raw`\b(?:this|that|it)(?:['’]?s|\s+(?:is|was))${very}\s+${rude}\s*(?:[.!?,;]|$)`,
    raw`\b(?:this|that|it)${very}\s+sucks\s*(?:[.!?,;]|$)`,
  ].join("|"),
  "i",
);

const verb = "(?:is|are|was|were|do|does|did|has|have|had|can|could|should|would|will|might)(?:n['’]?t)?";
const asks = new RegExp(raw`^\s*${opener}(?:${verb}|why|how|when|where|who|which|what(?! (?:an?|the)\b))\b`, "i");
/** "Are they worthless?" asks of what was spoken about; "are you" and "why is this" do not. */
const asksOfThing = new RegExp(
  raw`^\s*${opener}(?:${verb}\s+(?!(?:you|u)\b)|(?:why|how|when|where|who|what)\s+${verb}\s+(?!(?:you|u|this|that)\b))\S`,
  "i",
);

const anyRude = new RegExp(raw`\b${rude}\b`, "i");
const anyStrong = new RegExp(raw`\b(?:${strong})\b`, "i");
const everyRude = new RegExp(raw`\b${rude}\b`, "gi");

/**
 * True for what is rude to the bot, or rude and nothing else. What such a word is said of may be asked: "are partner portals useless?"
 */
export function isInsult(text: string): boolean {
  const sentences = text.split(/(?<=[.!?])\s/);
  if (sentences.some((said) => atTheBot.test(said) || (!asks.test(said) && ofTheAnswer.test(said)))) return true;
  if (!anyRude.test(text) || asksOfThing.test(text)) return false;
  const rest = wordsOf(text.replace(everyRude, " ")).filter((word) => !isStopWord(word) && !aside.has(word));
  return rest.length < (anyStrong.test(text) ? 2 : 1);
}

/** Words that such a text is made of, too. */
const aside = new Set(
  "what oh ok well man dude guys bro hey wow just really very so completely totally absolutely complete total pure utter load piece thing stuff lol no yes god damn bloody".split(
    " ",
  ),
);
