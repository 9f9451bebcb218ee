import { createInterface } from "node:readline/promises";
import type { Dispatch } from "#core/adapter.ts";
import type { Origin } from "#core/invocation.ts";
import { renderText } from "./render.ts";
import type { Style } from "./style.ts";

/** Whoever sits at a prompt talks with the bot alone. */
const origin: Origin = { platform: "terminal", via: "direct", direct: true };

/** Words that could complete a line being typed: command names first, then the option its words have reached. */
export function completions(dispatch: Dispatch, line: string): [string[], string] {
  const words = line.replace(/^\s*\//, "").split(" ");
  const typed = words.at(-1) ?? "";
  const command = dispatch.commands.find(({ name }) => name === words[0]);
  if (words.length <= 1 || !command)
    return [dispatch.commands.map(({ name }) => `${name} `).filter((name) => name.startsWith(typed)), typed];
  const reached = Math.min(words.length - 2, command.positional.length - 1);
  const option = command.positional[reached];
  if (!option) return [[], typed];
  const given = Object.fromEntries(command.positional.slice(0, reached).map((name, i) => [name, words[i + 1] ?? ""]));
  const choices = dispatch.complete(command.name, option, typed, given, origin);
  return [choices.map(({ value }) => `${value} `).filter((value) => value.startsWith(typed.toLowerCase())), typed];
}

/** A prompt with history and completion, until `exit`, Ctrl-D or Ctrl-C. What is typed follows on from what was. */
export async function startPrompt(
  dispatch: Dispatch,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  style: Style,
): Promise<void> {
  const reader = createInterface({
    input,
    output,
    historySize: 200,
    removeHistoryDuplicates: true,
    completer: (line: string) => completions(dispatch, line),
  });
  let open = true;
  reader.once("close", () => {
    open = false;
  });
  output.write(
    `${style.strong("Casebook")}: ask a question or type a command; Tab completes, ${style.code("casebook help")} lists, ${style.code("exit")} leaves.\n`,
  );
  reader.setPrompt("› ");
  reader.prompt();
  for await (const line of reader) {
    if (/^\s*\/?(exit|quit|bye)\s*$/i.test(line)) break;
    if (line.trim()) output.write(`${renderText(await dispatch.run(dispatch.read(line, origin)), style)}\n\n`);
    if (open) reader.prompt();
  }
  reader.close();
}
