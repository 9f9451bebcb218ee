import { clip } from "#core/clip.ts";
import type { Invocation } from "#core/invocation.ts";
import { paragraph, type Reply } from "#core/reply.ts";
import type { Talk } from "#core/room.ts";
import { circumstanceIn } from "./circumstance.ts";
import { withoutEnd, withoutOpening } from "./lead.ts";
import { saying } from "./saying.ts";

/** Letters; what is longer asks something of its own. */
const longest = 200;

const lead = /^(?:(?:and|but|so|or|ok|okay|hm+|yes|yeah|no)\b[\s,]*)+(?=\S)/i;
const more =
  /^(?:who|whom|what|which|whose|really|why not|what for|so what|theirs|(?:(?:for|of|by|at|with|in) )?(?:both|each|either|all(?: of them)?|(?:all )?the (?:two|three|four))|until when|(?:with|for|to|from|about|of|against) (?:what|which)|compared to what|what does s?he do|who (?:is|was) s?he)$/i;

/** Words that ask nothing without the question before them: "why?", "for how much?", "theirs?", "for both". */
export function isBareWords(question: string): boolean {
  if (question.length > longest) return false;
  const said = withoutEnd(question);
  return [said, said.replace(lead, "")].some((words) => circumstanceIn(words) !== undefined || more.test(words));
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");

/** The question asked last; empty where something that has no subject was answered since: "what is co-sell?" */
export const askedLast = ({ question, line = "" }: Talk): string =>
  line === "" || letters(line).includes(letters(question)) ? question : "";

/** Says that a few words do not go with the last question, and what to do. */
export function asksWhole(invocation: Invocation, typed: string, talk: Talk): Reply {
  const words = clip(withoutEnd(typed), 60);
  const last = askedLast(talk);
  const behind = last === "" ? "the last answer" : `the last question, “${clip(last, 200)}”`;
  const example = /^(?:why|how (?:so|come))/i.test(withoutOpening(words)) ? "why did" : "how much did";
  const says = `I cannot tell what “${words}” asks behind ${behind}. Ask it in full, such as “${example} ASML invest in Mistral?”.`;
  const again = talk.line ? [{ label: "The last answer again", line: talk.line }] : [];
  const buttons = again.length > 0 ? [{ kind: "buttons" as const, buttons: again }] : [];
  return { ...saying(invocation, "Ask that in full", paragraph(says), ...buttons), ok: false };
}
