import { barely } from "./lead.ts";

/** What is said about the talk itself, and of which nothing is looked up. */
export type TalkWord = "over" | "currency" | "remind" | "post" | "summary" | "layout" | "language" | "opinion";

const please = "(?:(?:can|could|would|will) (?:you|we) )?(?:please |just |lets |let's )*";
const it = "(?:this|that|it|them|these|the (?:last )?(?:answer|reply|result|figures?|numbers?))";
const talk = "(?:(?:this|the|our) )?(?:whole |entire )?(?:thread|talk|conversation|chat|channel|discussion|meeting)";
const money =
  "(?:euros?|eur|€|(?:us )?dollars?|usd|\\$|(?:british )?pounds?(?: sterling)?|sterling|gbp|£|(?:swiss )?francs?|chf|yen|jpy|¥|yuan|rmb|rupees?|inr|₹|(?:local|another|my|our) currency)";
const when =
  "(?:again|later|soon|tomorrow|tonight|today|(?:next|this|every) \\p{L}+|on \\p{L}+day|in (?:an?|\\d+|two|three|a few) \\p{L}+|(?:at|by) \\d\\S*(?: ?[ap]m)?)";

const languages =
  "(?:english|german|french|spanish|italian|portuguese|dutch|polish|russian|turkish|arabic|hindi|chinese|japanese|korean|another language|my language)";
const layouts =
  "(?:an? )?(?:nice |simple |short )?(?:tables?|lists?|bullets?(?: points?| list)?|chart|graph|diagram|csv|json|markdown|spreadsheet|slides?|pdf|excel|word doc(?:ument)?|e-?mail)";
const adjective =
  "(?:good|bad|normal|usual|typical|unusual|a lot|much|little|high|low|big|small|fair|risky|dangerous|serious|important|worrying|a (?:good|bad) (?:thing|sign|idea|deal)|worth it|a problem)";

const said: readonly (readonly [TalkWord | "speaks", string])[] = [
  [
    "over",
    `${please}(?:start (?:over|afresh|again|anew|from scratch)|from scratch|begin again|reset(?: ${it}| ${talk})?|restart(?: ${talk})?|(?:a )?new (?:topic|subject|talk|conversation|chat|thread)|change (?:the )?(?:topic|subject)|(?:clear|delete|wipe)(?: the)?(?: ${talk}| history| context| memory)|scratch that|forget (?:about )?(?:${it}|everything|all (?:of )?(?:that|this|it)|what (?:i|we) (?:said|asked)|(?:the|my) (?:last )?questions?|${talk}))`,
  ],
  [
    "currency",
    `${please}(?:(?:and )?(?:(?:what(?:'s| is| are)|how much (?:is|are)) )?(?:${it} )?|(?:convert|show|give|say|put)(?: me)?(?: ${it})? )(?:in|to|into) ${money}`,
  ],
  [
    "remind",
    `${please}(?:remind|ping|notify|wake) (?:me|us)(?: (?:of|about) (?:this|that|it))?(?: ${when})*|${please}set (?:a |me a )?reminder(?: for (?:this|that|it|me))?(?: ${when})*`,
  ],
  ["post", `${please}(?:post|share|send|forward|publish) ${it}(?: (?:in|into|to|with|on|for) .{1,60}| in| here)?`],
  [
    "summary",
    `${please}(?:(?:summari[sz]e|recap|sum up|minute|transcribe) ${talk}(?: so far)?|(?:(?:give|write|make|show|send)(?: me| us)? )?(?:an? |the )?(?:summary|recap|minutes|notes|transcript)(?: of| for) ${talk}(?: so far)?|what (?:happened|was said|did i miss) (?:in|on) ${talk}|catch me up(?: on ${talk})?)|(?:(?:(?:who (?:has|owns|takes|took|got|wants)|any|are there(?: any)?|list|show(?: me)?) (?:the |our |all )*)|what(?:'s| is| are) (?:the |our |all )+)action (?:items?|points?)`,
  ],
  [
    "layout",
    `${please}(?:(?:show|give|put|make|format|display|list|draw|turn|export)(?: me)?(?: ${it})? )?(?:as|in|into|to|like) ${layouts}(?: form(?:at)?)?`,
  ],
  [
    "language",
    `${please}(?:(?:say|answer|repeat|write|put|explain|translate|give|show|tell)(?: me)?(?: ${it})? )?(?:in|to|into) ${languages}|${please}translate ${it}`,
  ],
  ["speaks", `(?:do|can) you (?:speak|answer in|understand) ${languages}`],
  [
    "opinion",
    `(?:and )?what (?:does|do|would|might|could) ${it} mean for (?:us|me|our \\p{L}+)|what should (?:we|i) (?:do (?:about|with) ${it}|make of ${it}|conclude(?: from ${it})?)(?: now)?|(?:and )?how (?:good|bad|serious|important|risky|normal|unusual|worrying) is ${it}|(?:and )?(?:is|are) (?:that|this|these|those) (?:really |very |so )?${adjective}(?: then| really)?|(?:and )?how does ${it} (?:affect|help|concern) (?:us|me)|what do you (?:all |guys )?(?:think|recommend|suggest|advise)(?: of ${it}| about ${it})?|(?:what's|what is) your (?:opinion|view|take|advice|recommendation)(?: on ${it})?`,
  ],
];
const patterns = said.map(([word, source]) => [word, new RegExp(`^(?:${source})$`, "u")] as const);

/** Said of the answer before: what was answered is asked what to do with it. */
const whatThen = /^(?:(?:and|so|ok)[\s,]+)*what should (?:we|i) do then[\s?!.]*$/i;

/** What is known where something is said: whether a meeting runs, and whether there is an answer to speak of. */
type Heard = { readonly isMeeting?: boolean; readonly isAnswered?: boolean };

/**
 * What a few words say about the talk itself. Undefined for what asks the casebook something, for a word on an answer where
 * there is none, and after a meeting that does not run.
 */
export function talkWordOf(
  question: string,
  { isMeeting = false, isAnswered = true }: Heard = {},
): TalkWord | undefined {
  const words = barely(question);
  const found = whatThen.test(question) ? "opinion" : patterns.find(([, pattern]) => pattern.test(words))?.[0];
  if (found === "speaks") return "language";
  if ((found === "opinion" || found === "language") && !isAnswered) return undefined;
  return found === "summary" && !isMeeting && /\bmeeting\b/.test(words) ? undefined : found;
}
