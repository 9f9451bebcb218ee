import type { Entry, Passage } from "#content/entry.ts";
import { clip } from "#core/clip.ts";
import type { Context } from "#core/command.ts";
import { type Answer, type Button, type Part, strong } from "#core/reply.ts";
import { sourcesOf, statementOf } from "../cite.ts";
import { sideTables } from "../columns.ts";
import { answerData, type Found, foundData, rowText } from "./data.ts";
import { alone, otherParts, type Said, whyButton } from "./say.ts";

/** One of the things compared, with its row for each thing asked about; a missing row is not known. */
type Side = { readonly entry: Entry; readonly passages: readonly (Passage | undefined)[] };

/** A question that several entries answer, each with rows of its own. `answers`: the best passages, first ones best. */
type FoundSides = Found & { readonly sides: readonly Side[]; readonly answers: readonly Said[] };

/** Sections whose rows are figures. */
const figures: ReadonlySet<string> = new Set(["glance", "metrics"]);

/** The answer to a question that sets entries against each other; `line` asks it again. */
export function sidesAnswer(found: FoundSides, line: string, { library, now }: Context): Answer {
  const { sides, answers, question } = found;
  const passages = sides.flatMap((side) => side.passages.filter((passage) => passage !== undefined));
  // Best first, as in every reply.
  const rankOf = (row: Passage) => {
    const rank = answers.findIndex(({ passage }) => passage === row);
    return rank < 0 ? answers.length : rank;
  };
  const others = answers.filter(({ passage }) => !passages.includes(passage));
  // Figures of one name say it all; beside what is told in words another row may help.
  const further = passages.every(({ section }) => figures.has(section)) ? [] : others.slice(0, 1);
  return {
    title: clip(question.text, 120),
    parts: [
      ...sideBySide(sides, now),
      ...otherParts(further, now),
      { kind: "buttons", buttons: [...compareButton(sides.map(({ entry }) => entry)), whyButton(line)] },
    ],
    sources: sourcesOf(library, [...passages, ...further.map(alone)]),
    data: {
      ...foundData(found),
      answers: [
        ...sides
          .flatMap(({ entry, passages: [passage] }) => (passage ? [{ entry, passage }] : []))
          .toSorted((a, b) => rankOf(a.passage) - rankOf(b.passage))
          .map((side) => answerData(side, rowText(side.passage))),
        ...further.map((said) => answerData(said, rowText(said.passage, said.cut))),
      ],
    },
  };
}

/** Companies asked about together can be seen side by side. */
export function compareButton(companies: readonly Entry[]): Button[] {
  return companies.length > 1
    ? [{ label: "Compare in full", line: `compare ${companies.map(({ id }) => id).join(" ")}` }]
    : [];
}

/** What rows are called, once each; those that are called after their side have one label: "The number" of "The number: VP Sales". */
function labelsOf(titles: readonly string[]): ReadonlySet<string> {
  const labels = new Set(titles.map((title) => title.slice(0, Math.max(0, title.lastIndexOf(": ")))));
  return labels.size === 1 && !labels.has("") && titles.length > 1 ? labels : new Set(titles);
}

/** What answers each side, row by row. */
function sideBySide(sides: readonly Side[], now: Date): Part[] {
  const rows = Array.from({ length: Math.max(...sides.map(({ passages }) => passages.length)) }, (_, i) => {
    const shown = sides.map(({ passages }) => passages[i]);
    const titles = labelsOf(shown.flatMap((passage) => passage?.title || []));
    const [only] = titles;
    // Rows of other names are no figures of one kind: each says its own.
    const named = titles.size > 1;
    return {
      label: named ? " " : (only ?? " "),
      cells: shown.map(
        (passage) =>
          passage &&
          statementOf(
            passage,
            now,
            named ? [strong(passage.title), passage.title.endsWith("?") ? " " : ": ", passage.text] : [passage.text],
          ),
      ),
    };
  });
  return sideTables(
    sides.map(({ entry }) => entry.title),
    rows,
  );
}
