import type { Entry, Passage } from "#content/entry.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import { saysItself } from "../question/places.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight, type Unit } from "../question/units.ts";
import { isStopWord, wordsOf } from "../words/tokens.ts";
import { asksAmongStudies } from "./dealing-asked.ts";
import type { Listing } from "./listing.ts";
import { literally, outsiderOf } from "./outsiders.ts";

const ofFounders =
  /^(?:and |so )?(?:(?:which|what|who)(?: of| among)?(?: all)?(?: the| these| our)? (?:co)?founders?|(?:(?:do|did|have|has|are|were) )?any(?: of)?(?: the| these| our)? (?:co)?founders?)\b/;
const startedBy = /\b(?:(?:co)?founded|started|set up|created|launched|begun) by\b/;
const framing =
  /^(?:(?:co)?found(?:ers?|ed|ing)|start(?:ed|ing)|set|creat(?:ed|ing)|launch(?:ed|ing)|begun|came|come|comes|hails?|out|used?|work(?:ed|s|ing)?|employ(?:ed|ees?)|job|jobs|before|previously|earlier|once|former(?:ly)?|ex|people|somebody|someone|companies|company|firms?|labs?|startups?|stud(?:y|ies)|cases?|outfits?|left|leave|spent|time|stint|background)$/;

/** What stands before whom founders worked for. */
const from = /^(?:at|from|for|by|ex|former|left)$/;

/** Whether the founders of all studies are asked about. */
export const asksFounders = (words: readonly string[]): boolean => ofFounders.test(words.join(" "));

/**
 * Which founders of all studies were something before: "which of them worked at Google or Meta?", "which companies were
 * started by professors?" Of each study the row on its founders that says it; of what "or" joins, one will do.
 */
export function foundersWho(search: SearchIndex, question: Question): Listing | undefined {
  const { words, units, text } = question;
  const line = words.join(" ");
  if (!asksFounders(words) && !(asksAmongStudies(line) && startedBy.test(line))) return undefined;
  const rest = words.filter((word) => !isStopWord(word) && !framing.test(word));
  const asked = units.filter(
    (unit) => !unit.names && unit.weight > tellingWeight && unit.text.split(" ").some((word) => rest.includes(word)),
  );
  const named = search.reader.names.companiesIn(words);
  // "Founders who came from OpenAI" are those of others.
  const former = [...named]
    .map((id) => id.split("-"))
    .filter(([first = ""]) => from.test(words[words.indexOf(first) - 1] ?? ""));
  if (asked.length + former.length === 0 || former.length < named.size) return undefined;
  const employers = former.map((name) => outsiderOf(name, search));
  const cameFrom = ({ text: said }: Passage) => employers.every((employer) => isFrom(employer.in(said), said));
  const isEither = /\p{L}\/\p{L}|\bor\b/u.test(text);
  const rows = search.library.ofKind("case-study").flatMap((entry) => {
    if (named.has(entry.id)) return [];
    const says = (passage: Passage) => {
      const isSaid = (unit: Unit) => saysItself(unit, search.read(passage, entry).held());
      return cameFrom(passage) && (asked.length === 0 || (isEither ? asked.some(isSaid) : asked.every(isSaid)));
    };
    return onFounders(entry).find(says) ?? [];
  });
  if (rows.length === 0) return undefined;
  return {
    title: `Founders: ${[...asked.map(({ text }) => text), ...former.map((name) => name.join(" "))].join(isEither ? " or " : " ")}, all studies`,
    entry: undefined,
    passages: rows,
  };
}

/** Whether a text says of somebody to be of a firm, or to have left it. */
const isFrom = (firm: string | undefined, text: string): boolean =>
  firm !== undefined &&
  new RegExp(`\\b(?:from|left|leaving|at|of|ex|former(?:ly)?)[\\s-]+${literally(firm)}`, "i").test(text);

/** What a study says of its founders: the row of that name, who founded it, and who each of them is. */
function onFounders({ sections }: Entry): Passage[] {
  const rows = sections.flatMap(({ passages }) => passages);
  const glance = rows.filter(({ section, title }) => section === "glance" && title === "Founders");
  const names = glance.map(({ text }) => wordsOf(text).join(" ")).join(" ");
  const isOne = (title: string) => {
    const who = wordsOf(/^Who (?:is|are) (.+?)\?/.exec(title)?.[1] ?? "")
      .slice(0, 2)
      .join(" ");
    return who.includes(" ") && names.includes(who);
  };
  const faq = rows.filter(
    ({ section, title }) => section === "faq" && (/^Who (?:co-)?founded (?!and\b)/.test(title) || isOne(title)),
  );
  return [...glance, ...faq];
}
