import type { Entry, Passage } from "#content/entry.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import { isOpenPoint } from "../passages/untold.ts";
import type { Relation } from "./dealing-asked.ts";
import type { Outsider } from "./outsiders.ts";

export type DealingAsked = { readonly outsider: Outsider; readonly relation: Relation };

type Teller = (passage: Passage, outsider: Outsider) => boolean;

/** Rows of a study that may name somebody. */
export function rowsNaming({ rows, documentsOf }: SearchIndex, entry: Entry, { mayBeIn }: Outsider): Passage[] {
  const naming: Passage[] = [];
  for (const document of documentsOf(entry)) {
    const row = mayBeIn(document) ? rows[document] : undefined;
    if (row) naming.push(row.passage);
  }
  return naming;
}

/** Those of them that tell what somebody has to do with the study, the most direct first. */
export function rowsOfDealing(passages: readonly Passage[], { outsider, relation }: DealingAsked): Passage[] {
  return tellers[relation].flatMap((tells) => passages.filter((passage) => tells(passage, outsider)));
}

/** The rows of a year, where there are such: a deal made in it before one that only speaks of it. */
export function ofYear(rows: readonly Passage[], year: string): readonly Passage[] {
  const begun = rows.filter((passage) => begins(passage).startsWith(year));
  return begun.length > 0 ? begun : rows.filter(({ text }) => text.includes(year));
}

const begins = ({ section, text, asOf }: Passage): string =>
  section === "partnerships" ? (/, since (\d{4})/.exec(text)?.[1] ?? "") : section === "timeline" ? asOf : "";

/** The title of a partnership is a name, which also an ordinary word may be. */
const isPartner: Teller = ({ section, title }, outsider) =>
  section === "partnerships" && outsider.in(`with ${title}`) !== undefined;

const says: Teller = ({ title, text }, outsider) => outsider.in(`${title}. ${text}`) !== undefined;

const within =
  (...wanted: readonly string[]): Teller =>
  (passage, outsider) =>
    wanted.includes(passage.section) && says(passage, outsider);

const labelled =
  (label: RegExp): Teller =>
  (passage, outsider) =>
    passage.section === "glance" && label.test(passage.title) && outsider.in(passage.text) !== undefined;

const role = /^[^:]{0,60}?\b(?:investors?|shareholders?)\b[^:]{0,60}, since /i;
const owning = /\b(?:invest(?:s|ed|or|ment)?|stake|equity|shareholder|convertible|cheque)\b/i;
const round = /\b(?:series|round|rais(?:es|ed)|invests?|stake|led|pays for)\b/i;

const tellers: Readonly<Record<Relation, readonly Teller[]>> = {
  acquires: [
    (passage, outsider) => labelled(/^Status$/)(passage, outsider) && /\b(?:acquired|bought)\b/.test(passage.text),
    (passage, outsider) =>
      isPartner(passage, outsider) && /\b(?:buyer|acqui\w+)\b[^:]{0,60}, since /.test(passage.text),
  ],
  invests: [
    (passage, outsider) => isPartner(passage, outsider) && role.test(passage.text),
    labelled(/^Main investors$/),
    labelled(/^Funding raised$/),
    (passage, outsider) => isPartner(passage, outsider) && owning.test(passage.text),
    (passage, outsider) =>
      passage.section === "timeline" && says(passage, outsider) && round.test(`${passage.title} ${passage.text}`),
  ],
  founds: [
    labelled(/^Founders$/),
    (passage, outsider) =>
      passage.section === "faq" && /^Who (?:founded|started)\b/.test(passage.title) && says(passage, outsider),
  ],
  deals: [isPartner],
  appears: [
    isPartner,
    within("glance"),
    within("partnerships"),
    within("timeline"),
    within("risks", "metrics"),
    within("faq"),
    (passage, outsider) => !isOpenPoint(passage) && says(passage, outsider),
  ],
};
