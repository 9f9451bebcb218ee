import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { type Answer, type Button, code, type Part, paragraph, text } from "#core/reply.ts";
import { sourcesOf } from "../cite.ts";
import { answerData, rowText } from "./data.ts";
import { openers } from "./openers.ts";
import { answerPart, type Said } from "./say.ts";

/** Why what comes nearest is no answer, where it is of another than the one asked about. */
const doubts = {
  others: "What comes nearest is about others or the trade, not about the company you asked about.",
  person: "Of people, the casebook tells only what they did for its companies.",
  post: "The casebook has pay for its own roles only, and none for this post.",
  stranger: "The casebook has no entry on this company; others only mention it.",
  term: "The glossary has terms like it, but not this one.",
  beyond: "This may be known only inside your company, or only right now. The casebook holds what has been published.",
} satisfies Record<string, string>;

export type Declined = {
  readonly question: string;
  readonly confidence: number;
  readonly kind: string;
  readonly subjects: readonly Entry[];
  readonly nearest: readonly Entry[];
  readonly matched: readonly string[];
  readonly missing: readonly string[];
  readonly doubt: keyof typeof doubts | undefined;
  /** The row that says that nobody knows. */
  readonly untold: Said | undefined;
  /** Lines that ask the same of one company each, when it is not clear which is meant. */
  readonly which: readonly Button[];
  /** Whom the studies name and do not count, where they are asked to be ordered by that. */
  readonly uncounted: string | undefined;
  /** Line that files the question as a gap, where that can be done. */
  readonly fileLine: string | undefined;
  readonly library: Library;
  readonly now: Date;
};

/** An honest no: what is known not to be known, or which words are known here and which not; what comes nearest; how to ask for more. */
export function decline(declined: Declined): Answer {
  const { question, matched, missing, untold, doubt, subjects, nearest, which, uncounted } = declined;
  const { fileLine, library, now } = declined;
  return {
    ok: false,
    title: which.length > 0 ? "Which one?" : "The casebook does not say",
    parts: [
      ...(untold ? [paragraph(nobodyTells), answerPart(untold, now)] : reasons(declined)),
      {
        kind: "buttons",
        buttons: [
          ...(which.length > 0
            ? which
            : uncounted
              ? namedBy(uncounted, library)
              : openings(untold ? [untold.entry] : nearest)),
          ...(fileLine ? [{ label: "File this gap", line: fileLine }] : []),
        ],
      },
    ],
    ...(untold ? { sources: sourcesOf(library, [untold.passage]) } : {}),
    data: {
      question,
      answered: false,
      confidence: declined.confidence,
      kind: declined.kind,
      subjects: subjects.map(({ id }) => id),
      answers: [],
      ...(untold ? { untold: answerData(untold, rowText(untold.passage)) } : {}),
      ...(doubt === "beyond" && !untold ? { beyond: true } : {}),
      nearest: nearest.map(({ id, title }) => ({ id, title })),
      why: { matched, missing },
    },
  };
}

/** Where nothing comes near, no entry is better than another. */
const openings = (entries: readonly Entry[]): Button[] =>
  entries.length > 0 ? openers(entries) : [{ label: "All commands", line: "casebook help" }];

const nobodyTells = "None of the casebook’s sources answers this:";

/** A question longer than this is not read back, in characters, nor are its words told one by one. */
const longestQuoted = 200;
const tooLong =
  "Nothing here answers a question in this text well enough to quote. Ask it by itself, in one short sentence.";

/** As many studies as are offered to be asked one by one. */
const mostStudies = 4;

const namedBy = (whom: string, library: Library): Button[] =>
  library
    .ofKind("case-study")
    .slice(0, mostStudies)
    .map(({ id, title }) => ({
      label: clip(`${title}: ${whom}`, 75),
      line: `ask ${id.replaceAll("-", " ")} ${whom}`,
    }));

function reasons({ question, matched, missing, doubt, which, uncounted, library }: Declined): Part[] {
  const quoted = (words: readonly string[]) => words.map((word) => `“${clip(word, 40)}”`).join(", ");
  if (which.length > 0) return [paragraph("Which company do you mean?")];
  if (uncounted) {
    const [study] = namedBy(uncounted, library);
    return [
      paragraph(
        text`The studies name their ${uncounted} and count none of them, so nothing here puts them in order. Ask for those of one: ${code(study && "line" in study ? study.line : "")}.`,
      ),
    ];
  }
  if (question.length > longestQuoted) return [paragraph(tooLong), ...(doubt ? [paragraph(doubts[doubt])] : [])];
  const found = matched.length > 0 ? `Found: ${quoted(matched.slice(0, 6))}. ` : "";
  return [
    paragraph(`Nothing here answers “${question}” well enough to quote.`),
    ...(doubt ? [paragraph(doubts[doubt])] : []),
    ...(!doubt && missing.length > 0 ? [paragraph(`${found}Not found with it: ${quoted(missing.slice(0, 6))}.`)] : []),
  ];
}
