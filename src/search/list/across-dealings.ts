import type { Entry, Passage } from "#content/entry.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import { saysItself } from "../question/places.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight, type Unit } from "../question/units.ts";
import { relationsIn } from "./dealing-asked.ts";
import { type DealingAsked, ofYear, rowsNaming, rowsOfDealing } from "./dealing-rows.ts";
import { namingsIn, scopeOf } from "./dealing-scope.ts";
import type { Listing } from "./listing.ts";
import { literally, type Outsider, outsiderOf } from "./outsiders.ts";

/**
 * What somebody has to do with several of the studied companies: "Nvidia invested in which of them, besides OpenAI?", "which
 * two did business with SpaceX in 2026?" One row of each study that has one; nothing where the line asks no such thing.
 */
export function dealingsNamed(search: SearchIndex, question: Question): Listing | undefined {
  const scope = scopeOf(search, question);
  if (!scope) return undefined;
  const { words, units } = question;
  for (const naming of namingsIn(scope, search, question)) {
    const rest = words.filter((word) => scope.isRest(word) && !naming.words.includes(word));
    const isRest = ({ text }: Unit) => rest.some((word) => ` ${text} `.includes(` ${word} `));
    const outsider = outsiderOf(naming.words, search);
    const studies = scope.studies
      .map((entry) => ({ entry, rows: rowsNaming(search, entry, outsider) }))
      .filter(({ rows }) => rows.length > 0);
    const asked: Asked = {
      studies,
      year: scope.year,
      outsider,
      also: units.filter((unit) => unit.weight > tellingWeight && isRest(unit)),
    };
    for (const relation of relationsIn(words.join(" "))) {
      if (isTurned(naming.before, relation)) continue;
      const passages = rowsAsked(search, { ...asked, relation });
      if (passages.length === 0) continue;
      const title = `${nameIn(passages, naming.words, asked.outsider)}${scope.says}`;
      return { title, entry: undefined, passages };
    }
  }
  return undefined;
}

/** Whom the companies put money into is another question than who put money into them. */
const isTurned = (before: string, relation: string): boolean => relation === "invests" && /^(?:in|into)$/.test(before);

/** The name as the rows write it, where they can as it was typed. */
function nameIn(rows: readonly Passage[], typed: readonly string[], { in: written }: Outsider): string {
  const texts = rows.map(({ title, text }) => `with ${title}. ${text}`);
  const asTyped = new RegExp(`(?<![\\p{L}])${typed.map(literally).join("[^\\p{L}\\p{N}]{1,3}")}(?![\\p{L}])`, "iu");
  return (
    texts.flatMap((text) => asTyped.exec(text)?.[0] ?? [])[0] ??
    texts.flatMap((text) => written(text) ?? [])[0] ??
    typed.join(" ")
  );
}

type Asked = Omit<DealingAsked, "relation"> & {
  /** The studies asked about, with their rows that may name whoever it is. */
  readonly studies: readonly { readonly entry: Entry; readonly rows: readonly Passage[] }[];
  readonly year: string | undefined;
  /** What else a row must say. */
  readonly also: readonly Unit[];
};

/** One row a study, those that tell it most directly first. */
function rowsAsked(search: SearchIndex, asked: Asked & DealingAsked): Passage[] {
  const found = asked.studies.map(({ entry, rows }) =>
    rowsOfDealing(rows, asked).filter((passage) => saysAll(search, asked.also, passage, entry)),
  );
  const all = found.flat();
  const ofThen = asked.year ? ofYear(all, asked.year) : [];
  const wanted = ofThen.length > 0 ? ofThen : all;
  return found
    .flatMap((rows) => rows.find((row) => wanted.includes(row)) ?? [])
    .toSorted((a, b) => Number(a.section !== "partnerships") - Number(b.section !== "partnerships"));
}

function saysAll(search: SearchIndex, units: readonly Unit[], passage: Passage, entry: Entry): boolean {
  if (units.length === 0) return true;
  const held = search.read(passage, entry).held();
  return units.every((unit) => saysItself(unit, held));
}
