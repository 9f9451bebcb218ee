import { patterns, raw } from "./patterns.ts";

const peer = "(?:boss|colleague|co-?worker|teammate|manager|neighbou?r|friend)";
/** Somebody by their post, and not the post, or what somebody with it has: "the CEO role", "the founder's deal". */
const holder = [
  "(?:(?:current|new|first|former|two|three|other) ){0,2}(?:(?:co-?)?founders?|ceo|cto|cfo|boss|chief executive(?: officer)?|chair(?:wo)?man)",
  raw`(?=[?!.,]|$| (?:and|of|at|now|today|then|these days|currently)\b)`,
].join("");
const family = "(?:kids|children|daughters?|sons?|religion|health|illness)";

/** What is nobody's business: how to reach people at home, their families, bodies, money. */
export const privateMatters = patterns({
  // Where to reach somebody, and papers.
  "what is the phone number of Sam Altman?": raw`\b(?:phone|mobile|cell|telephone|whatsapp)(?: number|s? no\b| of \S+)`,
  "what is Sam Altman's home address?": raw`\b(?:home|private|personal|e-?mail) address`,
  "does anybody have her personal details": raw`\bpersonal (?:e-?mail|life|phone|details|information|number)`,
  "the email of Dario Amodei": raw`\be-?mail of\b`,
  "what is Altman's e-mail?": raw`['’]s (?:${family}|e-?mail)\b`,
  "give me his passport number": raw`\b(?:passport|social security|ssn|bank account|credit card) (?:number|details)`,
  "tell me your password": raw`\b(?:my|his|her|their|your|our|['’]s) passwords?\b`,
  "where does Sam Altman live?": raw`\bwhere (?:does|do|did) \S+(?: \S+)? (?:live|sleep|eat)\b`,
  // Love and family. Firms are married, too: "is Visa married to Solana or does it keep other doors open?"
  "who is Musk sleeping with": raw`\b(?:sleeping with|seeing a therapist)\b`,
  "is Sam Altman married?": raw`\bmarried(?! to \p{Lu}\p{L}+ or\b)\b`,
  "who is the wife of the founder?": raw`\b(?:wife|husband|spouse|girlfriend|boyfriend|divorced|pregnant)\b`,
  "is Anna gay?": raw`\b(?:sexual|gay|lesbian)\b`,
  "who are the children of Elon Musk": raw`\bchildren of\b`,
  "how many children does Musk have?": raw`\b(?:(?:have|has) (?:any )?|how many )(?:kids|children)(?! (?:were|are|actually|used|on)\b)\b`,
  "where do their daughters go to school": raw`\b(?:his|her|their) ${family}\b`,
  "what does his family say": raw`\b(?:his|her) (?:home|house|family|phone|e-?mail|salary|age|(?:direct |private )?address)\b`,
  // Body and soul.
  "any medical conditions of the founder?": raw`\bmedical (?:(?:condition|history)s?|record)\b`,
  "how tall is Sam Altman?": raw`\bhow (?:tall|heavy)\b(?! (?:is|are|was|were) the\b)`,
  "when is Sam Altman's birthday?": raw`\b(?:net worth|date of birth|birthday|hobbies|star sign|love life)\b`,
  // Age, where the talk or the post says whose; a company is founded, and its head office stands somewhere.
  "how old is he?": raw`\b(?:how old|(?:what|which) age) (?:is|was) s?he\b`,
  "what year was she born?": raw`\b(?:was|were|is) (?:s?he|(?:the|their|its) (?:founders?|ceo|president|boss)) born\b`,
  "how old are the founders of Mistral?": raw`\bhow old (?:is|are|was|were) (?:the|their|its|(?!today)\S{1,40}(?: \S{1,40})?['’]s?) ${holder}`,
  "how old is Mistral CEO?": raw`\bhow old (?:is|was) (?!(?:an?|typical|average|each|every|that|this)\b)(?:the )?[\p{L}\p{N}.-]{1,40} (?:(?!(?:of|the|their|its|with|by|whose|that)\b)[\p{L}\p{N}.-]{1,40} )?${holder}`,
  "what is the age of the CEO?": raw`\bage of (?:the|their|its) ${holder}`,
  // Pay of people who are known to whoever asks.
  "how much does Altman personally earn?": raw`\bpersonally (?:earn|own|make)s?\b`,
  "what is the age of our neighbour?": [
    raw`\b(?:salary|pay|age|bonus) of (?:our|my)`,
    raw` (?:boss|colleagues?|co-?workers?|teammates?|managers?|neighbou?rs?|friends?)\b`,
  ],
  "the salary of our head of sales": raw`\bsalary of our\b`,
  "what is my boss's pay?": raw`\b(?:my|our) ${peer}['’]?s (?:salary|pay|wages?|bonus|income|age)\b`,
  "what does my manager earn?": raw`\b(?:my|our) ${peer}s? (?:earns?|makes?)\b`,
});

