const lead = /^(?:(?:and|but|so|ok|okay|now|then|also|what about|how about|same for|what of|for|with)\b[\s,:]*)+/i;
const tail = /(?:[\s,]+(?:too|then|as well|instead|please|though))*[\s?!.…]*$/i;

/** What a question turns to, without what leads over to it: "and OpenAI then?" to OpenAI. Undefined where nothing does. */
export function turnedTo(question: string): string | undefined {
  const begin = lead.exec(question)?.[0].length ?? 0;
  return begin === 0 ? undefined : question.slice(begin).replace(tail, "");
}

/** Letters; what is longer asks something of its own. */
const longestFollowUp = 200;

/** A question without what leads over to it, in small letters and without marks; nothing of one that is too long to follow on. */
export const barely = (question: string): string =>
  question.length > longestFollowUp
    ? ""
    : (turnedTo(question) ?? question.replace(tail, "")).toLowerCase().replace(/[’']/g, "'").trim();
