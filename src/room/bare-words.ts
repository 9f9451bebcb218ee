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
  /^(?:who|whom|what|which|whose|really|why not|what for|so what|theirs|(?:(?:for|of|by|at|with|in) )?(?:both|each|either|all(?: of them)?|(?:(?:all )?the|all) (?:two|three|four))|until when|(?:with|for|to|from|about|of|against) (?:what|which)|compared to what|what does s?he do|who (?:is|was) s?he)$/i;

/** Words that ask nothing without the question before them: "why?", "for how much?", "theirs?", "for both". */
export function isBareWords(question: string): boolean {
  if (question.length > longest) return false;
  const said = withoutEnd(question);
  return [said, said.replace(lead, "")].some((words) => circumstanceIn(words) !== undefined || more.test(words));
}

/** A whole question for each kind of bare words. */
const examples: readonly (readonly [said: RegExp, example: string])[] = [
  [/^(?:why|how (?:so|come))/, "why did ASML invest in Mistral?"],
  [/\b(?:which|both|each|either|all|two|three|four)\b/, "who founded OpenAI and Mistral?"],
  [/^so what/, "what can we learn from Mistral?"],
  [/^(?:theirs|what|really|compared)/, "what is Mistral's revenue?"],
  [/when|year/, "when was Mistral founded?"],
  [/where/, "where is Mistral based?"],
  [/who/, "who founded Mistral?"],
];

function exampleFor(words: string): string {
  const said = words.toLowerCase();
  const found = examples.find(([kind]) => kind.test(said) || kind.test(withoutOpening(said)));
  return /how much|price|sum\b/.test(said) || !found ? "how much did ASML invest in Mistral?" : found[1];
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
  const says = `I cannot tell what “${words}” asks behind ${behind}. Ask it in full, such as “${exampleFor(words)}”.`;
  const again = talk.line ? [{ label: "The last answer again", line: talk.line }] : [];
  const buttons = again.length > 0 ? [{ kind: "buttons" as const, buttons: again }] : [];
  return { ...saying(invocation, "Ask that in full", paragraph(says), ...buttons), ok: false };
}
