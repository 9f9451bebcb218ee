import { isStopWord, wordsOf } from "../words/tokens.ts";

/** What somebody says to the bot itself. */
export type SmallTalk =
  | "insult"
  | "greeting"
  | "thanks"
  | "goodbye"
  | "murmur"
  | "complaint"
  | "itself"
  | "stored"
  | "fresh"
  | "language";

const about: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    "stored",
    /\b(?:what|which data) (?:do|does|did|will) (?:you|it|the bot|this bot|casebook) (?:store|keep|save|remember|know|log|collect|record) (?:about|on|of) (?:me|us)\b|\b(?:delete|erase|remove|forget|wipe) (?:all )?(?:of )?(?:my|our) (?:data|questions?|history|messages|chats?)\b|^(?:please |can you |(?:how (?:do|can|could) (?:i|we) )?(?:(?:make|get|have|let|tell) (?:you|it|the bot|casebook)(?: to)? )?)forget (?:about )?(?:me|us)\b|\b(?:is|are) (?:this|it|these|our chats?|our conversations?|what (?:i|we) ask|my questions) (?:private|confidential|recorded|logged|stored|saved)\b|\bdo you (?:store|log|keep|record|save) (?:my|our|what|everything|anything)\b|\bwho (?:can )?sees? (?:this|these|what (?:i|we) ask|my questions)\b/i,
  ],
  [
    "itself",
    /^(?:so |hey |hi |and |but )*(?:who|what) (?:are|made|built|wrote|created|trained|powers|runs) (?:you|this bot|the bot|this thing)\b|^(?:so |hey |hi |and |but )*are you (?:(?:an?|the|some) )?(?:ai|bots?|human|robot|chat ?gpt|gpt\S*|llm|real|person|claude|gemini|copilot|there|machine|language model)\b|\bdo you (?:use|run on|need) (?:an? )?(?:ai|artificial intelligence|gpt\S*|chat ?gpt|llms?|language model|openai|claude)\b|\bwhat(?:['’]?s| is) (?:the |this )?casebook\b|\bhow do you work\b(?! (?:out|with|on|for)\b)|\bwhere do (?:you get )?your answers (?:come )?from\b|\bwhat can you (?:do|tell|answer)\b|\bwhat can i ask\b|\bhow are you\b/i,
  ],
  [
    "fresh",
    /\bhow (?:current|fresh|recent|up[- ]to[- ]date|old|new) (?:is|are) (?:your|the|this|its|these) (?:data|facts?|answers?|content|casebook|information|info|figures?|library|knowledge|sources?)\b|\bwhen (?:was|were) (?:you|this|it|your data|the (?:casebook|data|content|library)) last (?:updated|changed|refreshed)\b|\b(?:are|is) (?:you|your (?:data|information|knowledge)|this) (?:up[- ]to[- ]date|current|outdated|stale)\b|\bwhat(?:['’]s| is) your (?:knowledge )?cut-?off\b|\bhow often (?:are|is|do) (?:you|it|this|the (?:casebook|data|content)) (?:get )?updated?\b/i,
  ],
  [
    "complaint",
    /\b(?:that|this|it)(?:['’]?s| is| was| looks) (?:wrong|incorrect|false|nonsense|not (?:right|true|correct|what i (?:asked|meant)))\b|\byou (?:did ?n[o'’]?t|have ?n[o'’]?t|never) (?:really )?answer|\bi (?:do ?n[o'’]?t|do not|can ?not|can['’]?t) (?:understand|get it|follow)\b|\b(?:wrong|bad|useless|poor) answer\b|\bmakes? no sense\b|\byou(?:['’]re| are) wrong\b/i,
  ],
];

/** The bot itself is asked, whatever names stand beside: "are you ChatGPT?" */
const addressed =
  /^(?:so |hey |hi |and |but )*(?:are you (?:an? |the )?(?:chat ?gpt|gpt\S*|claude|gemini|copilot|mistral|llama)(?: or .{1,30})?|are you (?:powered|made|built|run|trained|owned) by .{1,40}|(?:which|what) (?:ai |language )?model (?:are|do) you.{0,20}|can (?:i|we) trust you|where do you (?:get|take|have) your (?:data|facts|information|answers|sources).{0,20}|what are you)[?!. ]*$/i;

/** How far the bot can be relied on: "how reliable is this?" */
const own =
  "(?:this|you|it all|all this|(?:this|the) bot|(?:the )?casebook|(?:your|these|the casebook['’]?s) (?:answers?|data|facts?|figures|numbers|sources?|information))";
const doubted = new RegExp(
  [
    `^(?:so |and |but |ok )*how (?:reliable|accurate|trustworthy|credible|correct|certain) (?:is|are) ${own}[?!. ]*$`,
    `^(?:so |and |but |ok )*(?:is|are) ${own} (?:reliable|accurate|trustworthy|credible|correct|right)[?!. ]*$`,
    `^(?:so |and |but |ok )*can (?:i|we) (?:rely on|believe|trust) ${own}[?!. ]*$`,
  ].join("|"),
  "i",
);

/** What a casebook is made of, with a name before or behind it: "your data on Mistral", "the OpenAI case". */
const material =
  "(?:[\\p{L}\\p{N}’'.&-]+ ){0,4}?(?:data|facts?|info|information|figures|numbers|content|case(?: study)?|study|page|entry|profile|sources?|knowledge|material)(?: (?:that )?(?:you have )?(?:on|about|of|for) (?:\\S+ ){0,2}?\\S+)?";
const howFresh = new RegExp(
  [
    `\\bhow (?:current|fresh|recent|up[- ]to[- ]date|old|new|stale) (?:is|are) ${material}\\??$`,
    `\\bwhen (?:was|were) ${material} (?:last )?(?:updated|changed|refreshed|reviewed|checked)\\b`,
    "\\bwhen did you last (?:update|refresh|review|check)\\b",
    `^(?:is|are) ${material} (?:still )?(?:up[- ]to[- ]date|current|outdated|out of date|stale|fresh)\\b`,
    "^\\S+(?: \\S+)? last updated\\??$",
    "\\b(?:newest|latest|most recent|freshest|last) (?:facts?|rows?|entry|entries|figures?|sources?) (?:do )?(?:you|it|the casebook) (?:have|has|knows?|holds?)\\b",
  ].join("|"),
  "iu",
);

/** True for a question how fresh the casebook is on something, also where a company is named. */
export const asksHowFresh = (text: string): boolean => howFresh.test(text.trim());

const insult =
  /\b(?:idiot|stupid|dumb|moron|useless|garbage|rubbish|trash|sucks?|fuck\w*|shit\w*|bitch|asshole|hate you|shut up|kill yourself|crap)\b/i;

const thanks = words("thanks thank thx ty cheers appreciated appreciate");
const goodbye = words("bye goodbye farewell later cya");
const greeting = words("hi hello hey yo hiya howdy greetings morning afternoon evening");
/** What such a text is made of, beside words that carry no meaning. */
const filler =
  words(`good day there everyone team folks bot casebook dear lot lots much great helpful perfect awesome nice cool
  brilliant super helps helped help fine ok okay alright sure yes yep yeah no nope not now please stop wait hold go away never
  mind nevermind lol haha hmm wow feel feeling sad happy tired bored love test testing ping again see tomorrow soon next time
  well done answer answers really quite useful right got it interesting amazing excellent anyway one two letter`);

/** Words of other languages that are none of English. */
const foreign =
  words(`quien quienes que cual cuales cuanto cuanta cuantos donde cuando porque como empresa fundo tiene esta
  qui quel quelle quels quelles combien pourquoi avec dans fonde vaut leurs
  wer wie wo wann warum ist sind wurde gegrundet welche welcher wieviel und nicht viel
  quanto chi perche fondato azienda quem onde quantos fundou empresas hvem hvor vem vad grundade wat hoeveel welke`);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** Longest text, in words, that says nothing but small talk. */
const longest = 14;

/** True for a question to the bot about itself, also where it names a company's product. */
export const asksWhoItIs = (text: string): boolean => addressed.test(text.trim()) || doubted.test(text.trim());

/** What a text says to the bot, where it asks the casebook nothing: greetings, thanks, what the bot is and what it keeps. */
export function smallTalk(text: string): SmallTalk | undefined {
  if (insult.test(text)) return "insult";
  if (isForeign(text)) return "language";
  const said = wordsOf(text);
  if (said.length > longest) return undefined;
  const found = about.find(([, pattern]) => pattern.test(text.trim()));
  if (found) return found[0];
  const meant = said.filter((word) => !isStopWord(word));
  if (!meant.every((word) => [thanks, goodbye, greeting, filler].some((set) => set.has(word)))) return undefined;
  if (meant.some((word) => thanks.has(word))) return "thanks";
  if (meant.some((word) => goodbye.has(word))) return "goodbye";
  return meant.some((word) => greeting.has(word)) ? "greeting" : "murmur";
}

/** Written in another script, or in a language that English shares no small words with. */
function isForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 0 && latin < letters / 2) return true;
  const said = wordsOf(text);
  const theirs = said.filter((word) => foreign.has(word)).length;
  return theirs > said.filter((word) => isStopWord(word)).length;
}
