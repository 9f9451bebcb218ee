import type { Entry, Passage } from "#content/entry.ts";
import { citesOf } from "../cite.ts";
import { dayOfEvent, type Reasons, type Said } from "./say.ts";

/** What was looked up for a question. */
export type Found = {
  readonly question: { readonly text: string };
  readonly answered: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  readonly kind: string;
  readonly subjects: readonly Entry[];
  readonly nearest: readonly Entry[];
  readonly why: Reasons;
};

/** What was looked up for a question, for `--as json`. */
export function foundData({ question, answered, confidence, kind, subjects, nearest, why }: Found) {
  return {
    question: question.text,
    answered,
    confidence,
    kind,
    subjects: subjects.map(({ id }) => id),
    nearest: nearest.map(({ id, title }) => ({ id, title })),
    why: { matched: why.matched, missing: why.missing, signs: why.signs ?? {} },
  };
}

/** A row as one text, in the words a reader sees: what it is about, what it says, and what others say with their dates. */
export function rowText(
  passage: Pick<Passage, "title" | "text" | "also" | "section" | "asOf">,
  cut = passage.text,
): string {
  const { title, also } = passage;
  const lead = title ? `${title}${title.endsWith("?") ? "" : ":"} ` : "";
  const rivals = also.map((rival) => `${rival.text} (${rival.asOf})`).join("; ");
  return `${lead}${dayOfEvent(passage)}${cut}${rivals && ` · elsewhere: ${rivals}`}`;
}

/** One answer for `--as json`. */
export function answerData({ passage, entry }: Pick<Said, "passage" | "entry">, text: string) {
  return {
    id: passage.id,
    text,
    study: entry.id,
    section: passage.section,
    ...(passage.title ? { title: passage.title } : {}),
    asOf: passage.asOf,
    sources: citesOf(passage),
  };
}
