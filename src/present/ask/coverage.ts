import type { Entry, Passage } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { formatWord } from "#core/line.ts";
import { fold } from "#core/nearest.ts";
import { type Answer, type Button, paragraph } from "#core/reply.ts";
import { groupInFront } from "../case/groups.ts";
import { openLine } from "../open-line.ts";
import { eitherOf } from "../unknown.ts";
import { browsingOf } from "./browse.ts";
import { termNamed } from "./material.ts";
import { openers } from "./openers.ts";

/**
 * What is asked of the casebook's own extent: whether it has something, or something is anywhere in it, what it has on it,
 * which studies are of a kind.
 */
type Asked = { readonly asks: "whether" | "inside" | "what" | "which"; readonly name: string };

const book = "(?:(?:the|your|this) (?:casebook|library|bot)|casebook)";
const has = `(?:(?:do you|does ${book}|have you) (?:have|got)|is there|are there)`;
const studies = "(?:case stud(?:y|ies)|studies|study|cases?)";
const within = `(?:(?:(?:covered|included|listed|described|mentioned) )?(?:in|by|part of) (?:${book}|here)|covered)`;
const forms: readonly (readonly [Asked["asks"], RegExp])[] = (
  [
    ["inside", `(?:is|are) (?<name>.+?) ${within}`],
    ["whether", `(?:do you|does ${book}) (?:also )?(?:cover|include|know(?: about| of)?) (?<name>.+?)`],
    ["whether", `${has} (?:an? |any |the )?(?:${studies}|entry|entries|page|profile) (?:on|about|for) (?<name>.+?)`],
    ["what", `what (?:do you have|have you got|does ${book} have|is there|is in ${book}) (?:on|about) (?<name>.+?)`],
    ["what", `(?:${has} )?(?:anything|something|any material|any content) (?:on|about) (?<name>.+?)`],
    [
      "which",
      `(?:which|what) (?:${studies}|companies) (?:do you have |are there )?(?:cover|are (?:about|on|in|from)|about|on|in|from|for) (?<name>.+?)`,
    ],
    [
      "which",
      `(?:(?:list|show(?: me)?|which|what) )?(?:all )?(?:the )?(?<name>.+?) (?:${studies}|companies)(?: (?:do you (?:have|know|cover)|are there|does ${book} have))?`,
    ],
  ] as const
).map(([asks, form]) => [asks, new RegExp(`^${form}(?: (?:in ${book}|here|please|yet|too|already))*[?!. ]*$`, "i")]);

/** Letters of a text, and words of a name; what is longer asks something of its own. */
const longestText = 100;
const longestName = 4;

/** No name begins so. */
const noName =
  /^(?:who|what|which|when|where|why|how|whether|if|any(?:one|body|thing)?|some(?:one|body|thing)?|you|i|we|they|it|this|that|these|those|them|their|its|our|my|your|all|an?|the)\b/i;

/** The ways in which a question may ask what the casebook covers. */
function coverageAsked(question: string): readonly Asked[] {
  if (question.length > longestText) return [];
  return forms.flatMap(([asks, form]) => {
    const name = form.exec(question.trim())?.groups?.name ?? "";
    const isName = name !== "" && name.split(/\s+/).length <= longestName && !noName.test(name);
    return isName ? [{ asks, name }] : [];
  });
}

/** What answers such a question: the line of another command, the study, or that there is none. */
export type Coverage =
  | { readonly runs: string }
  | { readonly study: Entry }
  | { readonly missing: string; readonly rows: readonly Passage[]; readonly person: boolean };

/**
 * Reads what the casebook covers of what is asked for: "is Cohere in the casebook?", "which case studies cover web3?", "what
 * do you have on fintech?" Undefined where none of that is asked, or a look-up tells more: of a study, of a term, of what is
 * no name, and within a talk on an entry, where what there is on something is asked of that.
 */
export function coverageOf(question: string, library: Library, withinTalk = false): Coverage | undefined {
  for (const { asks, name } of coverageAsked(question)) {
    const group = groupInFront(name.split(/\s+/), library);
    if (group && fold(group) === fold(name)) return { runs: `case ${group}` };
    if (asks === "which") continue;
    const found = library.find(name);
    const entry = found.match && found.how !== "prefix" ? found.match : undefined;
    const term = entry ? undefined : termNamed(name, library);
    if (asks === "what") return entry || term || withinTalk ? undefined : { runs: `find ${name}` };
    if (entry?.kind === "case-study") return { study: entry };
    const line = entry ? openLine(entry) : (term ?? browsingOf(name));
    if (line) return { runs: line };
    const rows = rowsSaying(name, library);
    if (isNameOf(name, rows, library)) return { missing: name, rows, person: rows.some((row) => tellsWho(row, name)) };
    if (asks === "inside" && rows.length > 0) return { runs: `find ${name}` };
  }
  return undefined;
}

