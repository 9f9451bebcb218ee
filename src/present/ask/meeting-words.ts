import type { Library } from "#content/library.ts";
import { readSubjects } from "../read-subjects.ts";
import type { Deed } from "./deeds.ts";

const polite =
  "(?:(?:please|so|ok|okay|hey|hi|and|now|casebook)[,:]? )*(?:(?:can|could|would|will|shall) (?:you|we|i) (?:please )?|(?:i|we) (?:want|need|would like) to |(?:i['’]?d|we['’]?d) like to |let['’]?s |let us )?";
const end = "(?:[ ,]+(?:please|now|then|here))*[ .!?]*$";

const begun = new RegExp(
  `^${polite}(?:start|begin|open|kick off|launch|hold|have) (?:an? |the |our |this )?(?:new )?meeting(?: mode)? (?:about|on|regarding) (.{2,80}?)${end}`,
  "i",
);

const places = ["first", "second", "third", "fourth", "fifth", "sixth"];
const thing = "(?:open )?(?:question|point|item|one)";
/** An open point by its place in the recap: "question 2", "#2", "the first one". */
const point = (as: string): string =>
  `(?:the )?(?:(?:(?:open )?(?:question|point|item|number|no\\.?) ?#? ?|# ?)(?<n${as}>\\d{1,2})|(?<p${as}>${places.join("|")}|\\d{1,2}(?:st|nd|rd|th)) ${thing})`;
/** A name as people write one, or a mention; nobody who is asked for. */
const name = (as: string): string =>
  `(?<w${as}>(?!(?:who|which|what|when|where|why|how|does|did|do|is|are|should|must|may|the|a|an|it|they|one)\\b)[\\p{L}@][\\p{L}\\p{N}.@_'’-]*(?: [\\p{L}][\\p{L}.'’-]*){0,3}?)`;

const owned = new RegExp(
  [
    `^${polite}(?:assign|give|hand|pass)(?: over)? ${point("A")} to ${name("A")}${end}`,
    `^${polite}assign ${name("B")} to ${point("B")}${end}`,
    `^${polite}${name("C")}(?: (?:will|shall|can)|['’]ll)? (?:takes?(?: on| over| care of)?|owns?|handles?|looks? after) ${point("C")}${end}`,
    `^${polite}make ${name("D")} the owner of ${point("D")}${end}`,
  ].join("|"),
  "iu",
);

/**
 * The line for what is to be done with a meeting and names something: "start a meeting about OpenAI", "Anna takes the first
 * one". Undefined for anything else.
 */
export function meetingDeed(question: string, library: Library): Deed | undefined {
  const said = question.trim();
  const [, about] = begun.exec(said) ?? [];
  if (about !== undefined) {
    const named = readSubjects(about.split(/[\s,]+/), library).entries.map(({ id }) => id);
    return { line: ["meeting start", ...named].join(" ") };
  }
  const groups = Object.entries(owned.exec(said)?.groups ?? {});
  const told = (kind: string) => groups.find(([key, value]) => key.startsWith(kind) && value !== undefined)?.[1];
  const who = told("w")?.replace(/['’]ll$/i, "");
  const place = told("n") ?? numberOf(told("p"));
  if (who === undefined || place === undefined) return undefined;
  return {
    line: `meeting own ${place} ${/^(?:i|me|myself)$/i.test(who) ? "me" : who}`,
    says: "It names who looks after an open point, by its number in the recap.",
  };
}

function numberOf(place: string | undefined): string | undefined {
  const at = places.indexOf(place?.toLowerCase() ?? "");
  return at < 0 ? place?.replace(/\D+/g, "") : String(at + 1);
}
