import type { Entry } from "#content/entry.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import type { Question } from "../question/question.ts";
import type { Scored } from "../rank/score.ts";
import { isStopWord } from "../words/tokens.ts";
import type { Answered } from "./answered.ts";
import { askedAlone } from "./each-alone.ts";
import { type Side, sidesOf } from "./sides.ts";

/** Answers a question about one company. */
type AnswerAbout = (question: string, about: Entry) => Answered;

const weighing =
  /\b(?:compar\w+|versus|vs|v|against|next to|beside|alongside|side by side|differ\w*|each|both|respectively|better|worse|more|less|fewer|higher|lower|bigger|larger|smaller|longer|faster|cheaper|deeper|older|younger|ahead|and how (?:much|many)|which of the two|or)\b/;

/** Words that only say that two are held against each other. */
const holding =
  /^(?:compar\w+|versus|vs|v|against|next|beside|alongside|sides?|hold|put|place|set|differ\w*|each|both|respectively|two|one|(?:bigg|larg|small)e(?:r|st)|numbers?|figures?|record|stacks?|up|contrast\w*|between)$/;

/**
 * What companies that are held against each other say to the same thing: the rows that they share, else what answers the same
 * question of each alone ("Solana's downtime against Arbitrum's"). A side that does not tell it has no row. `found`: what
 * answers the question as it is.
 */
export function sidesAsked(
  search: SearchIndex,
  question: Question,
  found: readonly Scored[],
  answerAbout: AnswerAbout,
): Side[] {
  const shared = sidesOf(search, question);
  if (shared.some(({ passages }) => passages.some((passage) => passage && passage.section !== "faq"))) return shared;
  const beside = sidesBeside(question, found);
  if (beside.length > 1) return beside;
  const aspect = aspectHeld(search, question);
  if (aspect === undefined) return withSilent(search, question, shared, answerAbout);
  const sides = question.companies.map((entry) => ({ entry, told: toldOf(entry, aspect, found, answerAbout) }));
  const told = sides.flatMap((side) => side.told?.passage ?? []);
  const silent = sides.filter((side) => !side.told);
  if (told.length === 0 || silent.some(({ entry }) => isHeard(entry, found))) return shared;
  const surest = Math.max(...sides.map((side) => (side.told?.passage ? side.told.confidence : 0)));
  if (told.length === 1 && silent.length > 0 && surest < sureAlone) return shared;
  return sides.map(({ entry, told: row }) => ({ entry, passages: [row?.passage] }));
}

/** What a comparison says of each of the roles named, where its row of one of them answers best: "what do a CRO and a VP Sales own?" */
function sidesBeside({ others, companies }: Question, [best]: readonly Scored[]): Side[] {
  if (best?.read.entry.kind !== "comparison" || companies.length > 0) return [];
  const { entry, passage } = best.read;
  const roles = others.filter(({ kind }) => kind === "role");
  const label = passage.title.slice(0, passage.title.lastIndexOf(": ") + 1);
  const rows = entry.sections.find(({ id }) => id === passage.section)?.passages ?? [];
  const sides = roles.map((role) => ({
    entry: role,
    passages: [rows.find(({ id, title }) => title.startsWith(label) && id.endsWith(`-${role.id}`))],
  }));
  return label !== "" && sides.every(({ passages: [row] }) => row) ? sides : [];
}

/** Sides that answer questions of one name; one that has no such question tells it in another row, where it is asked alone. */
function withSilent(search: SearchIndex, question: Question, sides: readonly Side[], answerAbout: AnswerAbout): Side[] {
  const ask = sides.every(({ passages }) => passages.length === 1) ? askedAlone(search, question) : undefined;
  return sides.map((side) => {
    if (!ask || side.passages[0]) return side;
    const { answers, confidence } = answerAbout(ask(side.entry), side.entry);
    const row = confidence >= sure ? answers.find(({ entry }) => entry === side.entry) : undefined;
    return { ...side, passages: [row?.passage] };
  });
}

/** What several companies are held against each other for, as words; nothing where they are not, or it is not said. */
function aspectHeld({ reader: { names } }: SearchIndex, { words, companies, kinds }: Question): string | undefined {
  if (companies.length < 2 || companies.length > mostSides) return undefined;
  if (!kinds.includes("comparison") && !weighing.test(words.join(" "))) return undefined;
  const rest = names.withoutCompanies(words).filter((word) => !holding.test(word));
  return rest.every((word) => isStopWord(word)) ? undefined : [...new Set(rest)].join(" ");
}

const mostSides = 3;

/**
 * The row that tells it of one company, or none where a row says that it is not known; undefined where no row says either. What
 * answers the whole question best answers it of its own company, too.
 */
function toldOf(entry: Entry, aspect: string, [best]: readonly Scored[], answerAbout: AnswerAbout) {
  const { answers, confidence, list, untold } = answerAbout(`${entry.id.replaceAll("-", " ")}: ${aspect}`, entry);
  if (untold?.entry === entry) return { passage: undefined, confidence };
  const own = best ? [best.read] : [];
  const row = [...own, ...answers].find((one) => one.entry === entry && !isOfBoth(one.passage.title));
  return answers.length > 0 && row && !list && confidence >= sure ? { passage: row.passage, confidence } : undefined;
}

/** So sure it must be that a side tells it, and surer where one alone does. */
const sure = 0.7;
const sureAlone = 0.8;

/** What answers the question as it is tells something of a company by itself. */
const isHeard = (entry: Entry, found: readonly Scored[]): boolean =>
  found.some(({ read }) => read.entry === entry && !isOfBoth(read.passage.title));

/** Rows that hold companies against each other are no side's. */
const isOfBoth = (title: string): boolean => /\b(?:compare|differ)\b/.test(title);
