import type { Entry } from "#content/entry.ts";
import type { Answered } from "./answered.ts";

/** True for a company's row that answers a question about a role, and names no company: "who invested?" of a VP Sales. */
export const isOfSomeCompany = (about: Entry, { answered, answers, list, question }: Answered): boolean =>
  answered &&
  about.kind === "role" &&
  question.companies.length === 0 &&
  answers[0]?.entry.kind === "case-study" &&
  (list === undefined || list.entry !== undefined);

/** The same, where it says "they" of a role, with the role's own row before that of another. */
export function ownRowFirst(about: Entry, found: Answered): Answered {
  const { answers, list, sides, question } = found;
  if (about.kind !== "role" || !question.pronoun || list || sides.length > 1) return found;
  const [best] = answers;
  const own = answers.find(({ entry }) => entry === about);
  if (!own || best?.entry.kind !== "role" || best === own) return found;
  return { ...found, answers: [own, ...answers.filter((answer) => answer !== own)] };
}

/** No answer, but the companies that may be meant: a role tells none of what is asked. */
export const askingWhich = (found: Answered, which: readonly Entry[]): Answered => ({
  ...found,
  answered: false,
  confidence: 0,
  answers: [],
  list: undefined,
  sides: [],
  which,
  subjects: [],
});
