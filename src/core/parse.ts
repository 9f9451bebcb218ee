import type { AnyCommand } from "./command.ts";
import type { Invocation, Origin } from "./invocation.ts";
import { formatWord, kebab } from "./line.ts";
import { unitBehind } from "./unit-behind.ts";

/** Longest line taken; what is behind it is dropped before anything looks at it. */
export const longestLine = 12_000;

/** Text as people type or paste it, made plain: smart quotes, odd spaces, control characters. Linear in its length. */
export function cleanText(raw: string): string {
  return raw
    .slice(0, longestLine)
    .toWellFormed()
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, "")
    .trim();
}

/**
 * Words of a line; quotes keep words together (`"why it matters"`, `title="two words"`), and between double ones `""` is
 * a quote. An open quote is a letter.
 */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  let word = "";
  let started = false;
  for (let i = 0; i < line.length; i++) {
    const letter = line[i] ?? "";
    if (letter === " ") {
      if (started) words.push(word);
      word = "";
      started = false;
      continue;
    }
    const close = (letter === '"' || letter === "'") && opensQuote(line, i) ? closingQuote(line, i) : -1;
    started = true;
    if (close > 0) {
      const quoted = line.slice(i + 1, close);
      word += letter === '"' ? quoted.replaceAll('""', '"') : quoted;
      i = close;
    } else word += letter;
  }
  if (started) words.push(word);
  return words;
}

function opensQuote(line: string, i: number): boolean {
  return i === 0 || /[\s=:(]/.test(line[i - 1] ?? "");
}

function closingQuote(line: string, open: number): number {
  const quote = line[open] ?? "";
  let close = line.indexOf(quote, open + 1);
  while (close > 0 && quote === '"' && line[close + 1] === quote) close = line.indexOf(quote, close + 2);
  if (close < 0) return -1;
  return close + 1 === line.length || /[\s),.?!]/.test(line[close + 1] ?? "") ? close : -1;
}

/** Courtesy in front of a command: "please", "hey", "show me". */
const courtesy =
  /^(?:(?:please|pls|hey|hi|hello|ok|okay|casebook|show|give|tell|me|the|a|us|can|you|could|run|open|get|see)[,:!.]?\s+)+/i;

/** The bot called by its name where that is no mention of the platform's own. */
const calledByName = /^@casebook\b[\s,:]*/i;

const pair = /^([A-Za-z][A-Za-z-]{0,30})\s*[=:]\s*(.+)$/s;

/** What the parser must know about a command. */
export type Grammar = Pick<AnyCommand, "name" | "keeps" | "ownWords"> & {
  /** As they are declared, in camelCase. */
  readonly optionNames: readonly string[];
};

/**
 * Splits a line into an invocation. A line that names no command becomes `ask` with the whole text; a slash in front
 * says that a command was meant, and then the first word stands as typed. Never throws.
 */
export function parseLine(raw: string, grammars: readonly Grammar[], origin: Origin): Invocation {
  const cleaned = cleanText(raw).replace(calledByName, "");
  const slash = cleaned.startsWith("/");
  const bare = cleaned.replace(/^\/\s*/, "");
  const polite = slash ? bare : bare.replace(courtesy, "");
  for (const text of [bare, polite]) {
    const grammar = commandOf(text, grammars);
    if (grammar) return parseRest(grammar, text.replace(/^\S+ ?/, ""), origin);
  }
  const [first = "", ...others] = bare.split(" ");
  if (slash && first) return parseRest({ name: first.toLowerCase(), optionNames: [] }, others.join(" "), origin);
  const ask = grammars.find(({ name }) => name === "ask") ?? { name: "ask", optionNames: [] };
  return parseRest(ask, bare, origin);
}

function commandOf(text: string, grammars: readonly Grammar[]): Grammar | undefined {
  const first = /^[^\s?!.,]*/.exec(text)?.[0].toLowerCase();
  return grammars.find((grammar) => grammar.name === first);
}

/** Parses clean text that stands behind a command's name. */
export function parseRest(grammar: Grammar, text: string, origin: Origin): Invocation {
  const { name: command, optionNames } = grammar;
  const words: string[] = [];
  const named: Record<string, string> = {};
  let page = 1;
  const tokens = splitWords(text);
  let share = !mayBeOwn(grammar, tokens) && /^share[.!]?$/i.test(tokens.at(-1) ?? "");
  if (share) tokens.pop();
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? "";
    const match = pair.exec(token);
    const key = match?.[1]?.toLowerCase();
    const value = match?.[2]?.trim() ?? "";
    const option = key && optionNames.find((name) => kebab(name) === key || name.toLowerCase() === key);
    if (key === "page" && /^\d{1,4}$/.test(value)) page = Math.max(1, Number(value));
    else if (option) {
      const more = unitBehind(value, tokens.slice(i + 1));
      named[option] = [value, ...tokens.slice(i + 1, i + 1 + more)].join(" ");
      i += more;
    } else if (key === "share" && /^(?:yes|no)[.!]?$/i.test(value)) share = /^yes/i.test(value);
    else words.push(token);
  }
  return { command, words, named, rest: words.map(formatWord).join(" "), share, page, origin };
}

/** Whether a bare `share` at the end may belong to what is asked: "what is nvidia's market share". */
function mayBeOwn({ ownWords, keeps }: Grammar, [first = ""]: readonly string[]): boolean {
  return ownWords ?? (keeps !== undefined && !keeps.includes(first.toLowerCase()));
}
