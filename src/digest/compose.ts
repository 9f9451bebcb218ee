import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import type { ContentChange } from "#core/content-history.ts";
import { dayOf } from "#core/day.ts";
import {
  type Answer,
  type Button,
  code,
  emphasis,
  link,
  type Part,
  paragraph,
  type Statement,
  strong,
  text,
} from "#core/reply.ts";
import { sourcesOf, statementOf } from "#present/cite.ts";
import { openLine } from "#present/open-line.ts";
import type { SearchIndex } from "#search/passages/search-index.ts";
import { changeStatement, wantedChanges } from "./change-parts.ts";
import { formatDay } from "./dates.ts";
import { counterExample, factsFor, lessonsFor, pick } from "./pick.ts";
import type { WatchList } from "./watch-list.ts";

export type DigestItem = {
  readonly id: string;
  readonly kind: "lesson" | "counter-example" | "fact" | "new-entry" | "new" | "changed" | "question";
};

/** What a digest is made from. Everything is given, so that the same gives the same. */
export type DigestInput = {
  readonly library: Library;
  readonly search: SearchIndex;
  readonly list: WatchList;
  readonly now: Date;
  readonly zone: string;
  /** Changes after this moment are news. */
  readonly since: number;
  readonly changes: readonly ContentChange[];
  /** What the channel was shown before, and when. */
  readonly shown: ReadonlyMap<string, number>;
  /** Tells channels apart, so that each gets an order of its own. */
  readonly seed: string;
  /** Questions of these days that nobody could answer, most asked first. */
  readonly unanswered: readonly { readonly id: string; readonly question: string }[];
  /** When the next one comes. */
  readonly next?: number | undefined;
};

export type Digest = {
  readonly answer: Answer;
  readonly items: readonly DigestItem[];
  readonly empty: boolean;
};

/** One screen: so many changes and questions are shown, the others are a click away. */
const shownChanges = 4;
const shownQuestions = 3;

/** Composes the digest: a lesson and what speaks against it, a fact, what changed, open questions, one link. */
export function composeDigest(input: DigestInput): Digest {
  const { library, search, list, now, shown, seed, zone, since } = input;
  const changes = wantedChanges(input.changes, list, library).filter(({ id }) => !isAssumption(id, library));
  const changed = new Set(changes.map((change) => change.id));
  const fresh = <T extends { readonly id: string }>(passages: readonly T[]) =>
    passages.filter(({ id }) => !changed.has(id));
  const lesson = pick(fresh(lessonsFor(library, list)), shown, seed);
  const lessonOf = lesson && library.entry(lesson.entry);
  const counter = lesson && lessonOf && counterExample(lesson, lessonOf, search, shown);
  const fact = pick(fresh(factsFor(library, list)), shown, seed);
  const questions = input.unanswered.slice(0, shownQuestions);
  const items: DigestItem[] = [
    ...(lesson ? [{ id: lesson.id, kind: "lesson" as const }] : []),
    ...(counter ? [{ id: counter.id, kind: "counter-example" as const }] : []),
    ...(fact ? [{ id: fact.id, kind: "fact" as const }] : []),
    ...changes.flatMap(({ id, kind }) => (kind === "removed" ? [] : [{ id, kind }])),
    ...questions.map(({ id }) => ({ id, kind: "question" as const })),
  ];
  const passages = [
    lesson,
    counter,
    fact,
    ...changes.slice(0, shownChanges).map(({ id }) => library.passage(id)),
  ].filter((passage) => passage !== undefined);
  const titled = (id: string) => library.entry(id)?.title ?? "";
  const parts: Part[] = [
    ...(lesson ? [{ kind: "heading" as const, text: `Lesson · ${titled(lesson.entry)}` }] : []),
    ...(lesson ? [row(statementOf(lesson, now, lead(lesson)))] : []),
    ...(counter ? [row(statementOf(counter, now, [emphasis("On the other hand: "), ...lead(counter)]))] : []),
    ...(fact ? [{ kind: "heading" as const, text: "Worth knowing" }] : []),
    ...(fact ? [row(statementOf(fact, now, [strong(`${titled(fact.entry)} · `), ...lead(fact)]))] : []),
    ...changeParts(changes, input),
    ...(questions.length > 0
      ? [
          { kind: "heading" as const, text: "Asked, and not in the casebook yet" },
          { kind: "list" as const, items: questions.map(({ question }) => ({ text: [clip(question, 200)] })) },
        ]
      : []),
    ...deeper(lesson ?? fact, library),
  ];
  const about = list.label ? ` · ${clip(list.label, 60)}` : "";
  const day = formatDay(now.getTime(), zone);
  return {
    answer: {
      title: `Casebook digest${about} · ${day}`,
      parts: items.length > 0 ? parts : [nothing(input)],
      sources: sourcesOf(library, passages),
      data: { items, since: new Date(since).toISOString(), empty: items.length === 0 },
    },
    items,
    empty: items.length === 0,
  };
}

/** One line on a quiet week, so that people know that it runs. */
function nothing({ since, zone, next, now }: DigestInput): Part {
  const day = (moment: number) => formatDay(moment, zone, now.getTime());
  const coming = next === undefined ? "" : ` The next look is on ${day(next)}.`;
  return paragraph(`Nothing new in the casebook since ${day(since)}.${coming}`);
}

const row = (statement: Statement): Part => ({ kind: "text", ...statement });

const lead = ({ title, text: says }: { title: string; text: string }) =>
  title ? [strong(title), /[.?!:]$/.test(title) ? " " : ". ", says] : [says];

/** True for what the calculators reckon with: a digest says nothing of it. */
const isAssumption = (id: string, library: Library): boolean =>
  library.entry(library.passage(id)?.entry ?? id)?.kind === "assumptions";

function changeParts(changes: readonly ContentChange[], input: DigestInput): Part[] {
  if (changes.length === 0) return [];
  const left = changes.length - shownChanges;
  const line = `digest changes ${input.list.words} since:${dayOf(new Date(input.since))}`;
  return [
    { kind: "heading", text: `Changed since ${formatDay(input.since, input.zone, input.now.getTime())}` },
    {
      kind: "list",
      items: changes.slice(0, shownChanges).map((change) => changeStatement(change, input.library, input.now)),
    },
    ...(left > 0
      ? [{ kind: "buttons" as const, buttons: [{ label: `${left} more ${left === 1 ? "change" : "changes"}`, line }] }]
      : []),
  ];
}

/** One link to go deeper, and the buttons for more of it. */
function deeper(passage: Parameters<typeof openLine>[1], library: Library): Part[] {
  const entry = passage && library.entry(passage.entry);
  if (!passage || !entry) return [];
  const line = openLine(entry, passage);
  const source = passage.sources.map((id) => library.source(entry.id, id)).find((found) => found?.url);
  const more: Button = { label: clip(`More on ${entry.title}`, 75), line };
  return [
    paragraph(source?.url ? text`Go deeper: ${link(source.title, source.url)}` : text`Go deeper: ${code(line)}`),
    {
      kind: "buttons",
      buttons: [
        more,
        { label: "Helpful", line: `rate yes ${passage.id} digest` },
        { label: "Not helpful", line: `rate no ${passage.id} digest` },
      ],
    },
  ];
}
