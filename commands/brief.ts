import { z } from "zod";
import type { Entry, Passage } from "#content/entry.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { type Answer, type Part, strong } from "#core/reply.ts";
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

/** Of what is not known, as much as can be asked in one meeting. */
const mostUnknown = 6;

function brief(entry: Entry, { library, now }: Context): Answer {
  const rows = (section: string, count: number): readonly Passage[] =>
    entry.sections.find(({ id }) => id === section)?.passages.slice(0, count) ?? [];
  const blocks = [
    { id: "what", title: "What they are", passages: rows("summary", 2) },
    {
      id: "partners",
      title: "How they partner, and with whom",
      passages: newest(entry.sections.find(({ id }) => id === "partnerships")?.passages ?? [], 4),
    },
    { id: "lessons", title: "Three lessons", passages: rows("lessons", 3) },
    { id: "objections", title: "They may say", passages: rows("objections", 3) },
    { id: "risks", title: "Risks", passages: rows("risks", 3) },
    { id: "questions", title: "Five questions to ask", passages: rows("questions", 5) },
    { id: "unknown", title: "What the casebook does not know", passages: rows("unknown", mostUnknown) },
  ].filter((block) => block.passages.length > 0);
  const parts = blocks.flatMap((block): Part[] => [
    { kind: "heading", text: block.title },
    {
      kind: "list",
      items: block.passages.map((passage) =>
        statementOf(
          { ...passage, also: [] },
          now,
          passage.title ? [strong(passage.title), `: ${passage.text}`] : [passage.text],
        ),
      ),
    },
  ]);
  const checklist = library.find("first meeting", ["checklist"]).match;
  const shown = blocks.flatMap((block) => block.passages).map((passage) => ({ ...passage, also: [] }));
  return {
    title: `Before you meet ${entry.title}`,
    parts: [
      ...parts,
      {
        kind: "buttons",
        buttons: [
          { label: "The whole study", line: openLine(entry) },
          ...(rows("unknown", mostUnknown + 1).length > mostUnknown
            ? [{ label: "All that is not known", line: `case ${entry.id} unknown` }]
            : []),
          ...(checklist ? [{ label: "First-meeting checklist", line: openLine(checklist) }] : []),
        ],
      },
    ],
    sources: sourcesOf(library, shown),
    data: {
      study: entry.id,
      blocks: blocks.map(({ id, passages }) => ({ id, items: passages.map(itemOf) })),
    },
  };
}

function newest(passages: readonly Passage[], count: number): Passage[] {
  return [...passages].sort((a, b) => (a.asOf > b.asOf ? -1 : a.asOf < b.asOf ? 1 : 0)).slice(0, count);
}
