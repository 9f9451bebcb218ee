import type { Entry, Passage } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { type Answer, type Button, type Part, paragraph } from "#core/reply.ts";
import { sourcesOf } from "../cite.ts";
import { formatDate } from "../dates.ts";
import { openLine } from "../open-line.ts";
import { answerData, answerPart, rowText, type Said } from "./say.ts";

/** What is said to a text that is no question for the casebook; never repeats the text. */
const refusals = {
  private: {
    title: "No private details",
    says: "The casebook keeps what companies and officials have published, and nothing private about people.",
  },
  ours: {
    title: "Only your own company knows that",
    says: "The casebook holds what is published about other companies and the trade, and nothing of your own contracts, partners or meetings. Ask how others handle it.",
  },
  news: {
    title: "No news of the day",
    says: "The casebook is a dated record, not a news feed: it cannot say what happens today. The newest it holds is one click away.",
  },
  "advice-to-trade": {
    title: "No advice on buying or selling",
    says: "The casebook gives no advice on shares or tokens and no forecasts. It can tell what is published, with its date.",
  },
  general: {
    title: "Not in the casebook's field",
    says: "The casebook knows companies, roles, playbooks, terms and figures of partnership work, and nothing else.",
  },
  instructions: {
    title: "Only questions, please",
    says: "I look things up in the casebook and take no other orders, so nothing was done.",
  },
  code: { title: "That looks like code", says: "I only look things up. Ask a question in plain words." },
  address: { title: "I do not open links", says: "Ask a question in plain words, and I look it up in the casebook." },
  insult: {
    title: "Sorry to be of no help",
    says: "Ask about a company, a role, a playbook or a term, and I show what the casebook has.",
  },
  greeting: {
    title: "Hello",
    says: "Ask me anything about the companies, roles, playbooks and terms in the casebook. Every answer shows its source and date.",
  },
  thanks: { title: "You are welcome", says: "Ask on whenever you like." },
  goodbye: { title: "Goodbye", says: "The casebook stays open." },
  murmur: {
    title: "Ask me anything",
    says: "Put it as a question about a company, a role, a playbook or a term, and I look it up.",
  },
  complaint: {
    title: "Sorry, that missed",
    says: "Ask again in other words, with the company's name in it. “Not helpful” under an answer tells those who keep the casebook.",
  },
  itself: {
    title: "I am Casebook",
    says: "A bot that looks questions up in a library of dated, sourced case studies, playbooks, roles, figures and terms, and answers in its words. No AI service is asked; what the library does not say, I do not know.",
  },
  stored: {
    title: "What is kept of you",
    says: "Of a question: its words, who asked, where and when, for a set time, so that follow-ups, ratings and meeting notes work. `casebook forget-me` deletes what is kept of you here.",
  },
  fresh: {
    title: "How fresh it is",
    says: "Every answer shows since when it holds, and says so when it is due for review.",
  },
  language: {
    title: "I read English",
    says: "The casebook is written in English, and so must the question be. Names can stay as they are.",
  },
} satisfies Record<string, { readonly title: string; readonly says: string }>;

/** Why a text is not looked up. */
export type RefusedFor = keyof typeof refusals;

/** What the bot can show or do about itself, where it is asked. */
const ownButtons: Partial<Record<RefusedFor, readonly Button[]>> = {
  itself: [{ label: "Status", line: "casebook status" }],
  fresh: [{ label: "Status", line: "casebook status" }],
  stored: [{ label: "Forget me", line: "casebook forget-me", style: "danger" }],
};

/** A short polite no to what should not be looked up. */
export function refuse(
  reason: RefusedFor,
  question: string,
  nearest: readonly Entry[],
  subjects: readonly Entry[],
  library: Library,
): Answer {
  const { title, says: usual } = refusals[reason];
  const says = reason === "fresh" ? `${freshness(subjects, library)}${usual}` : usual;
  const [study] = library.ofKind("case-study");
  const examples: Button[] = [
    ...(study
      ? [{ label: clip(`Who founded ${study.title}?`, 75), line: `ask who founded ${study.title.toLowerCase()}?` }]
      : []),
    ...(ownButtons[reason] ?? []),
    { label: "All commands", line: "casebook help" },
  ];
  const latest = subjects
    .filter((entry) => entry.kind === "case-study")
    .map((entry) => ({ label: clip(`${entry.title}: timeline`, 75), line: `case ${entry.id} timeline` }));
  return {
    ok: false,
    title,
    parts: [paragraph(says), { kind: "buttons", buttons: [...latest, ...openers(subjects), ...examples].slice(0, 4) }],
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

/** Why what comes nearest is no answer, where it is of another than the one asked about. */
const doubts = {
  others: "What comes nearest is about others or the trade, not about the company you asked about.",
  person: "Of people, the casebook tells only what they did for its companies.",
  post: "The casebook has pay for its own roles only, and none for this post.",
  stranger: "The casebook has no entry on this company; others only mention it.",
  term: "The glossary has terms like it, but not this one.",
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
  /** Line that files the question as a gap, where that can be done. */
  readonly fileLine: string | undefined;
  readonly library: Library;
  readonly now: Date;
};

/** An honest no: what is known not to be known, or which words are known here and which not; what comes nearest; how to ask for more. */
export function decline(declined: Declined): Answer {
  const { question, matched, missing, untold, subjects, nearest, which, fileLine, library, now } = declined;
  return {
    ok: false,
    title: which.length > 0 ? "Which one?" : "The casebook does not say",
    parts: [
      ...(untold ? [paragraph(nobodyTells), answerPart(untold, now)] : reasons(declined)),
      {
        kind: "buttons",
        buttons: [
          ...(which.length > 0 ? which : openers(untold ? [untold.entry] : nearest)),
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
      nearest: nearest.map(({ id, title }) => ({ id, title })),
      why: { matched, missing },
    },
  };
}

const nobodyTells = "None of the casebook’s sources answers this:";

function reasons({ question, matched, missing, doubt, which }: Declined): Part[] {
  const quoted = (words: readonly string[]) => words.map((word) => `“${clip(word, 40)}”`).join(", ");
  if (which.length > 0) return [paragraph("Which company do you mean?")];
  const found = matched.length > 0 ? `Found: ${quoted(matched.slice(0, 6))}. ` : "";
  return [
    paragraph(`Nothing here answers “${clip(question, 200)}” well enough to quote.`),
    ...(doubt ? [paragraph(doubts[doubt])] : []),
    ...(!doubt && missing.length > 0 ? [paragraph(`${found}Not found with it: ${quoted(missing.slice(0, 6))}.`)] : []),
  ];
}

function openers(entries: readonly Entry[]): Button[] {
  return entries.slice(0, 3).map((entry) => ({ label: clip(entry.title, 75), line: openLine(entry) }));
}
