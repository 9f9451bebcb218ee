import { type Patterns, patterns, raw } from "./patterns.ts";

/** What the bot is asked about itself: what it is, what it keeps of whoever asks, how fresh it is. */
export type AskedOfBot = "stored" | "itself" | "fresh";

/** The bot, in the third person. */
const bot = "(?:(?:this|the) (?:bot|tool|app|thing)|(?:the )?casebook)";
const mine =
  "(?:my|our) (?:own )?(?:questions?|data|quer(?:y|ies)|chats?|conversations?|messages?|searches|history|information)";
const said = "what (?:i|we) (?:ask|type|say)";
const kept = "(?:stored?|kept|keep|saved?|logged|recorded|retain(?:ed)?|hosted|h[eo]ld)";
const somebody =
  "(?:any(?:one|body)|some(?:one|body)|every(?:one|body)|others?|other people|admins?|(?:my|our|the) (?:boss|managers?|admins?|team|colleagues|company|employer))";

/** A whole text, from its parts: as part of a longer one it may ask anything. */
const whole = (...parts: readonly string[]): string =>
  raw`^(?:(?:so|hey|hi|and|but|ok|please) )*(?:${parts.join("")})[?!. ]*$`;
const hello = "(?:so |hey |hi |and |but )*";

/** What is kept of whoever asks, and who sees it. */
export const stored = patterns(
  {
    "what do you know about me?": [
      raw`\b(?:what|which data) (?:do|does|did|will) (?:you|it|the bot|this bot|casebook)`,
      raw` (?:store|keep|save|remember|know|log|collect|record) (?:about|on|of) (?:me|us)\b`,
    ],
    "please delete all of my data": [
      raw`\b(?:delete|erase|remove|forget|wipe) (?:all )?(?:of )?(?:my|our)`,
      raw` (?:data|questions?|history|messages|chats?)\b`,
    ],
    "how do I make you forget me?": [
      raw`^(?:please |can you |(?:how (?:do|can|could) (?:i|we) )?(?:(?:make|get|have|let|tell) (?:you|it|the bot|casebook)(?: to)? )?)forget`,
      raw` (?:about )?(?:me|us)\b`,
    ],
    "is this private?": [
      raw`\b(?:is|are) (?:this|it|these|our chats?|our conversations?|what (?:i|we) ask|my questions)`,
      raw` (?:private|confidential|recorded|logged|stored|saved)\b`,
    ],
    "do you log everything?": raw`\bdo you (?:store|log|keep|record|save) (?:my|our|what|everything|anything)\b`,
    "who sees this?": raw`\bwho (?:can )?sees? (?:this|these|what (?:i|we) ask|my questions)\b`,
    "what is your privacy policy?": whole(
      raw`(?:(?:whats|what(?:['’]s| is)|where(?:['’]s| is)|show(?: me)?|do you have) )?`,
      raw`(?:(?:an?|the|your|casebook['’]?s) )*privacy(?: (?:policy|notice|statement|terms|rules|settings))?`,
    ),
    "what data do you have about me?": whole(
      raw`what (?:\S+ ){0,2}(?:data|info|information|details) (?:do|does|did|will|can)`,
      raw` (?:you|it|${bot}) (?:${kept}|have|remember|know|collect|track|see|log) (?:about|on|of|from) (?:me|us)`,
    ),
    "is my question shared?": whole(
      raw`(?:is|are) ${mine} (?:\S+ ){0,2}(?:private|confidential|safe|secure|shared|visible|public|anonymous|tracked|${kept})`,
    ),
    "who else reads my messages?": whole(`who (?:else )?(?:can |could )?(?:sees?|reads?|views?) (?:${mine}|${said})`),
    "can my boss see what I ask?": whole(
      `(?:can|could|will|does|do|is) ${somebody} (?:else )?(?:see|seeing|read|reading|view|know) (?:${mine}|this|${said})`,
    ),
    "do you train on my questions?": whole(
      raw`do you (?:train|learn) (?:\S+ ){0,3}?(?:on|from|with) (?:${mine}|${said})`,
    ),
    "do you share my data with anyone?": whole(`do you (?:share|sell|send|use|pass on) ${mine}(?: .{1,40})?`),
    "how long does it keep my data?": whole(
      `how long (?:do|does|will) (?:you|it|${bot}) ${kept} (?:${mine}|this|data|questions)`,
    ),
    "how long is my history kept?": whole(`how long (?:is|are) ${mine} ${kept}`),
    "where is my data hosted?": whole(`where (?:is|are) ${mine} ${kept}`),
    "where do you hold our questions?": whole(`where do you ${kept} ${mine}`),
    "are you GDPR-compliant?": whole(`(?:are you|is ${bot}) gdpr[- ]compliant`),
  },
  "i",
);

const makes =
  "made|makes|built|wrote|writes|created|developed|designed|maintains|runs|owns|keeps|operates|updates|behind";
const isMaker = "the (?:authors?|owners?|makers?|creators?|maintainers?|developers?) of";

