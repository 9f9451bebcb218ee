import type { Dispatch } from "./adapter.ts";
import type { AnyCommand } from "./command.ts";
import type { Origin } from "./invocation.ts";
import { formatWord, kebab } from "./line.ts";

/** A line that could be meant, the word of it that takes the place of the last one typed, and what it stands for. */
export type Suggestion = {
  readonly line: string;
  readonly word: string;
  readonly label: string;
  readonly hint: string;
};

const most = 12;

/** How a line being typed could go on: command names first, then the options its words have reached; at most twelve. */
export function suggest(dispatch: Dispatch, line: string, origin: Origin): Suggestion[] {
  const slash = /^\s*\//.test(line) ? "/" : "";
  const [first = "", ...words] = line.replace(/^\s*\//, "").split(/\s+/);
  const command = dispatch.commands.find(({ name }) => name === first.toLowerCase());
  if (words.length === 0 || !command) return words.length > 0 ? [] : names(dispatch.commands, first, slash);
  const inner = command.keeps && words.length > 1 ? suggest(dispatch, words.join(" "), origin) : [];
  const found = inner.length > 0 ? inner.map((one) => ({ ...one, line: `${first} ${one.line}` })) : [];
  return [...found, ...options(dispatch, command, words, origin)]
    .slice(0, most)
    .map((suggestion) => ({ ...suggestion, line: slash + suggestion.line }));
}

function names(commands: readonly AnyCommand[], typed: string, slash: string): Suggestion[] {
  const wanted = typed.toLowerCase();
  return commands
    .filter(({ name }) => name.startsWith(wanted) && (slash !== "" || wanted !== ""))
    .map(({ name, summary }) => ({ line: `${slash}${name} `, word: name, label: `/${name}`, hint: summary }));
}

function options(dispatch: Dispatch, command: AnyCommand, words: readonly string[], origin: Origin): Suggestion[] {
  const typed = words.at(-1) ?? "";
  const before = [command.name, ...words.slice(0, -1)].join(" ");
  const [, name, value] = /^([a-z-]+)[=:](.*)$/i.exec(typed) ?? [];
  const named = Object.keys(command.complete ?? {}).find((key) => kebab(key) === name?.toLowerCase());
  const order = orderOf(command);
  const option = named ?? order[words.length - 1];
  if (!option) return [];
  const given = Object.fromEntries(order.slice(0, words.length - 1).map((key, i) => [key, words[i] ?? ""]));
  const choices = dispatch.complete(command.name, option, named ? (value ?? "") : typed, given, origin);
  return choices
    .filter((choice) => choice.value !== "")
    .map((choice) => ({ ...choice, word: `${named ? `${name}:` : ""}${formatWord(choice.value)}` }))
    .map(({ word, name: label, value: of }) => ({
      line: `${before} ${word} `,
      word,
      label,
      hint: of === label ? kebab(option) : `${kebab(option)}: ${of}`,
    }));
}

/** Options in the order words fill them: the positional ones, then further ones where all of those can be picked. */
function orderOf({ positional, complete = {} }: AnyCommand): string[] {
  const further = Object.keys(complete).filter((key) => !positional.includes(key));
  const picked = positional.length > 0 && positional.every((key) => key in complete);
  return [...positional, ...(picked ? further : [])];
}
