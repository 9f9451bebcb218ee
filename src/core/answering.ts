import { z } from "zod";
import { clip } from "./clip.ts";
import type { AnyCommand, Context } from "./command.ts";
import { failedAnswer, newReference } from "./failed.ts";
import type { Invocation, Origin } from "./invocation.ts";
import { formatLine } from "./line.ts";
import { optionAnswer, refusalAnswer, unknownCommand, unscheduledAnswer } from "./mistakes.ts";
import { rememberReplies } from "./pure.ts";
import { rawOptions } from "./raw-options.ts";
import { Refusal } from "./refusal.ts";
import type { Answer, Reply } from "./reply.ts";
import { listOnce } from "./same-sources.ts";

export type AnsweringOptions = {
  readonly commands: readonly AnyCommand[];
  /** The present library, index and clock, for one invocation. */
  readonly context: (origin: Origin) => Context;
  /** Told of every bug, with the reference the asker was given. */
  readonly onFailure?: ((error: unknown, ref: string, command: string) => void) | undefined;
  /** Answers a command that needs no store in another place, such as a thread; gives nothing when none is free for it. */
  readonly elsewhere?: ((invocation: Invocation) => Promise<Reply | undefined>) | undefined;
};

/** Runs the command that an invocation names. Never rejects: every failure is a reply. */
export type Answering = (invocation: Invocation) => Promise<Reply>;

/** Joins commands and context into what answers an invocation whose command is known. */
export function createAnswering({ commands, context, onFailure, elsewhere }: AnsweringOptions): Answering {
  const byName = new Map(commands.map((command) => [command.name, command]));
  const pureReply = rememberReplies();

  return async (invocation) => {
    const { origin } = invocation;
    const command = byName.get(invocation.command);
    const finish = (answer: Answer): Reply => ({
      ok: answer.ok ?? true,
      command: invocation.command,
      line: formatLine(invocation),
      title: clip(answer.title, 150),
      ...listOnce({ parts: answer.parts, sources: answer.sources ?? [] }),
      data: answer.data,
      page: invocation.page,
      shared: invocation.share && !command?.personal,
      ...(command?.personal || answer.personal ? { personal: true } : {}),
    });
    if (!command) return finish(unknownCommand(invocation, context(origin).commands));
    if (command.unscheduled && origin.via === "schedule") return finish(unscheduledAnswer(command));
    const here = async (asked: Invocation, now: Context) =>
      finish(await command.execute(rawOptions(command, asked, now), { ...now, shared: asked.share, page: asked.page }));
    try {
      const now = context(origin);
      if (command.pure)
        return await pureReply(invocation, now, async (asked, then) => {
          // Nobody asks, but what may be seen goes by the workspace.
          const { platform, workspace } = origin;
          const replied = await elsewhere?.({ ...asked, origin: { platform, workspace, via: asked.origin.via } });
          return replied ?? here(asked, then);
        });
      return (command.storeless ? await elsewhere?.(invocation) : undefined) ?? (await here(invocation, now));
    } catch (error) {
      const { commands: shown, example } = context(origin);
      const fitting = shown.find(({ name }) => name === command.name) ?? command;
      if (error instanceof Refusal) return finish(refusalAnswer(error, fitting, example));
      if (error instanceof z.ZodError) return finish(optionAnswer(error, fitting));
      const ref = newReference();
      onFailure?.(error, ref, invocation.command);
      return finish(failedAnswer(ref));
    }
  };
}
