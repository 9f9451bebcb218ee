import type { AnyCommand, Choice } from "./command.ts";
import type { Invocation, Origin } from "./invocation.ts";
import type { Reply } from "./reply.ts";

/** What an adapter asks of the core. */
export type Dispatch = {
  readonly commands: readonly AnyCommand[];
  /** The same, with examples that work where somebody asks. */
  commandsAt?(origin: Origin): readonly AnyCommand[];
  /** Splits a line (`case hugging-face lessons share:yes page:2`); text that names no command becomes a question. */
  read(line: string, origin: Origin): Invocation;
  /** Runs an invocation. Never throws and never rejects: every failure is a reply. */
  run(invocation: Invocation): Promise<Reply>;
  /** Choices for an option while it is typed, best first, at most 25. Never throws. */
  complete(
    command: string,
    option: string,
    typed: string,
    given: Readonly<Record<string, string>>,
    origin: Origin,
  ): readonly Choice[];
  /** Whether everyone in the channel will see the reply; known before it runs, because platforms fix it at the ack. */
  isPublic(invocation: Invocation): boolean;
};

/** A platform that let go of a running bot, and does not have it back as it is. */
export type Loss = {
  /** What the operator should know. */
  readonly says: string;
  /** Whether a process that starts anew is taken back without anybody changing anything. */
  readonly restartMends: boolean;
};

/** One platform's connection. */
export type Adapter = {
  readonly platform: string;
  /** Resolves once connected and listening. Rejects with a sentence for the operator; after Unreachable, may be called again. */
  start(): Promise<void>;
  /** Whether the platform reaches us at this moment. Absent: from start to stop. */
  connected?(): boolean;
  /** Stops taking work, finishes what was acked, closes; at most 10 s. */
  stop(): Promise<void>;
};