/** What people nearby said or did here. */
export const saidByColleagues = patterns(
  {
    "what have my colleagues asked you?": [
      raw`\b(?:my|our) (?:colleagues?|coworkers?|teammates?)\b.*`,
      raw`\b(?:ask(?:ed)? you|asked|said|rated|wrote|voted|earns?)\b`,
    ],
    "who in our team voted no?": [
      raw`\bwho (?:in|of|from|on) (?:our|my) (?:team|office|company|group)\b.*`,
      raw`\b(?:ask(?:ed)? you|asked|said|rated|wrote|voted|earns?)\b`,
    ],
  },
  "i",
);

const firstOfTitle = "Chief|Vice|Head|Director|Partner|Business|Account|Sales|Channel|Strategic|Revenue|Hugging";
const lastOfTitle = "Officer|President|Manager|Director|Head|Face|Labs|Sales|Partnerships|Foundation";

/** A person's own pay or age; titles of posts are written large too. */
export const payOfPerson = patterns(
  {
    "tell me Sam Altman's salary": [
      raw`\b(?!(?:${firstOfTitle})\b)\p{Lu}\p{Ll}+ (?!(?:${lastOfTitle})\b)\p{Lu}\p{Ll}+['’]s`,
      raw` (?:salary|wages?|pay|age|car|house|kids|religion)\b`,
    ],
  },
  "u",
);

/** Somebody who works with whoever asks. */
export const colleague = patterns(
  {
    "who is our colleague Peter": raw`\b[Oo]ur (?:colleague|coworker|teammate|boss|manager|director|intern|lead)(?: of \p{L}+)? \p{Lu}\p{Ll}+$`,
  },
  "u",
);

/** What is asked of somebody's own life, where a person is named; a company is born and grows up as well. */
export const ownLife = patterns(
  {
    "how old is Altman?": raw`\bhow old (?:is|was)\b`,
    "how rich is Altman?": raw`\bhow (?:rich|wealthy)\b`,
    "where was Altman born?": raw`\b(?:born|birth ?place|nationality|hometown|grew up|grow up)\b`,
    "who is Altman dating?": raw`\b(?:dating|in love)\b`,
    "is Altman married to Anna or to Peter?": raw`\bmarried\b`,
    "is Altman religious?": raw`\b(?:religio(?:n|us)|politically|vot(?:e|ed|es|ing) for)\b`,
    "is Altman in therapy": raw`\b(?:therap(?:y|ist)|diet|weigh|shoe size|tattoos?|(?:left|right)[- ]handed)\b`,
    "is Altman a vegan?": raw`\b(?:vegetarian|vegan|smokes?|favou?rite)\b`,
    "is that Altman's personal wallet": raw`\bpersonal (?:wallet|account|savings)\b`,
    "what does Sam Altman drive?": raw`\b(?:(?:what|which) (?:car|bike)|(?:does|did) .{3,40} drive)\b`,
  },
  "i",
);

/** Where a company is at home, and no person: "where does OpenAI live?" */
export const seat =
  /^where (?:does|do) (?!.*(?:['’]s\b|\b(?:ceo|boss|chief|founders?|president|head|he|she|when|the .* boss)\b))\S+(?: \S+)? live\??$/i;
