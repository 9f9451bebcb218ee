/** What a reader of Discord sees: the letters, and every piece of markup that is not just letters. */
export type Reading = { readonly letters: string; readonly marks: readonly string[] };

type Rule = { readonly name: string; readonly match: RegExp; readonly inner?: number };

/**
 * Discord's inline markup in the order it is tried, after its own description of message formatting and what its
 * clients do: https://docs.discord.com/developers/reference#message-formatting,
 * https://support.discord.com/hc/en-us/articles/210298617
 */
const inline: readonly Rule[] = [
  { name: "code block", match: /^```[\s\S]+?```/ },
  { name: "code", match: /^(`+)[\s\S]*?[^`]\1(?!`)/ },
  { name: "user or role", match: /^<@[!&]?\d+>/ },
  { name: "channel", match: /^<#\d+>/ },
  { name: "command", match: /^<\/[^>:]+:\d+>/ },
  { name: "time", match: /^<t:-?\d+(?::\w)?>/ },
  { name: "custom emoji", match: /^<a?:\w+:\d+>/ },
  { name: "server place", match: /^<id:\w+>|^<\d+:\w[\w-]*>/ },
  { name: "address in brackets", match: /^<(?:[a-z]+:\/\/|mailto:|tel:|\+?\d)[^\s>]*>/i },
  { name: "mail", match: /^<[^\s@<>]+@[^\s<>]+\.[^\s<>]+>/ },
  { name: "masked link", match: /^\[([^[\]]*(?:\[[^[\]]*\][^[\]]*)*)\]\(\s*<?[^\s)]*>?[^)]*\)/, inner: 1 },
  { name: "address", match: /^[a-z]+:\/\/[^\s<]+/i },
  { name: "everyone", match: /^@(?:everyone|here)/ },
  { name: "spoiler", match: /^\|\|([\s\S]+?)\|\|/, inner: 1 },
  { name: "strike", match: /^~~([\s\S]+?)~~/, inner: 1 },
  { name: "bold", match: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, inner: 1 },
  { name: "underline", match: /^__((?:\\[\s\S]|[^\\])+?)__/, inner: 1 },
  { name: "italic", match: /^\*(?=\S)((?:\\[\s\S]|\*\*|[^\\*])+?)\*(?!\*)/, inner: 1 },
  { name: "italic", match: /^_((?:\\[\s\S]|__|[^\\_])+?)_\b/, inner: 1 },
  { name: "emoji", match: /^:[\w+-]+:/ },
];

/** Markup that begins a line. */
const starts: readonly Rule[] = [
  { name: "heading", match: /^ *#{1,3} +/ },
  { name: "subtext", match: /^ *-# +/ },
  { name: "quote", match: /^ *>>> |^ *> |^ *>(?=\n|$)/ },
  { name: "list", match: /^ *(?:[*+-]|\d+[.)]) +/ },
];

/** Reads Markdown as Discord shows it. */
export function read(markdown: string): Reading {
  const marks: string[] = [];
  return { letters: readWith(markdown, marks, true), marks };
}

function readWith(markdown: string, marks: string[], block: boolean): string {
  let letters = "";
  let atStart = block;
  for (let rest = markdown; rest; ) {
    const escaped = /^\\([^0-9A-Za-z\s])/.exec(rest);
    const start = atStart ? firstOf(starts, rest) : undefined;
    const found = start ?? (escaped ? undefined : firstOf(inline, rest));
    if (found) {
      marks.push(found.rule.name);
      const inner = found.rule.inner ? (found.match[found.rule.inner] ?? "") : undefined;
      letters += start ? "" : inner === undefined ? found.match[0] : readWith(inner, marks, false);
      rest = rest.slice(found.match[0].length);
      // A quote or list item may begin with markup of its own.
      atStart = start !== undefined;
      continue;
    }
    const letter = escaped ? (escaped[1] ?? "") : String.fromCodePoint(rest.codePointAt(0) ?? 0);
    letters += letter;
    rest = rest.slice(escaped ? 2 : letter.length);
    atStart = block && (letter === "\n" || (atStart && letter === " "));
  }
  return letters;
}

function firstOf(rules: readonly Rule[], rest: string) {
  for (const rule of rules) {
    const match = rule.match.exec(rest);
    if (match && match[0] !== "") return { rule, match };
  }
  return undefined;
}
