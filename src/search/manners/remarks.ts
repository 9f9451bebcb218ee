import { patterns, raw } from "./patterns.ts";

/** What leads a remark in, and what ends it. */
const lead = raw`^(?:(?:ok|okay|so|right|well|alright|and|but|yes|yeah|no|great|good|thanks|thank you|cool|sure|hm+|honestly|guys|team|all|everyone|folks)\b[\s,.!:-]*)*`;
const end = raw`(?:[\s,]+(?:now|then|please|though|actually|guys|team|all|everyone|everybody|folks|for now|lol|later|on (?:that|this)|with (?:that|this|you)))*[\s.!?…]*$`;
const remark = (said: string): string => `${lead}(?:${said})${end}`;

/** A colleague by one name, or two of them: "ben", "@dana and Ann". */
const one = raw`@?[a-z\u00c0-\u024f][a-z\u00c0-\u024f'’]{1,19}`;
export const colleagues = raw`(?<who>${one}(?:(?:,| and| &) ${one})?)`;

const theyAre = raw`(?:they|it|that|this|these|those|he|she|we|you)(?:['’]?(?:re|s)| (?:are|is|was|were|seems?|sounds?|looks?|feels?))`;
const how =
  "(?: (?:really|so|very|quite|too|pretty|just|rather|all|a bit|kind of|super|such|incredibly|extremely|always|not))*";
const opinion = `(?:${[
  "slow|fast|quick|big|huge|great|good|bad|awful|terrible|crazy|wild|insane|impressive|interesting|scary|smart|clever|weird",
  "strange|odd|funny|cool|amazing|boring|annoying|hard|tough|nice|lucky|greedy|arrogant|messy|confusing|complicated",
  "surprising|ridiculous|brilliant|fair|a lot|a shame|a pity|a mess|a joke|true|fine|enough|obvious|clear|helpful|useful",
].join("|")})`;
const tag = raw`(?:[\s,]+(?:(?:are|is|was|were|do|does)n['’]?t (?:they|it|that|he|she|we|you)(?: think)?|(?:are|is|was|were) (?:they|it) not|right|no|huh|eh|innit|or what|wow))?`;

/** What people in a meeting say to each other, which asks the casebook nothing. */
export const remarks = patterns(
  {
    "ok let's move on": remark(
      raw`(?:(?:let['’]?s|let us|shall we|can we|could we|we (?:should|can|could|need to|have to)|i (?:suggest|think|guess) we(?: should)?)(?: just)? (?:move on|go on|carry on|continue|proceed|wrap (?:this |it |things )?up|(?:take|have) (?:a (?:short |quick |five[- ]minute )?)?break|get (?:started|going|back to (?:it|work|business|the agenda|this|that))|start|begin|stop here|park (?:that|this|it)|come back to (?:that|this|it)|(?:take|discuss) (?:that|this|it)(?: offline| later| tomorrow)?|see)|moving on|move on)(?: (?:to|with) (?:the )?(?:next (?:one|point|topic|item|question|slide|thing)|agenda|rest))?`,
    ),
    "next topic, please": remark("(?:the )?next (?:point|topic|item|question|slide)"),
    "they are really slow aren't they": remark(
      `${theyAre}${how}(?: an?)? ${opinion}(?: (?:company|thing|people|guys|lot|stuff|news|idea|point|question|money))?${tag}`,
    ),
    "I agree": remark(
      raw`(?:i (?:totally |fully |completely |kind of |also )?(?:agree|disagree|see|think so|guess so|doubt (?:it|that)|don['’]?t think so|hear you)|agreed|same here|exactly|absolutely|fair enough|(?:good|great|fair|interesting) (?:point|question|idea)|(?:that |it |this )?makes sense|sounds (?:good|great|fair)|no (?:idea|worries|problem|rush)|my (?:bad|turn))`,
    ),
    "can everyone hear me?": remark(
      raw`can (?:everyone|everybody|anyone|you(?: all| guys)?) (?:hear|see) (?:me|us|my screen|this|the slides?)|(?:am i|you['’]?re|you are) (?:still )?(?:on mute|muted|breaking up)|(?:i['’]?ll|i will|let me)(?: just)? (?:share my screen|take notes|think(?: about (?:it|that))?|write (?:that|this|it) down|note (?:that|this|it)(?: down)?)`,
    ),
    "one second": remark(
      "(?:one|give me a|just a|hang on a?|hold on a?|wait a) (?:sec|second|moment|minute)|hang on|hold on",
    ),
    "any questions?": remark(
      raw`(?:are there |do (?:you|we) have )?any (?:other |more |further )?(?:questions|comments|thoughts|objections)(?: (?:from|for) (?:anyone|anybody|you|me|us))?|who(?:['’]?s| is) (?:next|taking notes|missing|on the call|speaking)|(?:are we|is everyone|is everybody) (?:all )?(?:ready|here|set|good|done|back)|we(?:['’]?re| are) (?:running )?(?:late|out of time|over time|done|good|all set)`,
    ),
  },
  "i",
);

/** What is said to a colleague by name, by an example each. */
const toColleague: Readonly<Record<string, RegExp>> = {
  "good point ben": new RegExp(
    remark(
      raw`(?:(?:good|great|fair|nice|excellent|valid|interesting) (?:point|question|idea|catch|one|job|work|find)|well (?:said|done|put|spotted)|congrat(?:s|ulations)|agreed|your turn|over to you|(?:what|how) about you|what do you think)[\s,]+(?!(?:of|about|on|for|with|to|in|if|that|what|how|why|who|when|where|is|are|do|does|it|this|they)\b)${colleagues}`,
    ),
    "i",
  ),
  "I agree with Ben": new RegExp(
    remark(
      raw`(?:(?:i|we) (?:totally |fully |completely |kind of |also |do |don['’]?t |do not )?(?:agree|disagree|side) with|\+1 (?:to|for)|over to) ${colleagues}`,
    ),
    "i",
  ),
  "what Ben said": new RegExp(remark(raw`what (?<who>${one}) (?:just )?sa(?:id|ys)`), "i"),
  "Ben has a point": new RegExp(
    remark(
      raw`(?!wh|it\b|that\b|this\b|some|any|no|every)(?<who>${one}) (?:is|was|has|had|makes?|made) (?:right|spot on|a (?:good |fair |great |valid )?point)`,
    ),
    "i",
  ),
};

/** Whether a text is such a remark. `isTopic`: these words are something to be asked about, and so nobody's name: "great point, risks". */
export function isRemark(text: string, isTopic: (words: string) => boolean): boolean {
  if (remarks.any.test(text)) return true;
  const found = Object.values(toColleague).flatMap((pattern) => pattern.exec(text)?.groups?.who ?? []);
  return found.length > 0 && !found.some(isTopic);
}
