import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Dispatch } from "./adapter.ts";
import { clip } from "./clip.ts";
import type { AnyCommand, Context } from "./command.ts";
import type { Invocation, Origin } from "./invocation.ts";
import { formatLine, kebab } from "./line.ts";
import { resolveName } from "./nearest.ts";
import { parseLine } from "./parse.ts";
import { rememberReplies, withoutStore } from "./pure.ts";
import { rawOptions } from "./raw-options.ts";
import { Refusal, type RefusalDetails } from "./refusal.ts";
import { type Answer, code, type Part, paragraph, type Reply, type Text, text } from "./reply.ts";
import { named, nearlyKept, notATypo, offered, slippedLines } from "./slips.ts";

export type DispatchOptions = {
  readonly commands: readonly AnyCommand[];
  /** The present library, index and clock, for one invocation. */
  readonly context: (origin: Origin) => Context;
  /** Told of every bug, with the reference the asker was given. */
  readonly onFailure?: (error: unknown, ref: string, command: string) => void;
};

/** Joins commands and context into what adapters call. */
export function createDispatch({ commands, context, onFailure }: DispatchOptions): Dispatch {
  const byName = new Map(commands.map((command) => [command.name, command]));
  const grammars = commands.map((command) => ({ name: command.name, optionNames: optionNames(command) }));
  const pureReply = rememberReplies();

  const read = (line: string, origin: Origin): Invocation =>
    notATypo(parseLine(line, grammars, origin), commands, context(origin));

  /** `casebook case solana` is `case solana`: a command that stands before others gives way to them. */
  const unwrap = (invocation: Invocation): Invocation => {
    const command = byName.get(invocation.command);
    const line = [...Object.values(invocation.named), invocation.rest].filter(Boolean).join(" ");
    const first = /^\/?(\S*)/.exec(line)?.[1]?.toLowerCase() ?? "";
    if (!command?.keeps || first === "" || first === command.name || command.keeps.includes(first)) return invocation;
    if (nearlyKept(first, command.keeps, commands)) return invocation;
    const inner = read(line, invocation.origin);
    return { ...inner, share: invocation.share || inner.share, page: Math.max(invocation.page, inner.page) };
  };

  /** A question that found nothing may have been a command, whose short name was mistyped: it is offered beside. */
  const run = async (given: Invocation): Promise<Reply> => {
    const invocation = unwrap(given);
    const reply = await answered(invocation);
    if (reply.ok || invocation.command !== "ask") return reply;
    for (const line of slippedLines(invocation, commands, context(invocation.origin)))
      if (await works(line, invocation.origin)) return { ...reply, parts: [...offered(line), ...reply.parts] };
    return reply;
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

  const answered = async (invocation: Invocation): Promise<Reply> => {
    const line = formatLine(invocation);
    const finish = (answer: Answer): Reply => ({
      ok: answer.ok ?? true,
      command: invocation.command,
      line,
      title: clip(answer.title, 150),
      parts: [...answer.parts],
      sources: [...(answer.sources ?? [])],
      data: answer.data,
      page: invocation.page,
      shared: invocation.share,
    });
    const command = byName.get(invocation.command);
    if (!command) return finish(unknownCommand(invocation, context(invocation.origin).commands));
    try {
      const answer = async (asked: Invocation, now: Context) =>
        finish(
          await command.execute(rawOptions(command, asked, now), { ...now, shared: asked.share, page: asked.page }),
        );
      const now = context(invocation.origin);
      return await (command.pure ? pureReply(invocation, now, answer) : answer(invocation, now));
    } catch (error) {
      const { commands: shown, example } = context(invocation.origin);
      const fitting = shown.find(({ name }) => name === command.name) ?? command;
      if (error instanceof Refusal) return finish(refusalAnswer(error, fitting, example));
      if (error instanceof z.ZodError) return finish(optionAnswer(error, fitting));
      const ref = randomBytes(3).toString("hex");
      onFailure?.(error, ref, invocation.command);
      return finish({
        ok: false,
        title: "That failed on our side",
        parts: [
          paragraph(
            text`Please try again. If it happens once more, tell whoever runs this bot: reference ${code(ref)}.`,
          ),
        ],
        data: { error: "internal", ref },
      });
    }
  };

  return {
    commands,
    read: (line, origin) => unwrap(read(line, origin)),
    run,
    complete: (name, option, typed, given, origin) => {
      try {
        return byName.get(name)?.complete?.[option]?.(typed.slice(0, 100), context(origin), given).slice(0, 25) ?? [];
      } catch (error) {
        onFailure?.(error, "completion", name);
        return [];
      }
    },
    isPublic: (given) => {
      const invocation = unwrap(given);
      return invocation.share || byName.get(invocation.command)?.visibility === "public";
    },
  };
}

/** The names of a command's options, camelCase, in the order declared. */
export function optionNames(command: Pick<AnyCommand, "options">): string[] {
  return Object.keys(command.options.shape);
}

function unknownCommand(invocation: Invocation, commands: readonly AnyCommand[]): Answer {
  const found = resolveName(invocation.command, named(commands));
  const nearest = found.match ? [found.match] : found.nearest;
  const typed = clip(invocation.command, 40);
  const [best] = nearest;
  const meant = best && found.match ? [best.name, invocation.rest].filter(Boolean).join(" ") : undefined;
  return {
    ok: false,
    title: `There is no command “${typed}”`,
    parts: [
      paragraph(
        best
          ? text`Did you mean ${code(clip(meant ?? best.examples[0], 200))}?`
          : text`Try ${code("casebook help")} for all of them, or just ask a question.`,
      ),
      {
        kind: "buttons",
        buttons: [
          ...(meant
            ? [{ label: clip(meant, 60), line: meant }]
            : nearest.map((command) => ({ label: clip(command.examples[0], 60), line: command.examples[0] }))),
          { label: "All commands", line: "casebook help" },
        ],
      },
    ],
    data: { error: "unknown-command", command: invocation.command, nearest: nearest.map((command) => command.name) },
  };
}

function refusalAnswer(refusal: Refusal, command: AnyCommand, example: Context["example"]): Answer {
  return {
    ok: false,
    title: "That did not work",
    parts: refusalParts(refusal.says, fitted(refusal.details, command, example), command),
    data: refusal.details.data ?? { error: refusal.message },
  };
}

/** Its examples as they work where somebody asks. */
function fitted(details: RefusalDetails, command: AnyCommand, example: Context["example"]): RefusalDetails {
  if (!example || !details.examples?.length) return details;
  const examples = details.examples.flatMap((line) => example(line) ?? []);
  return { ...details, examples: examples.length > 0 ? examples : [command.examples[0]] };
}

function refusalParts(says: Text, details: RefusalDetails, command: AnyCommand): Part[] {
  const examples = details.examples ?? [command.examples[0]];
  return [
    paragraph(says),
    ...(details.understood ? [paragraph(`Understood: ${details.understood}`)] : []),
    ...(examples.length > 0
      ? [
          paragraph([
            "This works: ",
            ...examples.flatMap((example, i) => (i > 0 ? [", ", code(example)] : [code(example)])),
          ]),
        ]
      : []),
    ...(details.buttons && details.buttons.length > 0
      ? [{ kind: "buttons" as const, buttons: [...details.buttons] }]
      : []),
  ];
}

/** The asker's mistake in terms of what was typed, not of the schema. */
function optionAnswer(error: z.ZodError, command: AnyCommand): Answer {
  const [issue] = error.issues;
  const name = String(issue?.path[0] ?? "");
  const option = command.options.shape[name];
  const wants = option instanceof z.ZodType ? (z.globalRegistry.get(option)?.description ?? "") : "";
  const missing = issue?.code === "invalid_type" && !("received" in issue && issue.received);
  const says = missing
    ? `${command.name} needs ${wants ? inSentence(wants) : kebab(name)}.`
    : `The ${kebab(name)} given does not fit${wants ? `: ${inSentence(wants)}` : ""}${issue?.code === "invalid_value" ? ` (${issue.values.join(", ")})` : ""}.`;
  return {
    ok: false,
    title: "That did not work",
    parts: refusalParts([says], {}, command),
    data: { error: "option", option: name },
  };
}

/** A description within a sentence: its capital goes, an abbreviation's stays. */
const inSentence = (words: string): string =>
  /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
