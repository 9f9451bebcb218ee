import { isStopWord, wordsOf } from "../words/tokens.ts";
import { type AskedOfBot, askedOfBot } from "./about-bot.ts";
import { isInsult } from "./insult.ts";
import { languageOf } from "./language.ts";
import { patterns, raw } from "./patterns.ts";
import { colleagues, isRemark } from "./remarks.ts";

/** What somebody says to the bot itself. */
export type SmallTalk =
  | "insult"
  | "greeting"
  | "thanks"
  | "goodbye"
  | "murmur"
  | "remark"
  | "complaint"
  | "language"
  | AskedOfBot;

/** Somebody is not content with an answer. */
export const complaint = patterns(
  {
    "that's wrong": [
      raw`\b(?:that|this|it)(?:['’]?s| is| was| looks)`,
      raw` (?:wrong|incorrect|false|nonsense|not (?:right|true|correct|what i (?:asked|meant)))\b`,
    ],
    "you're wrong": raw`\byou(?:['’]re| are) wrong\b`,
    "you didn't answer my question": raw`\byou (?:did ?n[o'’]?t|have ?n[o'’]?t|never) (?:really )?answer`,
    "I don't understand": raw`\bi (?:do ?n[o'’]?t|do not|can ?not|can['’]?t) (?:understand|get it|follow)\b`,
    "what a bad answer": raw`\b(?:wrong|bad|poor) answer\b`,
    "this makes no sense": raw`\bmakes? no sense\b`,
  },
  "i",
);

const thanks = words("thanks thank thx tnx thanx ty tysm cheers appreciated appreciate");
const goodbye = words("bye goodbye farewell later cya");
const greeting = words("hi hello hey yo hiya howdy greetings morning afternoon evening");
/** What such a text is made of, beside words that carry no meaning. */
const filler =
  words(`good day there everyone team folks bot casebook dear lot lots much great helpful perfect awesome nvm np idk lmk brb k kk ya nah yup yay meh oops sorry sry pls plz rofl lmao omg btw fyi nice cool
  brilliant super helps helped help fine ok okay alright sure yes yep yeah no nope not now please stop wait hold go away never
  mind nevermind lol haha hmm hm huh mhm uh um erm wow feel feeling sad happy tired bored love test testing ping again see tomorrow soon next time
  well done answer answers really quite useful right got it interesting amazing excellent anyway one two letter`);

/** Whoever is thanked, or parted from, by name: "great, thanks ben". */
const thanked = new RegExp(
  raw`\b(thanks|thank you|thx|cheers|bye|goodbye)(?: (?:so|very) much| a (?:lot|million)| again)?[\s,]+${colleagues}[\s.!]*$`,
  "i",
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** Longest text, in words, that says nothing but small talk. */
const longest = 14;

/**
 * What a text says to the bot, where it asks the casebook nothing: greetings, thanks, remarks, what the bot is and what it
 * keeps. `isTopic`: these words are something to be asked about, and nobody's name.
 */
export function smallTalk(text: string, isTopic: (words: string) => boolean = () => false): SmallTalk | undefined {
  if (isInsult(text)) return "insult";
  if (languageOf(text)) return "language";
  const said = wordsOf(text);
  if (said.length > longest) return undefined;
  const asked = askedOfBot(text);
  if (asked) return asked;
  if (complaint.any.test(text)) return "complaint";
  if (isRemark(text.trim(), isTopic)) return "remark";
  const whom = thanked.exec(text)?.groups?.who;
  const meant = wordsOf(whom !== undefined && !isTopic(whom) ? text.replace(thanked, "$1") : text).filter(
    (word) => !isStopWord(word),
  );
  if (!meant.every((word) => [thanks, goodbye, greeting, filler].some((set) => set.has(word)))) return undefined;
  if (meant.some((word) => thanks.has(word))) return "thanks";
  if (meant.some((word) => goodbye.has(word))) return "goodbye";
  return meant.some((word) => greeting.has(word)) ? "greeting" : "murmur";
}
