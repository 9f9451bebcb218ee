import type { Entry } from "#content/entry.ts";
import type { AskedData } from "./asked.ts";

const aboutOne = /^(.+?) \((?:[^()]|\([^()]*\))+\)$/s;

/** A question as it is kept without its conversation: what it is about stands behind it. */
export function withSubject(question: string, title: string): string {
  return `${question} (${title})`;
}

/** The question that has its subject behind it, without that; undefined for one that has none. */
export function withoutSubject(question: string): string | undefined {
  return aboutOne.exec(question)?.[1];
}

/** The subject that a question was asked of; nothing where it was answered of another after all. */
export const subjectAnswered = (subject: Entry | undefined, { answered, subjects }: AskedData): Entry | undefined =>
  subject && (!answered || subjects?.includes(subject.id)) ? subject : undefined;
