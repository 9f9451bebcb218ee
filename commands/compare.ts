import { z } from "zod";
import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { type Context, defineCommand } from "#core/command.ts";
import type { Refusal } from "#core/refusal.ts";
import type { Answer } from "#core/reply.ts";
import { type AlignedRow, type Alignment, alignComparison, alignEntries } from "#present/align.ts";
import { runCommand } from "#present/ask/run-command.ts";
import { rowsNamed, searchedRow, sectionRow } from "#present/aspect.ts";
import { completeEntry } from "#present/choices.ts";
import { type AllMeant, allMeant, askedOfAll, onWhat } from "#present/compare/all.ts";
import { listComparisons } from "#present/compare/list.ts";
import { mixedKinds, noAspect, tooFew, type Wanted, type Works } from "#present/compare/refuse.ts";
import { showComparison } from "#present/compare/show.ts";
import { readSubjects, type Subjects } from "#present/read-subjects.ts";
import { answerQuestion } from "#search/answer/answer.ts";
import { asksTheSame, passageOn, rowsOn } from "#search/answer/on-aspect.ts";

/** As many as are set side by side. */
const most = 4;

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
    if (typed.length === 0) return listComparisons(context.library);
    const words =
      typed.length > 1
        ? typed.flatMap((name, i) => (i > 0 ? ["v", ...name.split(/\s+/)] : name.split(/\s+/)))
        : typed.flatMap((name) => name.split(/\s+/));
    const all = allMeant(words, context.library);
    if (all) return compareAll({ ...all, aspect: aspect?.trim() || all.aspect }, context);
    const found = compare({ words, aspect: aspect?.trim() ?? "" }, context);
    if (typeof found === "function") throw found();
    return found;
  },
});

/** The figure of each study, as a question gives it. */
async function compareAll(all: AllMeant, context: Context): Promise<Answer> {
  const works = (wanted: AllMeant) => {
    const { answered, list } = answerQuestion(context.search, askedOfAll(wanted));
    return answered && list !== undefined && list.entry === undefined;
  };
  const listed = all.aspect !== "" && works(all) && (await runCommand("ask", askedOfAll(all).split(" "), context));
  if (!listed) throw onWhat(all, works);
  return listed;
}

/** The comparison, or what makes the refusal: it is made only for somebody to read, since it tries what it offers. */
function compare({ words, aspect }: Wanted, context: Context): Answer | (() => Refusal) {
  const { library } = context;
  const works: Works = (wanted) => typeof compare(wanted, context) !== "function";
  const subjects = readSubjects(words, library);
  const sides = sidesOf(subjects, library);
  const [first, ...others] = subjects.entries;
  if (!sides) return () => tooFew(first, subjects.aspect, library, works);
  if (!sides.written && others.some(({ kind }) => kind !== first?.kind))
    return () => mixedKinds(subjects.entries, library, works);
  const asked = aspect || subjects.aspect;
  if (!asked) return showComparison(sides.title, sides.whole, undefined, context, sides.note);
  const found = rowsFor(asked, sides, context);
  if (!found) return () => noAspect(asked, sides.words, sides.whole, works);
  const [row, more] = found.rows;
  const heading = row && !more ? row.aspect : `${asked.charAt(0).toUpperCase()}${asked.slice(1)}`;
  return showComparison(sides.title, found.of, { heading, rows: found.rows }, context, sides.note);
}

type Sides = {
  readonly title: string;
  /** Names that give the same sides again. */
  readonly words: readonly string[];
  readonly written: Alignment | undefined;
  /** What all sides have in their own entries. */
  readonly own: Alignment;
  readonly whole: Alignment;
  readonly entries: readonly Entry[];
  readonly note: string;
};

function sidesOf({ written, entries: named }: Subjects, library: Library): Sides | undefined {
  const file = written && library.records.comparisons.get(written.id);
  if (written && file) {
    const alignment = alignComparison(written, file, library);
    const all = alignment.subjects.map(({ entry }) => entry);
    const having = all.filter((entry) => entry !== undefined);
    const typed = named.length === all.length && having.every((entry) => named.includes(entry));
    const entries = having.length < all.length ? [] : typed ? named : having;
    const own = alignEntries(entries);
    return { title: written.title, words: [written.id], written: alignment, own, whole: alignment, entries, note: "" };
  }
  if (named.length < 2) return undefined;
  const entries = named.slice(0, most);
  const own = alignEntries(entries);
  return {
    title: entries.map(({ title }) => title).join(" v. "),
    words: entries.map(({ id }) => id),
    ...{ written: undefined, own, whole: own, entries, note: leftOut(named.slice(most)) },
  };
}

const leftOut = (entries: readonly Entry[]): string =>
  entries.length === 0
    ? ""
    : `Four side by side are the most. Left out: ${entries.map(({ title }) => title).join(", ")}.`;

type Found = { readonly of: Alignment; readonly rows: readonly AlignedRow[] };

/** The rows asked for; where none is named so, those that mean the same, or what each says to it. */
function rowsFor(aspect: string, { written, own, entries }: Sides, { search }: Context): Found | undefined {
  const alike = ({ rows }: Alignment) => rows.filter((row) => asksTheSame(search, aspect, row.aspect));
  const ways: readonly (() => Found | undefined)[] = [
    () => written && { of: written, rows: rowsNamed(aspect, written) },
    () => ({ of: own, rows: sectionRow(aspect, entries) }),
    () => ({ of: own, rows: rowsNamed(aspect, own) }),
    () => written && { of: written, rows: alike(written) },
    () => {
      const shared = rowsOn(search, aspect, entries);
      const rowOf = (asked: string, about: Entry) => shared.get(about) ?? passageOn(search, asked, about);
      return { of: own, rows: searchedRow(aspect, entries, rowOf) };
    },
    () => ({ of: own, rows: alike(own) }),
  ];
  for (const way of ways) {
    const found = way();
    if (found && found.rows.length > 0) return found;
  }
  return undefined;
}
