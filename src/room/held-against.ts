import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import type { Talk } from "#core/room.ts";
import { entriesNamed } from "./entries-named.ts";
import { turnedTo } from "./lead.ts";
import type { FollowUp } from "./meant.ts";
import { ofAll, renamed } from "./names-put-in.ts";

/** The other side is named, and this one was said before: "how do they compare with OpenAI?", "vs OpenAI?" */
const heldAgainst =
  /^(?:and )?(?:vs|versus|compared (?:to|with))\b|\b(?:they|them|it)\b.{0,80}\b(?:compar\w+|vs|versus|than|differ\w*|against)\b|\bcompare (?:them|it)\b/i;

/** What was asked last is asked of both: "vs OpenAI?", "how does that compare with OpenAI?", "is that more than OpenAI's?" */
const sameAgainst =
  /^(?:vs|versus|against|compared (?:to|with)|relative to)\b|^(?:(?:please )?compare|how (?:does|do|did|is|are|would)|is|are|was|were|does|do) (?:that|this|those|these)\b(?! (?:company|startup|start-up|firm|business)\b).{0,40}\b(?:compar\w+|vs|versus|than|differ\w*|against|with|to)\b/i;

const isSameAgainst = (question: string): boolean => sameAgainst.test(turnedTo(question) ?? question);

/** A name stands behind what holds the subject against another: "how is that different from Snowflake?" */
export const isHeldAgainst = (question: string): boolean =>
  (heldAgainst.test(question) || isSameAgainst(question)) && againstName.test(question);
const againstName =
  /\b(?:vs|versus|than|against|with|to|from)\s+(?:the )?(?!(?:them|those|these|each|one|other|others|the|all|both|what|when|before|last|it|that|this|us|me)\b)\p{L}[\p{L}\p{N}.&'’ -]{1,40}[?!.\s]*$/iu;

/** A question that holds those it names against the subject of the talk, in what was asked last where it says so. */
export function against(
  question: string,
  others: readonly Entry[],
  talk: Talk,
  library: Library,
): FollowUp | undefined {
  const [subject] = talk.subjects;
  const whole = heldAgainst.test(question) && subject ? { question, about: subject, sure: true } : undefined;
  const [other, ...more] = others;
  if (!other || more.length > 0 || talk.question === "" || !isSameAgainst(question)) return whole;
  const before = talk.subjects.flatMap((id) => library.entry(id) ?? []).filter(({ kind }) => kind === other.kind);
  if (before.length === 0 || before.includes(other)) return whole;
  const of = subject ? { otherwise: { question, about: subject, sure: true } } : {};
  return { question: besideOthers(other, before, talk.question, library), sure: true, ...of };
}

/** A question about some entries asked of another beside them. */
function besideOthers(other: Entry, entries: readonly Entry[], question: string, library: Library): string {
  const named = entriesNamed(question, library).findLast(({ entry }) => entries.includes(entry));
  return named
    ? renamed(question, named, `${named.entry.title} and ${other.title}`)
    : ofAll(question, [...entries, other]);
}
