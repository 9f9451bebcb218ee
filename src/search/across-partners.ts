import type { Entry, Passage } from "#content/entry.ts";
import { denied } from "./across-asked.ts";
import { amongSaid, nicheIn, residue, studiesAsked } from "./across-rows.ts";
import type { Listing } from "./list.ts";
import type { SearchIndex } from "./passages.ts";
import { meet, places } from "./places.ts";
import type { Question } from "./question.ts";
import { isStopWord, stem, wordsOf } from "./tokens.ts";
import type { Unit } from "./units.ts";

const asksWhom =
  /\bwho(?:m|se)?\b|\b(?:which|what|list|name|all)(?: of)?(?: all| the| these| your| \p{L}+)? (?:companies|company|startups?|firms?|studies|cases)\b/u;

/** A denial turns the question round, and no row tells who is no partner. */

/** Who is no partner of somebody: "which company doesn't work with AWS?" */
export function asksForNone({ text, words, companies }: Question): boolean {
  return companies.length === 0 && denied.test(text) && /^(?:which|what) (?:\p{L}+ )?compan/u.test(words.join(" "));
}

/** "Who partners with AWS?": of each study the partner of that name; of investors, those that invest. */
export function partnersNamed(search: SearchIndex, question: Question): Listing | undefined {
  const { units, facets, kinds, words, text, companies } = question;
  const line = words.join(" ");
  if (!kinds.includes("list") && !kinds.includes("person")) return undefined;
  const asksOfNamed = companies.length > 1 && /^(?:which|who) of\b/.test(line);
  if (!(asksOfNamed || asksWhom.test(line)) || denied.test(text)) return undefined;
  const niche = nicheIn(line);
  for (const facet of facets) {
    const id = search.reader.lexicon.facets[facet]?.id;
    if (id !== "partners" && id !== "investors") continue;
    const rest = residue(units, facet).filter((unit) => !niche?.words.has(unit.text));
    const [name, another] = rest;
    if (!name || another) continue;
    const asking = id === "investors" ? units.find((unit) => unit.facets.includes(facet)) : undefined;
    const named = withoutWideGroups(name, search);
    const rows = studiesAsked(search, question, niche).flatMap((entry): Row[] => {
      const partners = entry.sections.find(({ id: section }) => section === "partnerships")?.passages ?? [];
      const passage = partners.find((partner) => {
        const { said, meant } = meet(named, search.read(partner, entry).held());
        return ((said | meant) & places.title) !== 0 && (!asking || isRole(asking, partner, search));
      });
      return passage ? [{ passage, entry }] : [];
    });
    if (rows.length > 0)
      return {
        title: [titleWith(name, rows), ...amongSaid(question, niche)].join(", "),
        entry: undefined,
        passages: rows.map(({ passage }) => passage),
      };
  }
  return undefined;
}

/** What a partner is, as its row begins: "investor, cloud, since 2023". */
export function isRole({ stems, concepts }: Unit, { text }: Passage, { reader }: SearchIndex): boolean {
  const role = wordsOf(text.split(", since ")[0]?.slice(0, longestRole) ?? "").map(stem);
  const meant = new Set([...stems, ...concepts.flatMap((concept) => reader.lexicon.members(concept))]);
  return role.some((term) => meant.has(term) && !isStopWord(term));
}

const longestRole = 100;

/** Words of one company stand for another ("amazon"), those of a trade ("consultancies") for nobody. */
function withoutWideGroups(unit: Unit, { reader }: SearchIndex): Unit {
  return { ...unit, concepts: unit.concepts.filter((concept) => reader.lexicon.members(concept).length <= namesOfOne) };
}

const namesOfOne = 10;

/** The name as the rows write it. */
function titleWith({ text }: Unit, rows: readonly Row[]): string {
  const written = new RegExp(`\\b${text.replace(/[^\p{L}\p{N} ]/gu, ".")}\\b`, "iu");
  for (const { passage } of rows) {
    const match = written.exec(`${passage.title} ${passage.text}`);
    if (match) return match[0];
  }
  return text;
}

type Row = { readonly passage: Passage; readonly entry: Entry };
