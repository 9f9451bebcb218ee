import { clip } from "./clip.ts";
import type { AnyCommand, Context } from "./command.ts";
import type { Invocation } from "./invocation.ts";
import { editDistance, type Named, resolveName } from "./nearest.ts";
import { code, type Part, paragraph, text } from "./reply.ts";

/** Letters of a word that may be a command's name. */
const longestName = 40;

/** A question whose first word is no word of the library but nearly a command's name was meant as that command. */
export function notATypo(invocation: Invocation, commands: readonly AnyCommand[], context: Context): Invocation {
  if (invocation.command !== "ask" || invocation.origin.via === "form") return invocation;
  const [first = "", ...words] = invocation.words;
  if (first.length < 3 || first.length > longestName || context.search.knows(first) || /^ask$/i.test(first))
    return invocation;
  const near = resolveName(first, named(commands));
  if (!near.match || near.how !== "typo") return invocation;
  return { ...invocation, command: first.toLowerCase(), words, rest: invocation.rest.slice(first.length).trim() };
}

/** `/help` is `casebook help`: a word that is no command, but that one keeps for itself. */
export function keptWord(invocation: Invocation, commands: readonly AnyCommand[]): Invocation {
  const { command: word, words, rest } = invocation;
  if (commands.some(({ name }) => name === word)) return invocation;
  const keeper = commands.find(({ keeps }) => keeps?.includes(word));
  if (!keeper) return invocation;
  return { ...invocation, command: keeper.name, words: [word, ...words], rest: [word, rest].filter(Boolean).join(" ") };
}

/** A single word behind `casebook` that the library does not know either: a command was meant, and there is none. */
export function isUnknownWord({ behind, words: [word = "", ...others] }: Invocation, { search }: Context): boolean {
  return behind !== undefined && /^[\p{L}\p{N}-]+$/u.test(word) && others.length === 0 && !search.knows(word);
}

/** A word that is nearly one that a command keeps, and nearer to it than to any command's name. */
export function nearlyKept(word: string, keeps: readonly string[], commands: readonly AnyCommand[]): boolean {
  const near = resolveName(
    word,
    [...keeps, ...commands.map(({ name }) => name)].map((name) => ({ value: name, names: [name] })),
  );
  return near.match !== undefined && near.how === "typo" && keeps.includes(near.match);
}

/** Commands by their names. */
function named(commands: readonly AnyCommand[]): Named<AnyCommand>[] {
  return commands.map((command) => ({ value: command, names: [command.name] }));
}

/** Letters of a first word that is too short to be taken for a command's name with a slip in it. */
const short = 3;

/**
 * The command lines that a question with a slip in a short first word may have been: "cse hugging-face" is nearly
 * "case hugging-face". Words that the library knows are no slips.
 */
export function* slippedLines(
  { origin, words, rest }: Invocation,
  commands: readonly AnyCommand[],
  { search }: Context,
): Generator<string> {
  const [first = "", ...others] = words;
  if (first.length !== short || others.length === 0 || origin.via === "form" || search.knows(first)) return;
  const typed = first.toLowerCase();
  for (const { name } of commands)
    if (editDistance(typed, name, 1) === 1) yield `${name} ${rest.slice(first.length).trim()}`;
}

/** A line that may have been meant, to be clicked. */
export function offered(line: string): Part[] {
  return [
    paragraph(text`Or did you mean ${code(clip(line, 200))}?`),
    { kind: "buttons", buttons: [{ label: clip(line, 60), line }] },
  ];
}
