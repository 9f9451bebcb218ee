import type { AnyCommand } from "./command.ts";
import type { Invocation } from "./invocation.ts";

const helpWords: ReadonlySet<string> = new Set(["help", "-h", "--help", "?"]);

/**
 * `cost help`, `cost ?`, `cost --help` and `help cost` are `casebook help cost`, behind the command that keeps help for
 * all; a bare `help`, which names no command and so would be a question, is `casebook help`.
 */
export function helpFor(invocation: Invocation, commands: readonly AnyCommand[]): Invocation {
  const keeper = commands.find(({ keeps }) => keeps?.includes("help"));
  const of = helpWanted(invocation, keeper?.name, commands);
  if (!keeper || of === undefined) return invocation;
  const words = ["help", ...(of === "" ? [] : [of])];
  return { ...invocation, command: keeper.name, words, named: {}, rest: words.join(" ") };
}

/** The command that help is wanted for; empty for all of them. */
function helpWanted(
  { command, words, named }: Invocation,
  keeper: string | undefined,
  commands: readonly AnyCommand[],
): string | undefined {
  const isCommand = (name: string) => commands.some((one) => one.name === name);
  // Forms give by name what is typed first, and nothing else.
  const typedFirst = commands.find((one) => one.name === command)?.positional[0];
  if (Object.keys(named).some((option) => option !== typedFirst)) return undefined;
  const [first = "", second, ...others] = [...words, ...Object.values(named)].map((word) => word.toLowerCase());
  if (!helpWords.has(first) || others.length > 0 || !isCommand(command)) return undefined;
  if (second !== undefined) {
    const name = second.replace(/^\//, "");
    return command === "ask" && isCommand(name) ? name : undefined;
  }
  return command === "ask" || command === keeper ? "" : command;
}
