import type { Entry, Section } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { onceEach } from "#core/once-each.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight, type Unit } from "../question/units.ts";
import { holds, means, type Sense, senseOf } from "../vocabulary/sense.ts";
import { isStopWord, wordsOf } from "../words/tokens.ts";
import type { Listing } from "./listing.ts";

const kinds: ReadonlySet<string> = new Set(["checklist", "playbook", "idea"]);
const never: ReadonlySet<string> = new Set("date number cost why yes-no comparison place person".split(" "));

const asksWhole =
  /\b(?:check ?lists?|templates?|samples?|agenda|looks? like|points (?:of|in|for)|(?:goes|puts?) (?:in|into|on)|belongs? (?:in|into|to|on)|contains?|include)\b|\bsteps (?:of|for|to)\b/;
/** Words that ask for all lines of something, and say nothing of what. */
const forms =
  /^(?:check ?lists?|templates?|samples?|looks?|good|lists?|points?|steps?|goes|puts?|belongs?|contains?|include)$/;
const times = /^(?:before|after|during)$/;

/** Whether there is a form for something is answered with it: "is there a template for an NDA?" */
const asksForForm =
  /\b(?:is there|are there|do you have|have you|got|can i (?:have|get|see))\b.*\b(?:templates?|check ?lists?|agenda|samples?)\b/;

/** Fewer lines are no group. */
const fewest = 3;

/**
 * The lines of one group of a checklist, template or play, where it is asked for as a whole: "what goes in a QBR", "after
 * the first meeting". Every telling word must stand in the names of the group or its entry.
 */
export function groupAsked(search: SearchIndex, question: Question): Listing | undefined {
  const { lexicon } = search.reader;
  const line = question.words.join(" ");
  const isOther = question.kinds.some((kind) => never.has(kind) && !(kind === "yes-no" && asksForForm.test(line)));
  if (question.companies.length > 0 || isOther) return undefined;
  const telling = question.units.filter(({ text, weight }) => weight > tellingWeight && !forms.test(text));
  // "Partner" alone names none of them.
  const naming = telling.filter(({ facets }) => !facets.some((i) => lexicon.facets[i]?.id === "partners"));
  if (naming.length === 0) return undefined;
  const timed = question.words.filter((word) => times.test(word));
  const whole = asksWhole.test(line) || (isBare(telling, question) && !isTerm(search.library, line));
  if (!whole && timed.length === 0) return undefined;
  const named = question.others.filter(({ kind }) => kinds.has(kind));
  let best: { group: Group; fit: number } | undefined;
  for (const group of groupsOf(search)) {
    if (named.length > 0 && !named.includes(group.entry)) continue;
    const then = timed.some((word) => group.title.includes(word));
    if (!then && !whole) continue;
    const fit = fitOf(telling, naming, group, whole);
    const better = fit > 0 && then ? fit + atThatTime : fit;
    if (better > (best?.fit ?? 0)) best = { group, fit: better };
  }
  if (!best) return undefined;
  const { entry, section } = best.group;
  return { title: `${entry.title} · ${section.title}`, entry, passages: section.passages };
}

type Group = {
  readonly entry: Entry;
  readonly section: Section;
  readonly title: readonly string[];
  /** Its own names, and those of its entry. */
  readonly own: Sense;
  readonly around: Sense;
};

/** Sections that are lines without titles of their own. */
const groupsOf = onceEach(({ library, reader: { lexicon } }: SearchIndex): Group[] =>
  library.entries
    .filter(({ kind }) => kinds.has(kind))
    .flatMap((entry) => {
      const around = senseOf([entry.title, entry.id, ...entry.aliases, lexicon.hint(entry.id)].join(" · "), lexicon);
      return entry.sections
        .filter(
          ({ title: name, passages }) =>
            passages.length >= fewest && passages.every(({ title }) => title === "" || title === name),
        )
        .map((section) => ({
          entry,
          section,
          title: wordsOf(section.title),
          own: senseOf([section.title, section.id, ...section.aliases].join(" · "), lexicon),
          around,
        }));
    }),
);

/** "First call": a bare name asks for the whole, unless it is a term. */
const isBare = (telling: readonly Unit[], { words }: Question): boolean =>
  telling.every(({ facets }) => facets.length === 0) && telling.flatMap(({ stems }) => stems).length === words.length;

const isTerm = (library: Library, line: string): boolean =>
  library
    .ofKind("glossary")
    .some(({ sections }) =>
      sections.some(({ passages }) =>
        passages.some(({ title, aliases }) => [title, ...aliases].some((name) => wordsOf(name).join(" ") === line)),
      ),
    );

const atThatTime = 3;
const ownName = 2;

/**
 * How well a group fits; nothing where its names lack a word. A group of a playbook goes by its own name. `loose`: one word
 * may stand for another.
 */
function fitOf(
  telling: readonly Unit[],
  naming: readonly Unit[],
  { entry, title, own, around }: Group,
  loose: boolean,
): number {
  const isIn = ({ stems, concepts }: Unit, names: Sense) =>
    holds(names, stems) || ((loose || stems.length > 1) && means(names, concepts));
  if (!telling.every((unit) => unit.names === entry.id || isIn(unit, own) || isIn(unit, around))) return 0;
  const said = naming.filter((unit) => isIn(unit, own)).length;
  if (said === 0 && entry.kind !== "checklist") return 0;
  const exactly = naming.filter(({ stems }) => holds(own, stems) || holds(around, stems)).length;
  return 1 + ownName * said + exactly + said / (1 + title.filter((word) => !isStopWord(word)).length);
}
