import type { Entry } from "#content/entry.ts";
import type { NamedAt } from "./entries-named.ts";
import { withoutOpening } from "./lead.ts";

/** Several are meant, where several were named: "which of them is bigger?", "what do both charge?" */
export const several =
  /\b(?:(?<asking>which|who|what) (?:of (?:them|these|those|the (?:two|three|four))|one\b(?! of))|the (?:two|three|four)(?: of them)?|(?:two|three|four) of them|all of them|both(?: of them)?|they|them|their)\b/i;

/** One of several is looked for: "who works with Microsoft?" */
const whoOfThem = /^who (?=(?:else )?(?:works?|partners?|competes|cooperates) with\b)/i;

/** Nothing says by what: "who is the biggest?" */
const biggest =
  /^(?:and |so )?(?:who|which(?: one| company| of (?:them|these|those))?)(?:['’]?s| is| are) (?:the )?(?:biggest|largest)(?: one| company)?[?!.\s]*$/i;

/** The question with the names of all in place of what stands for them, or behind it. */
export function ofAll(question: string, entries: readonly Entry[]): string {
  const titles = entries.map(({ title }) => title);
  const names = listed(titles);
  if (biggest.test(question)) return `rank ${titles.join(" and ")} by valuation`;
  if (whoOfThem.test(question)) return question.replace(whoOfThem, `which of ${names} `);
  return several.test(question)
    ? question.replace(several, (said: string, asking?: string) => {
        if (asking) return `${asking} of ${names}`;
        return /^their$/i.test(said) ? listed(titles, "'s") : names;
      })
    : `${question.replace(/[\s?!.…]+$/, "")}: ${names}?`;
}

const ofOneAlone: Readonly<Record<string, string>> = { do: "does", are: "is", were: "was", have: "has" };

/** A verb as it is said of one: "does" for "do"; any other as it is. */
export const singular = (verb: string): string => ofOneAlone[verb.toLowerCase()] ?? verb;

const pronounAsked = /\b(do|does|did|are|is|were|was|have|has) (?:they|it)\b/i;

/** The question with the name of one in place of the word that stands for it: "what does OpenAI charge?" Undefined where none does. */
export function ofOne(question: string, { title }: Entry): string | undefined {
  const bare = withoutOpening(question);
  const named = pronounAsked.test(bare)
    ? bare.replace(pronounAsked, (_, verb: string) => `${singular(verb.toLowerCase())} ${title}`)
    : bare.replace(/\b(?:(their|its)|them)\b/i, (_, whose?: string) => (whose ? `${title}'s` : title));
  return named === bare ? undefined : named;
}

/** "A, B and C", each with the same ending. */
export const listed = (names: readonly string[], ending = ""): string => {
  const said = names.map((name) => `${name}${ending}`);
  return said.length < 2 ? said.join("") : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
};

/** A question with another name, or others, in place of one; a possessive and its punctuation stay. */
export function renamed(
  question: string,
  { from, to }: Pick<NamedAt, "from" | "to">,
  name: string | ((possessive: string) => string),
): string {
  const words = question.split(/\s+/);
  const [, possessive = "", marks = ""] = /((?:['’]s)?)([?!.,;:]*)$/.exec(words[to - 1] ?? "") ?? [];
  const put = typeof name === "string" ? `${name}${possessive}` : name(possessive);
  return [...words.slice(0, from), `${put}${marks}`, ...words.slice(to)].join(" ");
}

/** A question about several with the name of one in their place: "what does OpenAI charge?" */
export function ofItAlone(question: string, at: Pick<NamedAt, "from" | "to">, { title }: Entry): string {
  const verb = question.split(/\s+/)[at.from - 1] ?? "";
  return at.from > 0
    ? renamed(question, { ...at, from: at.from - 1 }, `${singular(verb)} ${title}`)
    : renamed(question, at, title);
}
