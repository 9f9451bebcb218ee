import { isStopWord } from "./tokens.ts";

const helper = /^(?:did|does|do|has|have|had|is|are|was|were|will)$/;
const asking = /^(?:why|when|where|how|who|what|which|whom|in|since|until|by|at|for|on)$/;

/** Words that need another to say what was done: "go bankrupt", "start selling", "get acquired". */
const light =
  /^(?:go|goes|gone|going|get|gets|got|getting|start|starts|started|begin|began|begun|make|makes|made|take|takes|took|have|having|had|come|came|become|became|keep|kept|do|done|doing|want|wants|wanted|decide|decided|try|tried|be|been|being|ever|never|already|just|really|first|finally|suddenly|once|still|also|only|not|to|its|their|the|a|an|it|all|so|up|that|ask|asked|let|need|needed|say|said)$/;

const farthest = 6;

/**
 * What somebody is said to have done, where a question takes that for granted: "merge" in "when did X merge with Y",
 * "bankrupt" in "why did X go bankrupt". `isName`: the word at this place is part of a name.
 */
export function deedOf(words: readonly string[], isName: (at: number) => boolean): string | undefined {
  const at = words.findIndex((word) => helper.test(word));
  if (at < 0 || at > farthest || !words.slice(0, at).some((word) => asking.test(word))) return undefined;
  let from = at + 1;
  while (from < words.length && isName(from)) from++;
  // Without a name behind it the helper's subject is what is asked for: "who is the CEO".
  if (from === at + 1) return undefined;
  return words.find((word, i) => i >= from && !light.test(word) && !isStopWord(word) && !isName(i));
}
