import type { Entry, Passage } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { type Button, type Part, paragraph, type Statement, strong } from "#core/reply.ts";
import { statementOf } from "../cite.ts";
import { formatDate } from "../dates.ts";
import { openLine } from "../open-line.ts";

/** A passage as an answer: the part of it that answers. */
export type Said = { readonly passage: Passage; readonly entry: Entry; readonly cut: string };

/** "Hugging Face · Founded"; a row without a title is named by its section. */
export function headline({ passage, entry }: Pick<Said, "passage" | "entry">): string {
  const section = entry.sections.find(({ id }) => id === passage.section)?.title ?? "";
  const name = passage.title || section;
  return name && name !== entry.title ? `${entry.title} · ${name}` : entry.title;
}

/** The answer itself, cut to what matters, with its date and sources. */
export function answerPart(said: Said, now: Date): Part {
  return {
    kind: "quote",
    ...statementOf(said.passage, now, [strong(headline(said)), "\n", dayOfEvent(said.passage), said.cut]),
  };
}

/** What a passage begins with: an event with its date, since that is what it is; any other with nothing. */
export function dayOfEvent({ section, asOf }: Pick<Passage, "section" | "asOf">): string {
  return section === "timeline" ? `${formatDate(asOf)}: ` : "";
}

/** What rows of several studies are headed with: the study, and the row's own name where that tells it from another. */
export function rowTitles(rows: readonly Passage[], library: Library) {
  const figures = rows.filter(({ section }) => section === "metrics");
  const isOne = new Set(figures.map(({ title }) => title)).size < 2;
  const isMixed = new Set(rows.map(({ section }) => section)).size > 1;
  const counts = new Map([...Map.groupBy(rows, ({ entry }) => entry)].map(([entry, own]) => [entry, own.length]));
  return (row: Passage): string => {
    const study = library.entry(row.entry)?.title ?? row.entry;
    const isTwice = (counts.get(row.entry) ?? 0) > 1;
    const isOther = isMixed && row.section !== "partnerships";
    const isTold = isTwice || isOther || (!isOne && figures.includes(row));
    return isTold && row.title !== "" ? `${study} · ${row.title}` : study;
  };
}

/** A passage without what others say: so it is told beside an answer, with the sources of its own text. */
export const alone = ({ passage }: Pick<Said, "passage">): Passage => ({ ...passage, also: [] });

/** Letters of a row that says a figure and little else. */
const shortRow = 200;

/**
 * Whether a passage tells anything beside the answer above it. A short one of the same entry does not whose figures and
 * years all stand there already: "About 1,000 in 2026" under "about 1,000".
 */
export function tellsMore({ passage, entry, cut }: Said, answer: Said): boolean {
  if (entry !== answer.entry || cut.length > shortRow) return true;
  const { also, asOf } = answer.passage;
  const said = figuresIn([answer.cut, asOf, ...also.flatMap((rival) => [rival.text, rival.asOf])].join(" "));
  const told = figuresIn(`${cut} ${passage.asOf}`);
  return figuresIn(cut).size === 0 || [...told].some((figure) => !said.has(figure));
}

/** Numbers of a text, years among them; of a day, its year alone. */
const figuresIn = (text: string): Set<string> =>
  new Set(text.replace(/\b(\d{4})-\d\d(?:-\d\d)?\b/g, "$1").match(/\d+(?:[.,]\d+)*/g));

/** Further passages, shortly. */
export function otherParts(others: readonly Said[], now: Date): Part[] {
  if (others.length === 0) return [];
  return [
    { kind: "heading", text: "Also in the casebook" },
    {
      kind: "list",
      items: others.map((said): Statement => statementOf(alone(said), now, [strong(headline(said)), ": ", said.cut])),
    },
  ];
}

/** Why an answer was chosen: the question's words that it has and has not, and how well it fits, by sign, 0 to 1. */
export type Reasons = {
  readonly matched: readonly string[];
  readonly missing: readonly string[];
  readonly signs: Readonly<Record<string, number>> | undefined;
};

const signNames: Readonly<Record<string, string>> = {
  coverage: "words covered",
  sentence: "words within one quote",
  title: "agreement with the row's title",
  facet: "row of the kind asked for",
  kind: "form of answer asked for",
  own: "belongs to the subject",
  phrase: "words side by side",
  engine: "text score beside the best",
};

/** Which words were found, where the passage fits, and how sure it is. */
export function whyParts(confidence: number, { matched, missing, signs }: Reasons): Part[] {
  const list = (words: readonly string[]) => (words.length > 0 ? words.join(", ") : "none");
  const percent = (value: number) => `${Math.round(value * 100)}%`;
  return [
    { kind: "heading", text: "Why this answer" },
    {
      kind: "fields",
      fields: [
        { label: "Confidence", value: { text: [percent(confidence)] } },
        { label: "Words found", value: { text: [list(matched)] } },
        { label: "Words not found", value: { text: [list(missing)] } },
        ...Object.entries(signs ?? {})
          .filter(([sign, value]) => signNames[sign] && value > 0)
          .map(([sign, value]) => ({ label: signNames[sign] ?? sign, value: { text: [percent(value)] } })),
      ],
    },
  ];
}

/** Below this confidence an answer says that it may not fit. */
const unsure = 0.62;

/** A word of caution where the answer is not sure. */
export function caveat(confidence: number): Part[] {
  return confidence < unsure
    ? [paragraph("This is the nearest the casebook has; check that it fits your question.")]
    : [];
}

/** What else was asked and nothing answers. */
export function openParts(open: readonly string[]): Part[] {
  return open.map((question) => paragraph(`Nothing here answers “${clip(question, 200)}” well enough to quote.`));
}

/** The button that asks the same again, and why this was the answer. */
export const whyButton = (line: string): Button => ({ label: "Why this answer", line: `${line} why:yes` });

/** Of several that were asked about, those of whom nothing tells it. */
export function silentParts(entries: readonly Entry[]): Part[] {
  if (entries.length === 0) return [];
  return [paragraph(`Nothing here tells it of ${entries.map(({ title }) => title).join(" or ")}.`)];
}

/** A button that shows where the passage stands. */
export function openButton({ entry, passage }: Pick<Said, "entry" | "passage">): Button {
  return { label: clip(`Open ${entry.title}`, 75), line: openLine(entry, passage) };
}
