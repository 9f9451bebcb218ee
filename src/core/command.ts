import type { z } from "zod";
import type { Library } from "#content/library.ts";
import type { SearchIndex } from "#search/passages/search-index.ts";
import type { Invocation, Origin } from "./invocation.ts";
import type { Answer } from "./reply.ts";
import type { Store } from "./store.ts";

/** What a command may know beside its options. Built once a request by dispatch from the current library. */
export type Context = {
  readonly library: Library;
  readonly search: SearchIndex;
  /** With examples that work in what the asker's workspace sees. */
  readonly commands: readonly AnyCommand[];
  /** Rewrites an example line for what the asker's workspace sees; nothing when that cannot be. */
  readonly example?: (line: string) => string | undefined;
  readonly now: Date;
  readonly origin: Origin;
  readonly status: Status;
  /** Everyone in the channel will read the reply. */
  readonly shared?: boolean;
  /** Which page of the reply is read, from 1: a later one is no new request. */
  readonly page?: number;
  /** What survives a restart; opened when first asked for. */
  readonly store: () => Promise<Store>;
  /** Who may set up digests: ids of people, or "admins". Empty: everyone in the channel. */
  readonly digestManagers?: readonly string[];
  /** Platforms that digests are posted to; elsewhere they are only shown. */
  readonly postsTo?: readonly string[];
  /** Who may read the list of gaps: ids of people, or "admins". Empty: admins on Discord, everyone on Slack. */
  readonly maintainers?: readonly string[];
};

/** How the library is doing, for `casebook status`. */
export type Status = {
  readonly version: string;
  readonly loadedAt: Date;
  /** Problems of the newest edit, when it was refused and the last good library still serves. */
  readonly problems: readonly string[];
};

/** One thing a person may pick while typing. */
export type Choice = { readonly name: string; readonly value: string };

export type Command<Options extends z.ZodObject = z.ZodObject> = {
  readonly name: string;
  readonly summary: string;
  /** Command lines that work as they stand, without a leading slash. */
  readonly examples: readonly [string, ...string[]];
  /** Private: to the asker alone until shared. Platforms fix it when they ack. */
  readonly visibility: "private" | "public";
  /** Text options as typed. Keys are camelCase; people type kebab-case. Descriptions become platform help. */
  readonly options: Options;
  /** It changes something, or is one person's own: no schedule runs it. */
  readonly unscheduled?: true;
  /** Its reply stands beside the message that was clicked on and never takes its place. */
  readonly aside?: true;
  /** Its replies concern whoever asks and nobody else: `share:yes` shows them to no others, and none is offered to share. */
  readonly personal?: true;
  /** Its reply depends on the asker's time zone, or on whether they administer the workspace. */
  readonly asksWho?: true;
  /** Names of people are kept of it: a platform that gives ids for those who are mentioned puts their names in. */
  readonly namesPeople?: true;
  /** Its words are the asker's own, in which a last `share` may be one of them: only `share:yes` shares the reply. */
  readonly ownWords?: true;
  /**
   * Its reply follows from its options, the library and the hour alone, so that the same line may be given the same
   * reply: it learns neither who asks, nor where, nor the minute, and has no store.
   */
  readonly pure?: true;
  /** It needs no store and changes nothing, so that another thread may answer it; what is pure needs none either. */
  readonly storeless?: true;
  /** Set on a command that stands before any other (`casebook case solana`): the first words it keeps for itself. */
  readonly keeps?: readonly string[];
  /** Options that free words fill, in order; the last one takes all words that are left. */
  readonly positional: readonly (keyof z.infer<Options> & string)[];
  /** Reads free words where order alone does not say what they mean. Gives options by name. */
  readonly read?: (invocation: Invocation, context: Context) => Record<string, string>;
  /** Choices for an option while it is being typed; answers from memory. */
  readonly complete?: Partial<
    Record<string, (typed: string, context: Context, given: Readonly<Record<string, string>>) => readonly Choice[]>
  >;
  readonly run: (options: z.infer<Options>, context: Context) => Answer | Promise<Answer>;
};

/** A command whose option types are no longer known; `run` still parses them. */
export type AnyCommand = Omit<Command, "run" | "positional"> & {
  readonly positional: readonly string[];
  /** Parses raw options with the command's schema, then runs. */
  readonly execute: (raw: Readonly<Record<string, string>>, context: Context) => Promise<Answer>;
};

/** Declares a command once; everything else (help, registration, completion, tables) is read from it. */
export function defineCommand<Options extends z.ZodObject>(command: Command<Options>): AnyCommand {
  const { run, ...declaration } = command;
  return {
    ...declaration,
    execute: async (raw, context) => run(command.options.parse(raw), context),
  };
}
