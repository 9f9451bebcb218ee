import { withoutEnd } from "./lead.ts";

const lead = /^(?:(?:and|but|so|or|ok|okay|what about|how about)\b[\s,]*)+/i;

const object =
  /^(in|with|at|for|on|to|from|by|since|after|before|under|over|during) (?!(?:them|him|her|it|us|you|me|general|total|short|detail|what|which|whom?|whose|how|when|where|why|now|example)\b)(\S.{0,39})$/i;

const behind = /(?:\s(?:in|with|at|for|on|to|from|by|since|after|before|under|over|during)\s(?!\d)|:).*$/i;

const how = "how(?: (?:much|often|fast|long|well|badly|quickly|soon|far))?";
const circumstances = `${how}|when|where|(?:by|from|with|for|to) whom`;
/** What is asked of the same deed beside what was asked: why, when, by whom. */
const circumstance = new RegExp(`^(?:why|${circumstances})$`, "i");
const begin = `^(?:(?:and|so|but) )?(?:(?:why|${circumstances}) )?`;
/** What stands before something that is so: "how often" of "how often did it go down". */
const beforeState = new RegExp(`${begin}(?=(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would) )`, "i");
/** What stands before something that was done, which has its when and where. */
const beforeDeed = new RegExp(`${begin}(?=(?:was|were|did|has|have|had) )`, "i");

/** Letters; what is longer asks something of its own. */
const longest = 100;
const longestAsked = 500;

/**
 * What a few words ask of the last question: the same with another object ("and with Nvidia?" behind "who works with
 * Microsoft?", "and in Spain?"), or why, when or by whom. Undefined where it has no such place.
 */
export function askedAnew(question: string, asked: string): string | undefined {
  if (question.length > longest || asked === "" || asked.length > longestAsked) return undefined;
  const said = withoutEnd(question.replace(lead, "")).replace(/^how (?:so|come)$/i, "why");
  const deed = asked.replace(/[\s?!.…]+$/, "");
  if (circumstance.test(said)) {
    const before = /^why$/i.test(said) ? beforeState : beforeDeed;
    return before.test(deed) ? `${deed.replace(before, `${said.toLowerCase()} `)}?` : undefined;
  }
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
