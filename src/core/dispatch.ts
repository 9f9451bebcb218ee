import type { Dispatch } from "./adapter.ts";
import { type AnsweringOptions, createAnswering } from "./answering.ts";
import { fitOf, isFailure, offering, questionTyped } from "./asked-instead.ts";
import type { AnyCommand } from "./command.ts";
import { helpFor } from "./help-word.ts";
import type { Invocation, Origin } from "./invocation.ts";
import { parseLine } from "./parse.ts";
import { withoutStore } from "./pure.ts";
import { rawOptions } from "./raw-options.ts";
import type { Reply } from "./reply.ts";
import { holdsSecret, secretNotice } from "./secrets.ts";
import { isUnknownWord, keptWord, nearlyKept, notATypo, offered, slippedLines } from "./slips.ts";

/** Joins commands and context into what adapters call. */
export function createDispatch(options: AnsweringOptions): Dispatch {
  const { commands, context, onFailure } = options;
  const byName = new Map(commands.map((command) => [command.name, command]));
  const grammars = commands.map((command) => ({ ...command, optionNames: optionNames(command) }));
  const answered = createAnswering(options);

  const read = (line: string, origin: Origin): Invocation =>
    keptWord(notATypo(parseLine(line, grammars, origin), commands, context(origin)), commands);

  /** `casebook case solana` is `case solana`: a command that stands before others gives way to them. */
  const unwrap = (given: Invocation): Invocation => {
    const invocation = helpFor(given, commands);
    const command = byName.get(invocation.command);
    const line = [...Object.values(invocation.named), invocation.rest].filter(Boolean).join(" ");
    const first = /^\/?(\S*)/.exec(line)?.[1]?.toLowerCase() ?? "";
    if (!command?.keeps || first === "" || first === command.name || command.keeps.includes(first)) return invocation;
    if (nearlyKept(first, command.keeps, commands)) return invocation;
    const inner = helpFor(read(line, invocation.origin), commands);
    const page = Math.max(invocation.page, inner.page);
    const behind = inner.command === first ? {} : { behind: command.name };
    return { ...inner, share: invocation.share || inner.share, page, ...behind };
  };

  const run = async (given: Invocation): Promise<Reply> => {
    if (holdsSecret(given)) return secretNotice;
    const invocation = unwrap(given);
    const reply = await answered(invocation);
    if (reply.ok) return reply;
    return invocation.command === "ask" ? orCommand(invocation, reply) : orQuestion(invocation, reply);
  };

  /** A question that found nothing may have been a command, whose short name was mistyped: it is offered beside. */
  const orCommand = async (invocation: Invocation, reply: Reply): Promise<Reply> => {
    if (isUnknownWord(invocation, context(invocation.origin)))
      return answered({ ...invocation, command: invocation.behind ?? invocation.command });
    for (const line of slippedLines(invocation, commands, context(invocation.origin)))
      if (await works(line, invocation.origin)) return { ...reply, parts: [...offered(line), ...reply.parts] };
    return reply;
  };

  /** A line that a command refuses may have been a question that begins with its name: "cost of a partner program". */
  const orQuestion = async (invocation: Invocation, refusal: Reply): Promise<Reply> => {
    const command = byName.get(invocation.command);
    const question = command && questionTyped(invocation);
    if (!question || isFailure(refusal)) return refusal;
    const reply = await answered(question);
    const [option = ""] = command.positional;
    const takes = (word: string) => complete(command.name, option, word, {}, invocation.origin).length > 0;
    const answers = Boolean(command.pure || command.storeless);
    const fit = fitOf(reply, invocation, { answers, takes });
    if (fit === "instead") return reply;
    return fit === "beside" ? { ...refusal, parts: offering(question, refusal.parts) } : refusal;
  };

  /** Whether a command line gives an answer, for nobody and without a store: nothing is changed by trying. */
  const works = async (line: string, origin: Origin): Promise<boolean> => {
    const invocation = read(line, origin);
    const command = byName.get(invocation.command);
    try {
      const now = withoutStore(context(origin));
      const answer = await command?.execute(rawOptions(command, invocation, now), { ...now, shared: false, page: 1 });
      return answer !== undefined && (answer.ok ?? true);
    } catch {
      return false;
    }
  };

  const complete: Dispatch["complete"] = (name, option, typed, given, origin) => {
    try {
      const { complete: choices = {} } = byName.get(name) ?? {};
      if (!Object.hasOwn(choices, option)) return [];
      return choices[option]?.(typed.slice(0, 100), context(origin), given).slice(0, 25) ?? [];
    } catch (error) {
      onFailure?.(error, "completion", name);
      return [];
    }
  };

  return {
    commands,
    read: (line, origin) => unwrap(read(line, origin)),
    run,
    complete,
    isPublic: (given) => {
      const invocation = unwrap(given);
      const command = byName.get(invocation.command);
      return !command?.personal && (invocation.share || command?.visibility === "public");
    },
  };
}

/** The names of a command's options, camelCase, in the order declared. */
export function optionNames(command: Pick<AnyCommand, "options">): string[] {
  return Object.keys(command.options.shape);
}
