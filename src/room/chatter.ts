import type { Library } from "#content/library.ts";
import { entriesNamed } from "./entries-named.ts";

const lead =
  "^(?:(?:ok|okay|so|right|well|alright|and|but|also|yes|yeah|no|great|good|thanks|thank you|cool|sure|sorry|guys|team|all|everyone|folks|then|now)\\b[\\s,.!:-]*)*";
/** A remark that asks something by a word of its own is a question all the same: "I wonder who founded it". */
const asksNothing =
  "(?!.*\\?)(?!.*\\b(?:who|whom|whose|what|which|when|where|why|how)\\b)(?!.*[,;.] ?(?:is|was|are|were|do|does|did|has|have) (?:that|this|it|they|he|she)\\b)";
/** Of the company talked about something is asked of everybody: "can somebody check their revenue?" */
const ofNobody = "(?!.*\\b(?:they|their|theirs|its)\\b)";
const soon =
  "(?:(?:also|just|quickly|then|all|both|please|now|really|totally|fully|completely|do|not|have to|need to) )*";

/** What people do for each other around a meeting. */
const deeds = `(?:${[
  "follow(?:ing)? up|check(?:ing)?|circle back|get(?:ting)? back|look(?:ing)? (?:at|into|after)|tak(?:e|es|ing) (?:it|this|that|over|care|notes|the|an action)",
  "send(?:ing|s)?|shar(?:e|es|ing)|forward(?:ing)?|prepar(?:e|es|ing)|present(?:ing|s)?|draft(?:ing)?|updat(?:e|es|ing)|upload(?:ing)?|open the|show the|own(?:s|ing)? (?:it|this|that)",
  "handl(?:e|es|ing)|call(?:ing)?|ring|e-?mail(?:ing)?|ping(?:ing)?|reach(?:ing)? out|talk(?:ing)? to|speak(?:ing)? (?:to|with)|ask(?:ing)?|(?:join|leav)(?:e|ing)?(?! (?-i:\\p{Lu}))|be (?:late|back|there|out)|drop(?:ping)? off",
  "add(?:ing)? (?:it|this|that)|note(?: that| this| it| down)|write (?:it|this|that) (?:up|down)|mute|unmute|speak up|repeat|scroll|go (?:first|next|back)|do (?:it|this|that)|let (?:you|us|me|everyone) know|revisit|park|discuss|wrap up|move on|schedule|decide",
].join("|")})\\b`;
const named =
  "(?!(?:who|what|which|when|where|why|how|there|it|they|this|that)\\b)@?\\p{L}[\\p{L}.'’-]*(?: (?:and )?\\p{L}[\\p{L}.'’-]*)?";
const will =
  "(?:['’]ll| will| can| could| should| must| has to| have to| needs to| is going to| are going to| is| are)";
const task = "(?:action items?|action points?|actions|to-?dos?|next steps?|follow[- ]?ups?|minutes|notes)";

const we =
  "(?:let['’]?s|let us|shall we|can we|could we|we (?:should|can|could|need to|have to|want to)|i (?:want|need|would like) to|i['’]d like to)(?: just| now| please| quickly| also)* ";
const moves =
  "(?:(?:move|go|turn|jump|switch|come|get|circle|skip)(?: on| back| over| ahead)* (?:to|with)|go (?:over|through|around)|stick to)";
const moved = "(?:(?:moving|move)(?: on| over| back)*|back|over|on) (?:to|with)";
const discusses = "(?:discuss|(?:talk|speak|chat) about|focus on|(?:start|begin|continue|carry on) with)";
/** Words behind what is done together that name nothing to speak of. */
const noTopic =
  "(?: (?:on|up|back|it|this|that|here|there|now|then|again|offline|later|first|today|tomorrow|please|everyone|guys|all|a|the|an?|next|one|topic|point|slides?|question|item|meeting|week|things?|quick|short|at \\S+|on \\p{L}+day|(?:for|in) (?:now|today|(?:an?|\\d+|five|ten|two) \\p{L}+|lunch)))*";

