import type { Entry, Passage } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { type Answer, type Button, paragraph } from "#core/reply.ts";
import { formatDate } from "../dates.ts";
import { materialNamed } from "./material.ts";
import { openers } from "./openers.ts";
import { type RefusedFor, type RefusedWith, readsEnglish, refusals } from "./refusals.ts";

export type TurnedAway = {
  readonly reason: RefusedFor;
  readonly question: string;
  readonly nearest: readonly Entry[];
  readonly subjects: readonly Entry[];
  /** The language it is in, where that is not English. */
  readonly language: keyof typeof readsEnglish | "other" | undefined;
  readonly library: Library;
};

/** A short polite no to what should not be looked up. */
export function refuse({ reason, question, nearest, subjects, language, library }: TurnedAway): Answer {
  const { title, says, buttons = [] }: RefusedWith = refusals[reason];
  if (reason === "despair") return despairing(title);
  const said = reason === "fresh" ? `${freshness(subjects, library)}${refusals.fresh.says}` : says;
  const material = reason === "writing" ? materialNamed(question, library) : [];
  const [study] = library.ofKind("case-study");
  const examples: Button[] = [
    ...buttons,
    ...(study
      ? [{ label: clip(`Who founded ${study.title}?`, 75), line: `ask who founded ${study.title.toLowerCase()}?` }]
      : []),
    { label: "All commands", line: "casebook help" },
  ];
  const latest = subjects
    .filter((entry) => entry.kind === "case-study")
    .map((entry) => ({ label: clip(`${entry.title}: timeline`, 75), line: `case ${entry.id} timeline` }));
  const briefs = subjects
    .filter((entry) => entry.kind === "case-study")
    .map(({ id, title: name }) => ({ label: clip(`Brief on ${name}`, 75), line: `brief ${id}` }));
  const opened =
    reason === "writing"
      ? material
      : [...(reason === "errand" ? briefs : reason === "language" ? [] : latest), ...openers(subjects)];
  return {
    ok: false,
    title,
    parts: [
      paragraph(said),
      ...(material.length > 0 ? [paragraph("The nearest it has:")] : []),
      ...(reason === "language" && language && language !== "other" ? [paragraph(readsEnglish[language])] : []),
      { kind: "buttons", buttons: [...opened, ...examples].slice(0, 4) },
    ],
    data: {
      question,
      answered: false,
      refused: reason,
      confidence: 0,
      kind: "fact",
      subjects: subjects.map(({ id }) => id),
      answers: [],
      nearest: nearest.map(({ id, title: name }) => ({ id, title: name })),
    },
  };
}

/** What was said stands nowhere in it, and nothing is offered beside. */
function despairing(title: string): Answer {
  const data = { question: "", answered: false, refused: "despair", confidence: 0, kind: "fact", subjects: [] };
  return { ok: false, title, parts: [paragraph(refusals.despair.says)], data: { ...data, answers: [], nearest: [] } };
}

/** How fresh the studies asked about are, or all that is here. */
function freshness(subjects: readonly Entry[], { passages, ofKind }: Library): string {
  const asked = ofKind("case-study").filter((study) => subjects.includes(study));
  const newest = newestDay(passages.filter(({ entry }) => asked.length === 0 || asked.some(({ id }) => id === entry)));
  if (asked.length === 0) return newest ? `The newest fact here is of ${formatDate(newest)}. ` : "";
  const updated = asked.map(
    ({ title, updated: day }) => `The study of ${title} was last updated on ${formatDate(day)}.`,
  );
  return `${updated.join(" ")} ${newest ? `The newest fact in ${asked.length > 1 ? "them" : "it"} is of ${formatDate(newest)}. ` : ""}`;
}

/** The last day that any of some rows is dated. */
function newestDay(passages: readonly Passage[]): string | undefined {
  return passages.reduce<string | undefined>(
    (last, { asOf }) => (asOf.length === 10 && asOf > (last ?? "") ? asOf : last),
    undefined,
  );
}
