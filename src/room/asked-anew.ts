import { askedOfDeed, circumstanceIn } from "./circumstance.ts";
import { withoutEnd, withoutOpening } from "./lead.ts";
import { askedInYear } from "./year-asked.ts";

const lead = /^(?:(?:and|but|so|or|ok|okay|what about|how about)\b[\s,]*)+/i;

const object =
  /^(in|with|at|for|on|to|from|by|since|after|before|under|over|during) (?!(?:them|him|her|it|us|you|me|general|total|short|detail|what|which|whom?|whose|how|when|where|why|now|example)\b)(\S.{0,39})$/i;

const behind = /(?:\s(?:in|with|at|for|on|to|from|by|since|after|before|under|over|during)\s(?!\d)|:).*$/i;

/** Letters; what is longer asks something of its own. */
const longest = 100;
const longestAsked = 500;

/**
 * What a few words ask of the last question: the same in another year, or with another object ("and with Nvidia?" behind
 * "who works with Microsoft?", "and in Spain?"), or why, when, by whom or for how much. Undefined where it has no such place.
 */
export function askedAnew(question: string, asked: string, thisYear: number): string | undefined {
  if (question.length > longest || asked === "" || asked.length > longestAsked) return undefined;
  const said = withoutEnd(question.replace(lead, ""));
  const deed = withoutOpening(asked.replace(/[\s?!.…]+$/, ""));
  const circumstance = circumstanceIn(said);
  if (circumstance) return askedOfDeed(circumstance, deed);
  const inYear = askedInYear(said, deed, thisYear);
  if (inYear) return inYear;
  const [, place, other] = object.exec(said) ?? [];
  if (place === undefined || other === undefined) return undefined;
  const before = ` ${place.toLowerCase()} `;
  const at = deed.toLowerCase().lastIndexOf(before);
  // Of two such places nobody can tell which is meant: "customers in France in 2024".
  if (at < 0 || deed.toLowerCase().indexOf(before) < at) return undefined;
  // What stands behind it stays: "who works in Europe with Microsoft", "who works in Europe: OpenAI and Mistral".
  const [of = ""] = behind.exec(deed.slice(at + before.length)) ?? [];
  return `${deed.slice(0, at)} ${place} ${other}${of}?`;
}