/** What is said among people, by an example each, and asks the casebook nothing. */
const said: Readonly<Record<string, string>> = {
  "@dana please send the slides": `^@(?!(?:here|channel|everyone|all)\\b)\\p{L}[\\p{L}\\d._-]*[,:]? ${asksNothing}${ofNobody}(?:please )?${deeds}`,
  "Dana, could you check the slides?": `^${ofNobody}${named}[,:]? (?:can|could|would|will) you ${soon}(?!ask (?:for|about)\\b)${deeds}`,
  "can somebody check the slides?": `${lead}${ofNobody}(?:can|could|would|will) (?:some(?:one|body)|one of (?:us|you)|you (?:all|guys)|everyone) ${soon}${deeds}`,
  "can you share the slides?": `${lead}(?:please )?(?:can|could|would|will) (?:you|we|i|anyone|anybody) ${soon}${deeds}.* (?:slides?|deck|screen|doc|agenda|mic|link|invite|calendar)\\b`,
  "Dana will follow up": `${lead}${asksNothing}${named}${will} ${soon}${deeds}`,
  "Dana takes this": `${lead}${asksNothing}${named} (?:takes|owns|handles|has) (?:it|this|that|care|over|notes|the (?:action|lead|pen|point))\\b`,
  "I disagree with Ann": `${lead}${asksNothing}i (?:\\p{L}+ )?(?:(?:dis)?agree|think|believe|guess|doubt|feel|suspect|hope|heard|told|said|spoke|talked|sent|added|shared|updated|see|saw|like|love|hate)\\b`,
  "I'll send it over": `${lead}${asksNothing}(?:i|we)(?:['’]ll| will| can| could| should| must| have to| need to| want to|['’]m going to| am going to|['’]re going to| are going to) ${soon}${deeds}`,
  "I have to drop at three": `${lead}${asksNothing}i (?:have to|need to|must|gotta|got to) (?:drop|go|run|leave|step (?:out|away)|jump)\\b`,
  "let's take a break": `${lead}${we}(?:take (?:it|this|that)|(?:move|go|come|circle|get) (?:on|back|around|ahead|started)|skip|continue|carry on|park|wrap|table|pause|break|discuss|regroup|reconvene|meet|sync)${noTopic}[\\s?!.…]*$`,
  "let's move on to pricing": `${lead}${we}${moves} `,
  "moving on to pricing": `${lead}${moved} `,
  "let's discuss pricing": `${lead}${asksNothing}${we}${discusses} `,
  "who has the action item?": `${lead}(?!what (?:is|are) (?:an )?action)(?:who(?:['’]?s| is| has| had| takes| took| owns| wants| does| did| will take| is taking| writes| sends| is doing| got| gets)|any|are there|do we have|what(?:['’]?s| is| are| were)) (?:taking |got |any |the |our |other |more |this |that )*${task}(?: (?:here|now|again|today|for (?:this|that|today|us)))?[\\s?!.]*$`,
  nvm: "^(?:nvm|nm|nevermind|never mind|brb|afk|np|idk|lgtm|fyi|ack|gtg|ttyl|omg|jk|oops|whoops|ditto|bump|noted|understood|gotcha|roger|will do|on it|on mute|you['’]?re on mute)\\b[\\s.!,…]*$",
};

const any = new RegExp(
  Object.values(said)
    .map((source) => `(?:${source})`)
    .join("|"),
  "iu",
);

/** Longest remark that is read, in characters: what is longer was written, not said. */
const longest = 200;

const turn = new RegExp(
  `${lead}(?:${we}(?:${moves}|${discusses})|${moved}) (?:the )?(?!(?:it|this|that|these|those|them|you|me|us|next|rest|agenda|other|work|business|lunch)\\b)(\\S.*)$`,
  "iu",
);

/** What words turn to, of which something may be told: "pricing" of "let's talk about pricing". Undefined where they turn to nothing. */
export const topicOf = (text: string): string | undefined =>
  text.length <= longest ? turn.exec(text.trim())?.[1] : undefined;

/**
 * What people say to each other and not to the casebook: "I disagree with Ann", "Dana will follow up", "nvm". Whoever names a
 * company speaks of it.
 */
export const isSaidToOthers = (text: string, library: Library): boolean =>
  text.length <= longest &&
  any.test(text.trim()) &&
  !entriesNamed(text, library).some(({ entry }) => entry.kind === "case-study");
