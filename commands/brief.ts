import { z } from "zod";
import type { Entry, Passage } from "#content/entry.ts";
import { splitSentences } from "#core/clip.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { type Answer, type Part, strong, type Text } from "#core/reply.ts";
import { noStudy } from "#present/case/refuse.ts";
import { completeEntry } from "#present/choices.ts";
import { itemOf, sourcesOf, statementOf } from "#present/cite.ts";
import { openLine } from "#present/open-line.ts";
import { findLine } from "#search/answer/elsewhere.ts";

export const briefCommand = defineCommand({
  name: "brief",
  summary: "One screen before a call with a company",
  examples: ["brief hugging-face", "brief openai"],
  visibility: "private",
  pure: true,
  options: z.object({ study: z.string().trim().min(1).describe("The company you are about to meet") }),
  positional: ["study"],
  complete: { study: completeEntry("case-study") },
  run: ({ study }, context) => {
    const found = context.library.find(study, ["case-study"]);
    if (!found.match) throw noStudy(study, (id) => `brief ${id}`, context.library, [findLine(context.search, study)]);
    return brief(found.match, context);
  },
});

type Block = {
  readonly id: string;
  readonly title: string;
  /** The section that its rows stand in. */
  readonly section: string;
  readonly count: number;
  /** What is said of a row behind its name: nothing, what stands before a colon, or its first sentence. */
  readonly says: "name" | "head" | "sentence";
  /** The newest rows, not the first. */
  readonly newest?: true;
  /** They ask and claim nothing: no date and no source stands behind them. */
  readonly asks?: true;
};

/** As much as is read in the minutes before a call; the study has the rest. */
const blocks: readonly Block[] = [
  { id: "what", title: "What they are", section: "summary", count: 2, says: "sentence" },
  { id: "partners", title: "Their newest partners", section: "partnerships", count: 3, says: "head", newest: true },
  { id: "lessons", title: "Three lessons", section: "lessons", count: 3, says: "name" },
  { id: "objections", title: "They may say", section: "objections", count: 2, says: "sentence" },
  { id: "risks", title: "Risks", section: "risks", count: 2, says: "sentence" },
  { id: "questions", title: "Three questions to ask", section: "questions", count: 3, says: "sentence", asks: true },
  { id: "unknown", title: "What the casebook does not know", section: "unknown", count: 2, says: "sentence" },
];

function brief(entry: Entry, { library, now }: Context): Answer {
  const rowsOf = (id: string): readonly Passage[] =>
    entry.sections.find((section) => section.id === id)?.passages ?? [];
  const shown = blocks
    .map((block) => {
      const rows = rowsOf(block.section);
      return { ...block, passages: (block.newest ? byDay(rows) : rows).slice(0, block.count).map(shortly) };
    })
    .filter(({ passages }) => passages.length > 0);
  const more = ["partnerships", "questions", "unknown"].filter(
    (id) => rowsOf(id).length > (blocks.find(({ section }) => section === id)?.count ?? 0),
  );
  const checklist = library.find("first meeting", ["checklist"]).match;
  return {
    title: `Before you meet ${entry.title}`,
    parts: [
      ...shown.flatMap(({ title, says, asks, passages }): Part[] => [
        { kind: "heading", text: title },
        {
          kind: "list",
          items: passages.map((passage) =>
            asks ? { text: said(passage, says), id: passage.id } : statementOf(passage, now, said(passage, says)),
          ),
        },
      ]),
      {
        kind: "buttons",
        buttons: [
          { label: "The whole study", line: openLine(entry) },
          ...more.map((id) => ({ label: moreLabels[id] ?? id, line: `case ${entry.id} ${id}` })),
          ...(checklist ? [{ label: "First-meeting checklist", line: openLine(checklist) }] : []),
        ],
      },
    ],
    sources: sourcesOf(
      library,
      shown.flatMap(({ asks, passages }) => (asks ? [] : passages)),
    ),
    data: {
      study: entry.id,
      blocks: shown.map(({ id, passages }) => ({ id, items: passages.map(itemOf) })),
    },
  };
}

const moreLabels: Readonly<Record<string, string>> = {
  partnerships: "All partners",
  questions: "All questions",
  unknown: "All that is not known",
};

/** With its first source alone, and without what others say: the rest stands with the row itself. */
const shortly = (passage: Passage): Passage => ({ ...passage, also: [], sources: passage.sources.slice(0, 1) });

function said({ title, text }: Passage, says: Block["says"]): Text {
  const words = { name: "", head: text.split(": ")[0] ?? "", sentence: beginningOf(text) }[says];
  if (title === "") return [words];
  return words === "" ? [strong(title)] : [strong(title), /[.?!]$/.test(title) ? " " : ": ", words];
}

/** Letters of a sentence that says little by itself: "It depends on the version." */
const little = 40;

/** The first sentence, and the second where that says little. */
function beginningOf(text: string): string {
  const [first = "", second = ""] = splitSentences(text);
  return (first.length < little ? first + second : first).trim();
}

const byDay = (passages: readonly Passage[]): Passage[] =>
  passages.toSorted((a, b) => (a.asOf > b.asOf ? -1 : a.asOf < b.asOf ? 1 : 0));
