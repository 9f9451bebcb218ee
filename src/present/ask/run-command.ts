import type { Context } from "#core/command.ts";
import { rawOptions } from "#core/raw-options.ts";
import type { Answer } from "#core/reply.ts";

/** What another command answers to some words; undefined where there is no such command. Throws what that command throws. */
export async function runCommand(
  name: string,
  words: readonly string[],
  context: Context,
): Promise<Answer | undefined> {
  const command = context.commands.find((one) => one.name === name);
  if (!command) return undefined;
  const { origin } = context;
  const invocation = { command: name, words, named: {}, rest: words.join(" "), share: false, page: 1, origin };
  return command.execute(rawOptions(command, invocation, context), context);
}

/** What a command answered in the question's stead: nothing is quoted. */
export const ranData = { answered: true, confidence: 1, answers: [] };
