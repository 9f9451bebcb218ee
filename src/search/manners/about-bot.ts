/** What the bot is asked about itself: what it is, what it keeps of whoever asks, how fresh it is. */
export type AskedOfBot = "stored" | "itself" | "fresh";

/** The bot, in the third person. */
const bot = "(?:(?:this|the) (?:bot|tool|app|thing)|(?:the )?casebook)";
const mine =
  "(?:my|our) (?:own )?(?:questions?|data|quer(?:y|ies)|chats?|conversations?|messages?|searches|history|information)";
const kept = "(?:stored?|kept|keep|saved?|logged|recorded|retain(?:ed)?|hosted|h[eo]ld)";
const somebody =
  "(?:any(?:one|body)|some(?:one|body)|every(?:one|body)|others?|other people|admins?|(?:my|our|the) (?:boss|managers?|admins?|team|colleagues|company|employer))";

/** Whole texts: part of a longer one may ask anything. */
const whole = (...texts: readonly string[]): RegExp =>
  new RegExp(`^(?:(?:so|hey|hi|and|but|ok|please) )*(?:${texts.join("|")})[?!. ]*$`, "i");

const about: readonly (readonly [AskedOfBot, RegExp])[] = [
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
    "stored",
    whole(
      "(?:(?:whats|what(?:['’]s| is)|where(?:['’]s| is)|show(?: me)?|do you have) )?(?:(?:an?|the|your|casebook['’]?s) )*privacy(?: (?:policy|notice|statement|terms|rules|settings))?",
      `what (?:\\S+ ){0,2}(?:data|info|information|details) (?:do|does|did|will|can) (?:you|it|${bot}) (?:${kept}|have|remember|know|collect|track|see|log) (?:about|on|of|from) (?:me|us)`,
      `(?:is|are) ${mine} (?:\\S+ ){0,2}(?:private|confidential|safe|secure|shared|visible|public|anonymous|tracked|${kept})`,
      `who (?:else )?(?:can |could )?(?:sees?|reads?|views?) (?:${mine}|what (?:i|we) (?:ask|type|say))`,
      `(?:can|could|will|does|do|is) ${somebody} (?:else )?(?:see|seeing|read|reading|view|know) (?:${mine}|this|what (?:i|we) (?:ask|type|say))`,
      `do you (?:train|learn) (?:\\S+ ){0,3}?(?:on|from|with) (?:${mine}|what (?:i|we) (?:ask|type|say))`,
      `do you (?:share|sell|send|use|pass on) ${mine}(?: .{1,40})?`,
      `how long (?:(?:do|does|will) (?:you|it|${bot}) ${kept} (?:${mine}|this|data|questions)|(?:is|are) ${mine} ${kept})`,
      `where (?:(?:is|are) ${mine} ${kept}|do you ${kept} ${mine})`,
      `(?:are you|is ${bot}) gdpr[- ]compliant`,
    ),
  ],
  [
    "itself",
    whole(
      "(?:whats|what(?:['’]s| is)) your name",
      "who am i (?:talking|speaking|chatting) (?:to|with)",
      "(?:please )?(?:introduce|tell (?:me|us) about) yourself",
      `who(?:['’]?s| is| are)? (?:made|makes|built|wrote|writes|created|developed|designed|maintains|runs|owns|keeps|operates|updates|behind|the (?:authors?|owners?|makers?|creators?|maintainers?|developers?) of) (?:you|${bot})(?: up to date)?`,
    ),
  ],
  [
    "fresh",
    whole(
      `how (?:current|fresh|recent|up[- ]to[- ]date) (?:is|are) (?:this|it all|all this|you|everything(?: here)?|${bot})`,
      "(?:when (?:was|is) )?(?:the |your )?(?:last|latest|most recent|newest) (?:content |data )?(?:update|refresh)(?: of (?:this|the casebook|casebook|your data))?",
      `when (?:was|were) (?:it|this|you|${bot}|the content) (?:last )?(?:updated|refreshed)`,
      "(?:when )?last (?:updated|refreshed)",
    ),
  ],
];

/** What a text asks the bot about itself; nothing for any other. */
export const askedOfBot = (text: string): AskedOfBot | undefined =>
  about.find(([, pattern]) => pattern.test(text.trim()))?.[0];

/** True for a question to the bot about itself, also where it names a company's product. */
export const asksWhoItIs = (text: string): boolean => addressed.test(text.trim()) || doubted.test(text.trim());

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

/** One word that a company may be asked about, too: within a talk on one it is. */
export const isTopicToo = (text: string): boolean => /^\W*privacy\W*$/i.test(text);
