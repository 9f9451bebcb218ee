import { z } from "zod";
import type { Entry } from "#content/entry.ts";
import { clip } from "#core/clip.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { formatWord } from "#core/line.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, strong } from "#core/reply.ts";
import { type AlignedRow, type Alignment, alignComparison, alignEntries } from "#present/align.ts";
import { rowNamed, searchedRow, sectionRow } from "#present/aspect.ts";
import { completeEntry } from "#present/choices.ts";
import { showComparison } from "#present/compare/show.ts";
import { readSubjects } from "#present/read-subjects.ts";
import { answerQuestion } from "#search/answer.ts";

export const compareCommand = defineCommand({
  name: "compare",
  summary: "Two to four companies, roles or strategies side by side",
  examples: ["compare hugging-face openai", "compare openai anthropic valuation", "compare cro vp-sales", "compare"],
  visibility: "private",
  pure: true,
  options: z.object({
    first: z
      .string()
      .optional()
      .describe("The first company or role, or a whole line such as “open platform v closed api”"),
    second: z.string().optional().describe("The second"),
    third: z.string().optional().describe("A third"),
    fourth: z.string().optional().describe("A fourth"),
    aspect: z.string().optional().describe("One aspect: valuation, founders, partners …"),
  }),
  positional: ["first"],
  complete: {
    first: completeEntry("case-study", "role", "comparison"),
    second: completeEntry("case-study", "role"),
    third: completeEntry("case-study", "role"),
    fourth: completeEntry("case-study", "role"),
  },
  run: ({ first, second, third, fourth, aspect }, context) => {
    const typed = [first, second, third, fourth].filter((name) => name !== undefined);
    if (typed.length === 0) return listComparisons(context);
    const words =
      typed.length > 1
        ? typed.flatMap((name, i) => (i > 0 ? ["v", ...name.split(/\s+/)] : name.split(/\s+/)))
        : typed.flatMap((name) => name.split(/\s+/));
    const subjects = readSubjects(words, context.library);
    if (subjects.kind === "comparison") {
      const file = context.library.records.comparisons.get(subjects.entry.id);
      if (file) {
        const alignment = alignComparison(subjects.entry, file, context.library);
        return showComparison(
          subjects.entry.title,
          alignment,
          aspect?.trim()
            ? rowFor(aspect, alignment, { line: `compare ${subjects.entry.id}`, entries: [] }, context)
            : undefined,
          context,
        );
      }
    }
    if (subjects.kind === "entries" && subjects.entries.length >= 2) {
      const { entries } = subjects;
      const asked = (aspect ?? subjects.aspect).trim();
      const alignment = alignEntries(entries);
      const row = asked
        ? rowFor(asked, alignment, { line: `compare ${entries.map(({ id }) => id).join(" ")}`, entries }, context)
        : undefined;
      return showComparison(entries.map((entry) => entry.title).join(" v. "), alignment, row, context);
    }
    throw tooFew(subjects.kind === "entries" ? subjects : { entries: [], unknown: [] }, context);
  },
});

function tooFew(
  { entries, unknown }: { entries: readonly { id: string; title: string; kind: string }[]; unknown: readonly string[] },
  { library }: Context,
): Refusal {
  const [one] = entries;
  const typed = unknown.join(" ");
  const guess = typed ? library.find(typed) : undefined;
  const nearest = guess && !guess.match ? guess.nearest : [];
  const others = (nearest.length > 0 ? nearest : library.ofKind("case-study")).filter((entry) => entry.id !== one?.id);
  const lines = one
    ? others.slice(0, 3).map((entry) => `compare ${one.id} ${entry.id}`)
    : ["compare hugging-face openai"];
  const says = one
    ? typed
      ? `I know ${one.title}, but nothing called “${clip(typed, 60)}” to compare it with.`
      : `Compare ${one.title} with what? Name a second one.`
    : "Name two to four companies or roles to compare.";
  return new Refusal(says, {
    examples: lines.slice(0, 1),
    buttons: lines.map((line) => ({ label: clip(line.replace(/^compare /, ""), 75), line })),
  });
}

type Compared = { readonly line: string; readonly entries: readonly Entry[] };

/** The one row asked for; where none is named so, what each says to it. */
function rowFor(aspect: string, alignment: Alignment, { line, entries }: Compared, { search }: Context): AlignedRow {
  const row =
    sectionRow(aspect, entries) ??
    rowNamed(aspect, alignment) ??
    searchedRow(aspect, entries, (asked, about) => {
      const { answers, why } = answerQuestion(search, asked, about);
      return answers[0]?.entry === about && why.missing.length === 0 ? answers[0].passage : undefined;
    });
  if (row) return row;
  const [first] = alignment.rows;
  throw new Refusal(
    `“${clip(aspect, 60)}” is no aspect both sides have. There are: ${alignment.rows.map((known) => known.aspect.toLowerCase()).join(", ")}.`,
    { examples: [[line, first && `aspect:${formatWord(first.aspect.toLowerCase())}`].filter(Boolean).join(" ")] },
  );
}

function listComparisons({ library }: Context): Answer {
  const written = library.ofKind("comparison");
  return {
    title: "Compare",
    parts: [
      ...(written.length > 0
        ? [
            {
              kind: "list" as const,
              items: written.map((entry) => ({
                text: [strong(entry.title), `: ${entry.summary}`],
                asOf: entry.updated,
              })),
            },
          ]
        : []),
      ...(written.length > 0
        ? [
            {
              kind: "select" as const,
              placeholder: "Open a comparison",
              options: written.map((entry) => ({ label: clip(entry.title, 75), line: `compare ${entry.id}` })),
            },
          ]
        : []),
      { kind: "text", text: ["Or name any two to four companies or roles, and an aspect if you like."] },
    ],
    data: { comparisons: written.map(({ id, title, summary }) => ({ id, title, summary })) },
  };
}
