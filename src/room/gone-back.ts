import type { Library } from "#content/library.ts";
import { subjectKinds } from "./entries-named.ts";
import { barely } from "./lead.ts";
import type { FollowUp } from "./meant.ts";

const back =
  /^(?:(?:let's|lets|let us|can we|could we|we|i want to|please) )*(?:(?:(?:go|get|come|switch|turn|jump) )?back to|return to|switch to) (?:(?:my|the|our) (?:(?:first|last|previous|earlier) )?(?:questions?|point|topic|part|discussion|talk) (?:about|on|of) )?(?:the )?(.{2,60}?)(?: (?:one|questions?|topic|case|study|part|discussion))?$/;

/** What a question that only goes back to a name asks: the entry of that name, whatever was asked last. */
export function goneBack(question: string, library: Library): FollowUp | undefined {
  const name = back.exec(barely(question))?.[1];
  const found = name === undefined ? undefined : library.find(name, subjectKinds);
  return found?.match && found.how !== "typo"
    ? { question: found.match.title, about: found.match.id, sure: true }
    : undefined;
}
