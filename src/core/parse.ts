import type { Invocation, Origin } from "./invocation.ts";
import { formatWord, kebab } from "./line.ts";

/** Longest line taken; what is behind it is dropped before anything looks at it. */
export const longestLine = 12_000;

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/**
 * Text as people type or paste it, made plain: smart quotes, odd spaces, control characters, and Slack's wrappers
 * (`<https://a.b|label>`, `<#C1|general>`, `<@U1|ann>`, `&amp;`). Linear in its length.
 */
export function cleanText(raw: string): string {
  return raw
    .slice(0, longestLine)
    .toWellFormed()
    .replace(
      /<(https?:[^|<>\s]+)\|[^<>]*>|<(https?:[^|<>\s]+)>/g,
      (_, labelled?: string, bare?: string) => labelled ?? bare ?? "",
    )
    .replace(/<mailto:([^|<>\s]+)(?:\|[^<>]*)?>/g, "$1")
    .replace(/<#[A-Z0-9]+\|([^<>]*)>/g, "#$1")
    .replace(/<@[A-Z0-9]+\|([^<>]*)>/g, "@$1")
    .replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity)
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, "")
    .trim();
}

/** Words of a line; quotes keep words together (`"why it matters"`, `title="two words"`). An open quote is a letter. */
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
      word += line.slice(i + 1, close);
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
  const close = line.indexOf(line[open] ?? "", open + 1);
  if (close < 0 || close - open > 2000) return -1;
  return close + 1 === line.length || /[\s),.?!]/.test(line[close + 1] ?? "") ? close : -1;
}

/** Courtesy in front of a command: "please", "hey", "show me". */
const courtesy =
  /^(?:(?:please|pls|hey|hi|hello|ok|okay|casebook|show|give|tell|me|the|a|us|can|you|could|run|open|get|see)[,:!.]?\s+)+/i;

const pair = /^([A-Za-z][A-Za-z-]{0,30})\s*[=:]\s*(.+)$/s;

/** What the parser must know about a command: its name and the names of its options. */
export type Grammar = { readonly name: string; readonly optionNames: readonly string[] };

/**
 * Splits a line into an invocation. A line that names no command becomes `ask` with the whole text; a slash in front
 * says that a command was meant, and then the first word stands as typed. Never throws.
 */
export function parseLine(raw: string, grammars: readonly Grammar[], origin: Origin): Invocation {
  const cleaned = cleanText(raw);
  const slash = /^\s*\//.test(cleaned);
  const bare = cleaned.replace(/^\/\s*/, "");
  const grammar = commandOf(bare, grammars) ?? (slash ? undefined : commandOf(bare.replace(courtesy, ""), grammars));
  if (!grammar) {
    const [first = "", ...others] = bare.split(" ");
    if (slash && first) return parseRest(first.toLowerCase(), others.join(" "), [], origin);
    return parseRest("ask", bare, grammars.find(({ name }) => name === "ask")?.optionNames ?? [], origin);
  }
  const text = commandOf(bare, grammars) ? bare : bare.replace(courtesy, "");
  return parseRest(
    grammar.name,
    text.slice(text.indexOf(" ") < 0 ? text.length : text.indexOf(" ") + 1),
    grammar.optionNames,
    origin,
  );
}

function commandOf(text: string, grammars: readonly Grammar[]): Grammar | undefined {
  const first = /^[^\s?!.,]*/.exec(text)?.[0].toLowerCase();
  return grammars.find((grammar) => grammar.name === first);
}

/** Parses what stands behind a command's name. */
export function parseRest(command: string, raw: string, optionNames: readonly string[], origin: Origin): Invocation {
  const words: string[] = [];
  const named: Record<string, string> = {};
  let page = 1;
  let share = false;
  const tokens = splitWords(cleanText(raw));
  if (/^share[.!]?$/i.test(tokens.at(-1) ?? "")) {
    share = true;
    tokens.pop();
  }
  const kept: string[] = [];
  for (const token of tokens) {
    const match = pair.exec(token);
    const key = match?.[1]?.toLowerCase();
    const value = match?.[2]?.trim() ?? "";
    const option = key && optionNames.find((name) => kebab(name) === key || name.toLowerCase() === key);
    if (key === "page" && /^\d{1,4}$/.test(value)) page = Math.max(1, Number(value));
    else if (option) named[option] = value;
    else {
      words.push(token);
      kept.push(formatWord(token));
    }
  }
  return { command, words, named, rest: kept.join(" "), share, page, origin };
}
