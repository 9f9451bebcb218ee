import type { AskedData } from "./asked.ts";
import type { FollowUp } from "./meant.ts";

/** How much surer of itself an answer from the whole casebook must be than one from the conversation's subject. */
const surer = 0.2;

/** True when a question that might have followed on is better answered by itself. */
export function standsAlone(
  { question, about }: FollowUp,
  alone: AskedData | undefined,
  followed: AskedData | undefined,
): boolean {
  if (!followed?.answered) return true;
  if (!alone?.answered) return false;
  // "What's step 2?" asks for the list of the playbook talked about, and defines nothing.
  if (alone.kind === "definition" && (followed.kind !== "list" || alone.answers[0]?.study === "glossary")) return true;
  // "Which is the oldest?" asks the several that were named, unless it says that companies are meant.
  if (alone.across) return (about !== undefined && !ofTheirs.test(question)) || asksWhich.test(question);
  const lead = asksWhich.test(question) ? -surer : alone.kind === "comparison" || ofOurOwn.test(question) ? 0 : surer;
  return alone.confidence > followed.confidence + lead;
}

/** Somebody is looked for among all: "which company is the most profitable?" */
const asksWhich = /\b(?:which|what) (?:\p{L}+ )?(?:company|startup|start-up|firm)\b/iu;

/** Something that each company has several of: "who are the biggest customers?" asks of the one talked about. */
const ofTheirs =
  /^(?!.*\b(?:who|which \p{L}+) (?:has|have)\b).*\b(?:biggest|largest|main|top|key|best|worst|first|latest|newest|oldest|most important) (?:\p{L}+ )?(?:customers?|clients?|users?|partners?|investors?|backers?|shareholders?|owners?|competitors?|rivals?|products?|markets?|risks?|threats?|lessons?|deals?|suppliers?|rounds?|mistakes?|problems?|challenges?)\b/iu;

/** What we should do is no question about them: "how do I structure a partner programme?" */
const ofOurOwn = /\b(?:i|we|our|us|my|someone|one)\b/i;
