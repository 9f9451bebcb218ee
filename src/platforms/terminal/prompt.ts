import { createInterface } from "node:readline/promises";
import type { Dispatch } from "#core/adapter.ts";
import type { Origin } from "#core/invocation.ts";
import { suggest } from "#core/suggest.ts";
import { renderText } from "./render.ts";
import type { Style } from "./style.ts";

/** Whoever sits at a prompt talks with the bot alone. */
const origin: Origin = { platform: "terminal", via: "direct", direct: true };

/** Words that could complete a line being typed, and what they would take the place of, as a readline asks for them. */
export function completions(dispatch: Dispatch, line: string): [string[], string] {
  const typed = /\S*$/.exec(line)?.[0] ?? "";
  const words = suggest(dispatch, line, origin).map(({ word }) => `${word} `);
  const begun = words.filter((word) => beginsAs(word, typed));
  // What several others have in common is not what was typed: only a single one may take its place.
  const fitting = begun.length > 0 || words.length > 1 ? begun : words;
  return [fitting.map((word) => (line === typed && typed.startsWith("/") ? `/${word}` : word)), typed];
}

const beginsAs = (word: string, typed: string): boolean =>
  word
    .replace(/^["']/, "")
    .toLowerCase()
    .startsWith(typed.replace(/^[/"']/, "").toLowerCase());

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