/** What the bot is, how it works, and who is behind it. */
export const itself = patterns(
  {
    "who are you?": raw`^${hello}(?:who|what) (?:are|made|built|wrote|created|trained|powers|runs) (?:you|this bot|the bot|this thing)\b`,
    "are you an AI?": [
      raw`^${hello}are you (?:(?:an?|the|some) )?`,
      raw`(?:ai|bots?|human|robot|chat ?gpt|gpt\S*|llm|real|person|claude|gemini|copilot|there|machine|language model)`,
      raw`\b`,
    ],
    "do you use AI?": raw`\bdo you (?:use|run on|need) (?:an? )?(?:ai|artificial intelligence|gpt\S*|chat ?gpt|llms?|language model|openai|claude)\b`,
    "what is Casebook?": raw`\bwhat(?:['’]?s| is) (?:the |this )?casebook\b`,
    "how do you work?": raw`\bhow do you work\b(?! (?:out|with|on|for)\b)`,
    "where do your answers come from?": raw`\bwhere do (?:you get )?your answers (?:come )?from\b`,
    "what can you tell me?": raw`\bwhat can you (?:do|tell|answer)\b`,
    "what can't you do?": whole(
      raw`what (?:(?:can['’]?t|can ?not|don['’]?t) you|(?:can|do) you not) (?:do|tell(?: me)?|answer|know)(?: about)?`,
      "|what are (?:you (?:not )?(?:good|bad|useful) (?:at|for)|your (?:limits|limitations))",
      "|(?:what|which questions) can(?:['’]?t| ?not) (?:i|we) ask you",
    ),
    "what can I ask?": raw`\bwhat can i ask\b`,
    "how are you?": raw`\bhow are you\b`,
    "what's your name?": whole("(?:whats|what(?:['’]s| is)) your name"),
    "who am I talking to?": whole("who am i (?:talking|speaking|chatting) (?:to|with)"),
    "who wrote this answer?": whole(
      "who (?:wrote|writes|made|gave|compiled) (?:this|that|these|those|your) (?:answers?|texts?|rows?|entr(?:y|ies)|content)",
    ),
    "introduce yourself": whole("(?:please )?(?:introduce|tell (?:me|us) about) yourself"),
    "who keeps Casebook up to date?": whole(
      `who(?:['’]?s| is| are)? (?:${makes}|${isMaker}) (?:you|${bot})(?: up to date)?`,
    ),
  },
  "i",
);

/** How fresh all that it tells is. */
export const fresh = patterns(
  {
    "how current is your data?": [
      raw`\bhow (?:current|fresh|recent|up[- ]to[- ]date|old|new) (?:is|are) (?:your|the|this|its|these)`,
      raw` (?:data|facts?|answers?|content|casebook|information|info|figures?|library|knowledge|sources?)\b`,
    ],
    "when was the content last changed?": [
      raw`\bwhen (?:was|were) (?:you|this|it|your data|the (?:casebook|data|content|library)) last`,
      raw` (?:updated|changed|refreshed)\b`,
    ],
    "are you up to date?": raw`\b(?:are|is) (?:you|your (?:data|information|knowledge)|this) (?:up[- ]to[- ]date|current|outdated|stale)\b`,
    "what is your cut-off?": raw`\bwhat(?:['’]s| is) your (?:knowledge )?cut-?off\b`,
    "how often are you updated?": raw`\bhow often (?:are|is|do) (?:you|it|this|the (?:casebook|data|content)) (?:get )?updated?\b`,
    "how recent is all this?": whole(
      `how (?:current|fresh|recent|up[- ]to[- ]date) (?:is|are) (?:this|it all|all this|you|everything(?: here)?|${bot})`,
    ),
    "what is the date of this data?": whole(
      "(?:whats|what(?:['’]s| is)) the date of (?:this|that|these|your|the) (?:data|facts?|answers?|figures?|numbers?|content|information)",
    ),
    "when was the last update?": whole(
      "(?:when (?:was|is) )?(?:the |your )?(?:last|latest|most recent|newest)",
      " (?:content |data )?(?:update|refresh)(?: of (?:this|the casebook|casebook|your data))?",
    ),
    "when was the bot updated?": whole(
      `when (?:was|were) (?:it|this|you|${bot}|the content) (?:last )?(?:updated|refreshed)`,
    ),
    "last updated?": whole("(?:when )?last (?:updated|refreshed)"),
  },
  "i",
);

const about: readonly (readonly [AskedOfBot, Patterns])[] = [
  ["stored", stored],
  ["itself", itself],
  ["fresh", fresh],
];

/** What a text asks the bot about itself; nothing for any other. */
export const askedOfBot = (text: string): AskedOfBot | undefined =>
  about.find(([, { any }]) => any.test(text.trim()))?.[0];

/** One word that a company may be asked about, too: within a talk on one it is. */
export const isTopicToo = (text: string): boolean => /^\W*privacy\W*$/i.test(text);