const textsOf = ({ title, text, aliases, also }: Passage): readonly string[] => [
  title,
  text,
  ...aliases,
  ...also.map((rival) => rival.text),
];

/** Words of a company's name, or a product's; what has more is a subject. */
const mostNameWords = 2;

/**
 * Whether something is the proper name of a thing, which no row answers for: the rows write it with capitals amid their
 * sentences, or none of them has one of its words. "Hiring" and "partner tiers" are no names.
 */
function isNameOf(name: string, rows: readonly Passage[], { passages }: Library): boolean {
  const words = name.split(/\s+/);
  if (words.length > mostNameWords) return false;
  if (rows.length > 0) {
    const spellings = rows.flatMap(textsOf).flatMap((text) => spellingsIn(text, name));
    return spellings.filter(isCapital).length * 2 > spellings.length;
  }
  return words.some((word) => !passages.some((row) => textsOf(row).some((text) => says(text, word))));
}

const isCapital = (name: string): boolean => name.split(/\s+/).every((word) => /^[\p{Lu}\p{N}]/u.test(word));

/** How a text spells a name, but for the beginnings of its sentences. */
function spellingsIn(text: string, name: string): string[] {
  const lower = text.toLowerCase();
  const spellings: string[] = [];
  for (let at = lower.indexOf(name.toLowerCase(), 1); at > 0; at = lower.indexOf(name.toLowerCase(), at + 1))
    if (/[\p{L}\p{N},;(] ?$/u.test(text.slice(at - 2, at))) spellings.push(text.slice(at, at + name.length));
  return spellings;
}

/** Whether a text has a name, as words of its own. */
const says = (text: string, name: string): boolean =>
  text.toLowerCase().includes(name.toLowerCase()) && ` ${fold(text)} `.includes(` ${fold(name)} `);

/** Whether a row says who somebody is: "Who is Ali Ghodsi?", "Alex Blania's background", a name among the founders. */
const tellsWho = ({ title, text }: Passage, name: string): boolean =>
  title === "Founders" ? says(text, name) : ofPersons.test(title) && says(title.replace(/[’']s\b/g, ""), name);

const ofPersons = /^who (?:is|are)\b|\bbackground\b/i;

function rowsSaying(name: string, { passages }: Library): Passage[] {
  return passages.filter((row) => textsOf(row).some((text) => says(text, name)));
}

/** Says whether the casebook has an entry on something, and where else it speaks of it. */
export function sayCoverage(coverage: Exclude<Coverage, { runs: string }>, question: string, library: Library): Answer {
  const data = { question, confidence: 1, kind: "fact", answers: [], nearest: [] };
  if ("study" in coverage) {
    const { id, title, summary } = coverage.study;
    return {
      title: clip(`Yes: ${title} has a case study`, 120),
      parts: [
        paragraph(summary),
        {
          kind: "buttons",
          buttons: [...openers([coverage.study]), { label: "Brief before a call", line: `brief ${id}` }],
        },
      ],
      data: { ...data, answered: true, subjects: [id] },
    };
  }
  const { missing, rows } = coverage;
  const name = clip(asWritten(missing, rows), 60);
  const entries = [...Map.groupBy(rows, ({ entry }) => entry)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .flatMap(([id]) => library.entry(id) ?? []);
  const told = rows.length === 1 ? "One row speaks" : `${rows.length} rows speak`;
  const where = entries.length > mostNamed ? `${entries.length} entries` : all(entries);
  const buttons: Button[] =
    rows.length > 0
      ? [
          { label: clip(`Find ${name}`, 75), line: `find ${missing.split(/\s+/).map(formatWord).join(" ")}` },
          ...openers(entries),
        ]
      : [{ label: "Case studies", line: "case" }];
  return {
    ok: false,
    title: `No entry on ${name}`,
    parts: [
      paragraph(
        rows.length > 0
          ? `The casebook has no entry of that name. ${told} of ${name}, in ${where}.`
          : "The casebook has no entry of that name, and no row speaks of it.",
      ),
      { kind: "buttons", buttons },
    ],
    data: { ...data, answered: false, confidence: 0, subjects: [] },
  };
}

/** As many entries as are named one by one. */
const mostNamed = 4;

const all = (entries: readonly Entry[]): string =>
  eitherOf(entries.map(({ title }) => title)).replace(/ or (?=[^,]*$)/, " and ");

/** As the casebook writes it: "Cohere" for "cohere". */
function asWritten(name: string, rows: readonly Passage[]): string {
  const said = rows.flatMap(textsOf).find((text) => text.toLowerCase().includes(name.toLowerCase())) ?? name;
  const at = said.toLowerCase().indexOf(name.toLowerCase());
  return said.slice(at, at + name.length);
}
