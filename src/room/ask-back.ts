import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { formatLine } from "#core/line.ts";
import type { Reply } from "#core/reply.ts";
import type { Talk } from "#core/room.ts";
import { decline } from "#present/ask/decline.ts";
import { pointsOutside } from "#search/question/pointing.ts";
import { wordsOf } from "#search/words/tokens.ts";
import { askedOf } from "./asked.ts";

/** As many companies as there is room for buttons. */
const mostOffered = 8;

/** Somebody is asked about who was named before: "who competes with them?" */
const ofThem = /^(?:\S+ ){1,6}(?:them|him|her|theirs)[\s?!.]*$/i;

/**
 * Asks back which company is meant, where a question is about "them", nobody talked of a company, and some company's row
 * would have answered. Undefined for any other reply.
 */
export function asksWhom(reply: Reply, question: string, talk: Talk | undefined, library: Library): Reply | undefined {
  const asked = askedOf(reply);
  if (!asked?.answered || asked.across || !(ofThem.test(question) || pointsOutside(wordsOf(question))))
    return undefined;
  const isStudy = (id: string | undefined) => id !== undefined && library.entry(id)?.kind === "case-study";
  if (!isStudy(asked.answers[0]?.study) || [...(asked.subjects ?? []), ...(talk?.subjects ?? [])].some(isStudy))
    return undefined;
  const which = library
    .ofKind("case-study")
    .slice(0, mostOffered)
    .map(({ id, title }) => ({
      label: clip(title, 75),
      line: lineOf(question, id),
    }));
  const nothing = { confidence: 0, kind: "fact", subjects: [], nearest: [], matched: [], missing: [] };
  const unknown = { doubt: undefined, untold: undefined, uncounted: undefined, fileLine: undefined };
  const answer = decline({ question, ...nothing, ...unknown, which, library, now: new Date(0) });
  return { ...reply, ...answer, ok: false, sources: [], line: lineOf(question) };
}

const lineOf = (question: string, about?: string): string =>
  formatLine({ command: "ask", rest: "", named: { question, ...(about ? { about } : {}) } });
