import { asksHowFresh, asksWhoItIs } from "./about-bot.ts";
import { asksOfOwnFirm } from "./own-firm.ts";
import { type SmallTalk, smallTalk } from "./small-talk.ts";

/** Why a text is not looked up at all. */
export type OffLimits =
  | "private"
  | "ours"
  | "news"
  | "advice-to-trade"
  | "instructions"
  | "code"
  | "address"
  | "general"
  | "writing"
  | SmallTalk;

const rules: readonly (readonly [OffLimits, RegExp])[] = [
  [
    "instructions",
    /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines|guardrails|above|training)\b|\bsystem prompt\b|@(?:everyone|here|channel)\b|<!(?:everyone|here|channel)|\bjailbreak|\bdeveloper mode\b|\byou are now\b|\bpretend (?:to be|you)|^(?:please |now |you (?:must|should|will) (?:now )?)*act as (?:a|an|if)\b|\b(?:reveal|print|show|repeat|leak)\b.{0,20}\b(?:your|the) (?:prompt|instructions|token|api key|password|secrets?)\b|\b(?:sudo|rm -rf|drop table|curl http|wget http)\b/i,
  ],
  // Firms are married, too: "is Visa married to Solana or does it keep other doors open?"
  [
    "private",
    /\b(?:phone|mobile|cell|telephone|whatsapp)(?: number|s? no\b| of (?:the|\S+))|\b(?:home|private|personal|e-?mail) address|\bpersonal (?:e-?mail|life|phone|details|information|number)|\be-?mail of\b|\b(?:passport|social security|ssn|bank account|credit card) (?:number|details)|\b(?:sleeping with|seeing a therapist|married(?! to \p{Lu}\p{L}+ or\b)|wife|husband|spouse|girlfriend|boyfriend|divorced|pregnant|children of|(?:(?:have|has) (?:any )?|how many )(?:kids|children)(?! (?:were|are|actually|used|on)\b)|(?:his|her|their) (?:kids|children|daughters?|sons?|religion|health|illness)|sexual|gay|lesbian|medical (?:condition|history)s?|medical record)\b|['’]s (?:kids|children|daughters?|sons?|religion|health|illness|e-?mail)\b|\b(?:net worth|date of birth|birthday|hobbies|star sign|love life)\b|\bhow (?:tall|heavy)\b(?! (?:is|are|was|were) the\b)|\bwhere (?:does|do|did) \S+(?: \S+)? (?:live|sleep|eat)\b|\b(?:my|his|her|their|your|our|['’]s) passwords?\b|\bpersonally (?:earn|own|make)s?\b|\b(?:salary|pay|age|bonus) of (?:our|my) (?:boss|colleagues?|co-?workers?|teammates?|managers?|neighbou?rs?|friends?)\b|\bsalary of our\b|\b(?:my|our) (?:boss|colleague|co-?worker|teammate|manager|neighbou?r|friend)(?:['’]?s (?:salary|pay|wages?|bonus|income|age)\b|s? (?:earns?|makes?)\b)|\b(?:does|do) (?:my|our) (?:boss|colleagues?|co-?workers?|teammates?|manager|neighbou?r|friend) (?:earn|make)\b|\b(?:his|her) (?:home|house|family|phone|e-?mail|salary|age|(?:direct |private )?address)\b/iu,
  ],
  [
    "private",
    /\b(?:(?:my|our) (?:colleagues?|coworkers?|teammates?)|who (?:in|of|from|on) (?:our|my) (?:team|office|company|group))\b.*\b(?:ask(?:ed)? you|asked|said|rated|wrote|voted|earns?)\b/i,
  ],
  // A person's own pay or age; titles of posts are written large too.
  [
    "private",
    /\b(?!(?:Chief|Vice|Head|Director|Partner|Business|Account|Sales|Channel|Strategic|Revenue|Hugging)\b)\p{Lu}\p{Ll}+ (?!(?:Officer|President|Manager|Director|Head|Face|Labs|Sales|Partnerships|Foundation)\b)\p{Lu}\p{Ll}+['’]s (?:salary|wages?|pay|age|car|house|kids|religion)\b/u,
  ],
  // The weather, and what there is to eat: no news that anybody waits for.
  [
    "general",
    /\b(?:horoscope|lottery)\b|\bweather\b(?! (?:the|an?|this|that|its|their)\b)|^(?:what(?:['’]?s| is| are we having)|any ideas) (?:for|on) (?:lunch|dinner|breakfast|supper|the menu)(?: (?:today|tonight|tomorrow|here|now))?[?!. ]*$/iu,
  ],
  [
    "news",
    /\b(?:news|headlines?|happen(?:ed|ing|s)?|announc\w*|trading|stock price|share price|price|score|up to|released?|tweet\w*)\b.{0,40}\b(?:today|right now|this (?:morning|afternoon|evening|minute)|yesterday|tonight|tomorrow|as we speak)\b|\b(?:today|right now|this morning|yesterday|tonight|breaking)(?:'s)?\b.{0,30}\b(?:news|headlines?|price|announce\w*|happen\w*)\b|\b(?:latest|breaking|current) (?:news|headlines)\b|\b(?:down|working|online|offline|(?<!\bset(?:ting)? )up) (?:at the moment|right now|now|today)\b|\b(?:stock|shares?|price|token|coin)\b.{0,20}\b(?:this week|at the moment|as of now)\b|\bis \S+(?: \S+){0,2} (?:down|offline)\??$|\bwhat (?:time|day|date) is it\b|\b(?:what time|when exactly)\b.{0,60}\b(?:today|tonight|tomorrow)\b|\bwhat(?:['’]?s| is) (?:the (?:date|day|time)|today['’]?s (?:date|day))\b(?! (?:of|for|when))|\b(?:what|who)(?:'s| is) trending\b|^(?:(?:whats?|which|show me) (?:\S+ ){0,3})?trending\b.{0,40}\b(?:today|now|this week)\b|\bexchange rates?\b.{0,40}\b(?:now|today)\b|\b(?:eur|usd|gbp|chf|jpy|euros?|dollars?|pounds?|sterling|yen)(?: to(?: the)? | vs | |\/|-)(?:eur|usd|gbp|chf|jpy|euros?|dollars?|pounds?|sterling|yen)(?: (?:exchange )?rate\??$|\b.{0,20}\b(?:now|today)\b)|\b(?:this (?:week|morning|afternoon)|(?:last|past) (?:\d+ |few |couple of )?(?:hours?|days?|minutes))\??$|\b(?:at |right )?this (?:very |exact )?(?:minute|moment|second|instant|hour)\b|\bsince (?:yesterday|this morning|last night)\b|^just now\b|\b(?:pumping|dumping|mooning)\b|\bjust (?:tweeted|posted)\b|\btweets (?:from|by)\b|^(?:so |hey |please |ok )*(?:give|tell|show|read) (?:me|us) (?:all )?the (?:latest )?news\b|\blive (?:price|quote|chart|score)\b|\b(?:is|are|s) (?:\S+ ){0,2}trading at\b|\b(?:share|stock) price (?:of|for)\b/i,
  ],
  // By the minute, or heard a moment ago.
  [
    "news",
    /\b(?:as we speak|up[- ]to[- ]the[- ]minute|hot off the press|(?:new|anything|moved?|happened|news)\b.{0,40}\bovernight\b(?! when)|since lunch|(?:\d+|a few|few|some) min(?:ute)?s? ago|real[- ]?time (?:price|chart|quote))\b|\blive\b.{0,20}\b(?:price|chart|tps|tvl|quote)\b|\b(?:market cap|price|chart)\b.{0,25}\blive\b|\b(?:sol|arb|wld|eth|btc|token|coin|stock|share)s?(?:['’]s)? (?:price|chart)\b.{0,20}\bnow\b|\b(?:tps|tvl|ticker|gas)\b.{0,20}\b(?:right now|atm|this evening)\b|\bas of right now\b|\bis (?:\S+ ){1,4}back (?:up|online)(?: yet| again)?\??$|\bis \S+(?: \S+)? down for (?:everyone|me|you|us|anyone)\b|\bstatus incident\b|\bfresh (?:downtime|outages?)\b|\bdid \S+(?: \S+)? just (?:say|tweet|post|announce|launch|ship|drop|release|raise)\b|\bwho just got\b|\bjust now\b.{0,3}$|\b(?:raise|announce|launch|ship|release|drop)\w* .{0,30}\bthis week\b|\bshipped (?:yesterday|today)\b|^(?:how did )?(?:the )?(?:gold|silver|oil|nasdaq|dow|ftse|dax)(?: price| close| index)?\??$/iu,
  ],
  // What goes on at this hour; not what was true of late: "who owns them now", "what is it worth today".
  [
    "news",
    /\b(?:any|an|another|is there|are there)\b.{0,40}\b(?:outages?|incidents?|downtime|disruptions?)\b.{0,40}\b(?:now|at the moment|today|tonight|currently|this (?:minute|morning|week))\b|\b(?:what(?:['’]?s| is)|anything|something) (?:going on|happening|new|up)\b.{0,40}\b(?:now|at the moment|today|tonight|this (?:minute|morning|evening|week))\b|^(?!.*\b(?:i|we|my|our|us)\b).*\b(?:happen(?:ed|ing|s)?|announc\w+|new|say|said|says|launch\w*|releas\w+|tweet\w*|post(?:ed)?|drop\w*)\b.{0,40}(?<!\bthe )\b(?:this|last|past) (?:week|weekend|night|evening)\b|(?<!\bthe )\b(?:this|last|past) (?:week|weekend|night)\b.{0,40}\b(?:happen(?:ed|ing|s)?|announc\w+|launch\w*|releas\w+)\b|^(?:so |and |but )?(?:who|what|when|how|did|has|have|was|were|is)\b(?!.*\b(?:i|we|my|our|us|someone|somebody|he|she)\b).{0,60}\b(?:yesterday|last night|tonight)\b|^(?:so |and |but )?did\b(?!.*\b(?:i|we|my|our|us)\b).{0,60}\b(?:today|this morning)\b|^(?:so |and |but )?any\b(?!.*\b(?:i|we|my|our|us)\b).{0,60}\btoday\b|\bstatus (?:right now|now|at the moment)\b|\b(?:is|are) \S+(?: \S+){0,3} (?:slow|lagging|broken|congested|crashing|overloaded) (?:right now|now|at the moment|today)\b|\bhow(?:['’]?s| is| are) (?:the )?(?:\S+ )?(?:markets?|crypto|stocks?) (?:doing |looking )?(?:right now|now|at the moment|today)\b|\b(?:current|live|today['’]?s) (?:\S+ )?(?:eth|ether(?:eum)?|btc|bitcoin|gas|stock|share)(?: gas)? (?:price|fee)s?\b|\b(?:eth|ether(?:eum)?|btc|bitcoin|gas|stock|share)(?: gas)? (?:price|fee)s?\b.{0,30}\b(?:now|at the moment|today|this (?:hour|minute|morning|week))\b|\b(?:latest|last|newest|recent) (?:tweets?|(?:linkedin |instagram |facebook )?posts?|podcasts?|interviews?) (?:by|of|from)\b/i,
  ],
  // The papers of this morning, and what tomorrow brings.
  [
    "news",
    /^(?:so |and )?(?:any(?:thing)?|some(?:thing)?|what(?:['’]?s| is| was)|who(?:['’]?s| is| was)|(?:is|was) \S+(?: \S+)?)\b.{0,40}\bin the (?:news|papers|headlines)(?: (?:today|now|right now|lately|this \S+))?[?!. ]*$|\b(?:news|headlines?|announc\w*|happen(?:ed|ing|s)?|said|new)\b.{0,40}\bthis [ap]\.?m\b\.?[?! ]*$|^(?:so |and )?(?:who|what|when|where|which)\b(?!.*\b(?:i|we|my|our|us|if|would|could|should|might|had|he|she)\b).{0,60}\b(?:tomorrow|later today)[?!. ]*$/iu,
  ],
  [
    "general",
    /^(?:please |can you |could you |now )*(?:sing\b|draw\b(?! (?:on|from|down|up)\b)|translate\b)|\bdraw (?:me|us) (?:a|an|some)\b|^(?:please |can you |could you |now )*(?:write|compose|generate|draft)\b.{0,20}\b(?:songs?|lyrics|stor(?:y|ies)|essays?|novels?|code|scripts?|programs?|functions?|regex|sql)\b|\bhow (?:do|does|would) (?:you|i|we|one) say\b.{1,60}\bin (?:english|german|french|spanish|italian|portuguese|dutch|polish|russian|turkish|arabic|hindi|chinese|japanese|korean|latin)\b|\btranslate\b.{1,60}\b(?:in)?to (?:english|german|french|spanish|italian|portuguese|dutch|polish|russian|turkish|arabic|hindi|chinese|japanese|korean|latin)\b|(?:^|\b(?:an?|another|some|good|funny|your|me) )(?:jokes?|poems?|riddles?|limericks?|haiku)\b|(?<!\b(?:share|working|venture|risk|human) )\bcapital (?:city )?of (?:the )?\p{L}+\??$|\bmeaning of life\b|\bbook (?:me|us)\b|\bbook (?:a|the) (?:table|room|flight|taxi|hotel)\b|\b(?:restaurants?|sushi|pizza|coffee|hotels?|parking|cafe|bar|lunch|dinner)\b.{0,40}\b(?:near|close to|around|next to|nearby)\b|\b(?:near|close to|around|next to)\b.{0,40}\b(?:restaurants?|hotels?|parking|dinner|lunch)\b|^(?:whats?|what['’]s|what is|calculate|compute)?\s*\d[\d\s.,]*(?:[+*×^]|% of|percent of|plus|times|minus|divided by)\s*\d[\d\s.,]*\??$|^(?:whats?|what['’]s|what is|calculate|compute)? ?\d+\s*\/\s*\d+\s*\??$|\b(?:recipe for|how (?:do|to|can) (?:i|we|you)? ?(?:cook|bake|boil|fry|roast)|boiling point|square root)\b|\b(?:french|russian|american|october|glorious|cultural) revolution\b|\bworld war (?:i{1,2}|one|two|[12])\b|\b(?:first|second) world war\b|\b(?:cold|civil|vietnam|napoleonic|trojan) wars?\b|\b(?:berlin wall|roman empire|middle ages)\b|\bpivot tables?\b|\bvlookup\b|\bhow (?:do|to|can|would|should)\b(?!.*\b(?:partners?|resellers?|scorecard|pipeline|alliance)\b).{0,60}\bin (?:ms |microsoft |google )?(?:excel|power ?point|sheets|photoshop|outlook|javascript|python)\b|\b(?:soccer|world cup|super bowl|olympics)\b|\bfootball (?:match|game|score|final|result|league)(?:e?s)?\b|\b(?:won|win|wins|score|play|played) (?:the |at )?football\b|\bmy (?:own )?(?:rent|savings|password|wife|husband|cat|dog|car|holiday|flight|taxes|mortgage|landlord|kids?|doctor|homework)\b/iu,
  ],
  // A text is wanted, in the asker's stead: what it should hold may be told.
  [
    "writing",
    /^(?:please |can you |could you |now |(?:i|we) (?:need|want) you to )*(?:(?:write|compose)\b(?![- ](?:down|up|out|off)\b)|draft\b(?= (?:me|us|an?|the|some|my|our|this|e-?mail|reply|letter|message|post)\b)|generate (?:me|us|an?|some)\b)|\b(?:write|compose|draft) (?:me|us) (?:a|an|some)\b/i,
  ],
  [
    "private",
    /\b[Oo]ur (?:colleague|coworker|teammate|boss|manager|director|intern|lead)(?: of \p{L}+)? \p{Lu}\p{Ll}+$/u,
  ],
  [
    "advice-to-trade",
    /\bshould (?:i|we|one) (?:(?:buy|sell|short|hold|dump) (?:some |more |my |our |all )*(?:sol|arb|wld|eth|btc|bitcoin|crypto|tokens?|coins?|stocks?|shares?)\b|(?:invest|put (?:my |our )?money) in(?:to)? (?!an? |the |our |more |partner|train|enable|content|people))|\bprice (?:prediction|target|forecast)|\b(?:good|safe|worth) (?:buy|investment)\b|\bwill\b.{0,60}\b(?:double|triple|crash|moon|go up|go down|skyrocket|plummet)\b/i,
  ],
];

const link = /\b(?:https?:\/\/|www\.)\S+/gi;

/** What is left of a text without its web addresses. */
export function withoutLinks(text: string): string {
  return text.replace(link, " ").replace(/\s+/g, " ").trim();
}

/** What is asked of somebody's own life, where a person is named. */
const ownLife =
  /\bhow old (?:is|was)\b|\bhow (?:rich|wealthy)\b|\b(?:married|born|birth ?place|nationality|religio(?:n|us)|vegetarian|vegan|(?:left|right)[- ]handed|dating|sleeping with|therap(?:y|ist)|personal (?:wallet|account|savings)|politically|in love|shoe size|hometown|diet|weigh|vot(?:e|ed|es|ing) for|smokes?|tattoos?|(?:what|which) (?:car|bike)|(?:does|did) .{3,40} drive|grew up|grow up|favou?rite)\b/i;

const seat =
  /^where (?:does|do) (?!.*(?:['’]s\b|\b(?:ceo|boss|chief|founders?|president|head|he|she|when|the .* boss)\b))\S+(?: \S+)? live\??$/i;

/** A call to all who are there, in front of what is asked. */
const call = /^(?:\s*(?:@(?:everyone|here|channel)\b|<!?@?[^>\s]{1,80}>)[\s,:]*)+/i;

/**
 * Why a text should be answered with a short polite no and no look-up; nothing for an ordinary question. `isNamed`: some
 * entry is named in it, so that a rude or chatty question is still a question; `isOfPerson`: a person is, and no entry.
 */
export function offLimits(
  text: string,
  isNamed: () => boolean,
  isOfPerson: () => boolean = () => false,
): OffLimits | undefined {
  const said = text.replace(call, "");
  const plain = withoutLinks(said);
  if (plain === "" && said.trim() !== "") return "address";
  if (!/\p{L}/u.test(plain)) return "murmur";
  // A company lives somewhere, too.
  const told = isNamed() && !isOfPerson() ? said.replace(seat, " ") : said;
  const found = rules.find(([, pattern]) => pattern.test(told));
  if (found) return found[0];
  if (asksOfOwnFirm(said, isNamed)) return "ours";
  if (ownLife.test(said) && isOfPerson()) return "private";
  if (looksLikeCode(said)) return "code";
  if (asksWhoItIs(said)) return "itself";
  if (asksHowFresh(said)) return "fresh";
  const talk = smallTalk(said);
  return talk && !isNamed() ? talk : undefined;
}

/** True when marks of a programming language outweigh the words. */
function looksLikeCode(text: string): boolean {
  const marks = text.match(/[{}[\];<>=|\\]|=>|\(\)|::|\/\/|&&/g)?.length ?? 0;
  const words = text.match(/\p{L}{2,}/gu)?.length ?? 0;
  return (
    (marks >= 4 && marks * 4 > words) ||
    /^\s*(?:function|const|let|var|def|class|import|public|SELECT|INSERT|UPDATE|DELETE|#include|<\?php|<html)\b.*[({;=*]/.test(
      text,
    )
  );
}
