const lead =
  "^(?:(?:ok|okay|so|right|well|alright|and|but|also|yes|yeah|no|great|good|thanks|thank you|cool|sure|sorry|guys|team|all|everyone|folks|then|now)\\b[\\s,.!:-]*)*";
/** A remark that asks something by a word of its own is a question all the same: "I wonder who founded it". */
const asksNothing = "(?!.*\\?)(?!.*\\b(?:who|whom|whose|what|which|when|where|why|how)\\b)";
const soon =
  "(?:(?:also|just|quickly|then|all|both|please|now|really|totally|fully|completely|do|not|have to|need to) )*";

/** What people do for each other around a meeting. */
const deeds = `(?:${[
  "follow(?:ing)? up|check(?:ing)?|circle back|get(?:ting)? back|look(?:ing)? (?:at|into|after)|tak(?:e|es|ing) (?:it|this|that|over|care|notes|the|an action)",
  "send(?:ing|s)?|shar(?:e|es|ing)|forward(?:ing)?|prepar(?:e|es|ing)|present(?:ing|s)?|draft(?:ing)?|updat(?:e|es|ing)|upload(?:ing)?|open the|show the|own(?:s|ing)? (?:it|this|that)",
  "handl(?:e|es|ing)|call(?:ing)?|ring|e-?mail(?:ing)?|ping(?:ing)?|reach(?:ing)? out|talk(?:ing)? to|speak(?:ing)? (?:to|with)|ask(?:ing)?|join(?:ing)?|be (?:late|back|there|out)|leav(?:e|ing)|drop(?:ping)? off",
  "add(?:ing)? (?:it|this|that)|note(?: that| this| it| down)|write (?:it|this|that) (?:up|down)|mute|unmute|speak up|repeat|scroll|go (?:first|next|back)|do (?:it|this|that)|let (?:you|us|me|everyone) know|revisit|park|discuss|wrap up|move on|schedule|decide",
].join("|")})\\b`;
const named =
  "(?!(?:who|what|which|when|where|why|how|there|it|they|this|that)\\b)@?\\p{L}[\\p{L}.'’-]*(?: (?:and )?\\p{L}[\\p{L}.'’-]*)?";
const will =
  "(?:['’]ll| will| can| could| should| must| has to| have to| needs to| is going to| are going to| is| are)";
const task = "(?:action items?|action points?|actions|to-?dos?|next steps?|follow[- ]?ups?|minutes|notes)";

/** What is said among people, by an example each, and asks the casebook nothing. */
const said: Readonly<Record<string, string>> = {
  "@dana can you check the slides": "^@\\p{L}",
  "Dana, could you check the slides?": `^${named},? (?:can|could|would|will) you ${soon}${deeds}`,
  "can somebody check the slides?": `${lead}(?:can|could|would|will) (?:some(?:one|body)|one of (?:us|you)|you (?:all|guys)|everyone) ${soon}${deeds}`,
  "can you share the slides?": `${lead}(?:please )?(?:can|could|would|will) (?:you|we|i|anyone|anybody) ${soon}${deeds}.* (?:slides?|deck|screen|doc|agenda|mic|link|invite|calendar)\\b`,
  "Dana will follow up": `${lead}${asksNothing}${named}${will} ${soon}${deeds}`,
  "Dana takes this": `${lead}${asksNothing}${named} (?:takes|owns|handles|has) (?:it|this|that|care|over|notes|the (?:action|lead|pen|point))\\b`,
  "I disagree with Ann": `${lead}${asksNothing}i (?:\\p{L}+ )?(?:(?:dis)?agree|think|believe|guess|doubt|feel|suspect|hope|heard|told|said|spoke|talked|sent|added|shared|updated|see|saw|like|love|hate)\\b`,
  "I'll send it over": `${lead}${asksNothing}(?:i|we)(?:['’]ll| will| can| could| should| must| have to| need to| want to|['’]m going to| am going to|['’]re going to| are going to) ${soon}${deeds}`,
  "I have to drop at three": `${lead}${asksNothing}i (?:have to|need to|must|gotta|got to) (?:drop|go|run|leave|step (?:out|away)|jump)\\b`,
  "let's move on to pricing": `${lead}(?:let['’]?s|let us|shall we|can we|could we|we (?:should|can|could|need to|have to))(?: just| now| please| quickly)? (?:move|go (?:back|on|over|through|around)|turn|jump|switch|come back|get (?:back|started)|skip|start with|begin with|continue|carry on|park|wrap|table|circle back|stick|focus|pause|break|discuss|take (?:it|this|that)|talk about|regroup|reconvene|meet|sync)\\b`,
  "moving on to pricing": `${lead}(?:moving|move|back|over|on) (?:on )?(?:to|with) `,
  "who has the action item?": `${lead}(?:who(?:['’]?s| is| has| had| takes| took| owns| wants| does| did| will take| is taking| writes| sends| is doing| got| gets)|any|are there|do we have|what(?:['’]?s| is| are| were)) (?:taking |got |any |the |our |other |more |this |that )*${task}(?: (?:here|now|again|today|for (?:this|that|today|us)))?[\\s?!.]*$`,
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

/** What people say to each other and not to the casebook: "I disagree with Ann", "Dana will follow up", "nvm". */
export const isChatter = (text: string): boolean => text.length <= longest && any.test(text.trim());
