const lead =
  /^(?:(?:and|but|so|or|ok|okay|now|then|also|what about|how about|(?:do )?(?:the )?same (?:(?:question|thing|one) )?(?:for|with|of|about|at|on)|ditto(?: for)?|what of|for|with)\b[\s,:]*)+/i;
const tail = /(?:(?<![\s,])[\s,]+(?:too|then|also|as well|instead|please|though)){0,4}(?<![\s?!.…])[\s?!.…]*$/i;
/** A question without what only ends it: "too?", "then, please?" */
export const withoutEnd = (question: string): string => question.replace(tail, "");

/** A question without the words that only join it to what was said before: "and", "so", "ok". */
export const withoutOpening = (question: string): string =>
  question.replace(/^(?:(?:and|but|so|or|ok|okay)\b[\s,]*)+/i, "");

/** Marks that end a question. */
const marks = /[\s?!.…]*$/;

/** Where the name that is turned to stands in the question asked before: "and at OpenAI?", "and that of Solana?" */
const placed = /^(?:(?:that|those|it|the ones?) )?(?:at|in|on|of|by|from|to|about|against) (?:the )?|^(?:an?|the) /i;

/** What a question turns to, without what leads over to it: "and OpenAI then?" to OpenAI. Undefined where nothing does. */
export function turnedTo(question: string): string | undefined {
  const begin = lead.exec(question)?.[0].length ?? 0;
  return begin === 0 ? undefined : withoutEnd(question.slice(begin));
}

const oops =
  "(?:no|nope|nah|sorry|oops|whoops|wait|actually|ah|oh|well|rather|i mean|i meant|make that|make it|correction|my mistake|my bad)";
const before = new RegExp(`^(?:${oops}[\\s,.:;!-]+)+(?=\\S)`, "i");
const behind = new RegExp(`(?:[\\s,.:;-]+(?:${oops}|is what i meant|instead))+[.!]*$`, "i");

/** The name with which somebody corrects what they asked: "no, I meant Anthropic", "Anthropic, sorry". Undefined where nothing is corrected. */
function corrected(question: string): string | undefined {
  const rest = question.replace(before, "").replace(behind, "");
  if (rest === question) return undefined;
  return (turnedTo(rest) ?? rest).replace(/,? not \S+$/i, "").replace(placed, "");
}

/** A name that a question only turns to. `direct`: nothing but what leads over to it stands before it. */
export type TurnedTo = { readonly name: string; readonly direct: boolean };

/** The name that a question only turns to, whatever stands around it: "and at OpenAI?", "OpenAI's too?", "no, I meant OpenAI". */
export function nameTurnedTo(question: string): TurnedTo | undefined {
  if (question.length > longestFollowUp) return undefined;
  const meant = corrected(withoutEnd(question));
  if (meant !== undefined) return { name: nameIn(meant), direct: false };
  const bare = withoutEnd(question);
  const after = turnedTo(question) ?? (bare === question.replace(marks, "") ? undefined : bare);
  if (after === undefined) return undefined;
  const [place = ""] = placed.exec(after) ?? [];
  const direct = bare !== after && (place === "" || /^(?:an?|the) $/i.test(place));
  return { name: nameIn(after.slice(place.length)), direct };
}

/** The name that a question consists of: "OpenAI?" */
export const nameAsked = (question: string): string | undefined =>
  /\?\s*$/.test(question) && question.length <= longestFollowUp ? nameIn(question.replace(marks, "")) : undefined;

const nameIn = (text: string): string => text.replace(/['’]s$/i, "");

/** Letters; what is longer asks something of its own. */
const longestFollowUp = 200;

/** A question without what leads over to it, in small letters and without marks; nothing of one that is too long to follow on. */
export const barely = (question: string): string =>
  question.length > longestFollowUp
    ? ""
    : (turnedTo(question) ?? withoutEnd(question)).toLowerCase().replace(/[’']/g, "'").trim();
