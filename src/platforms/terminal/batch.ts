import { createInterface } from "node:readline";
import type { Dispatch } from "#core/adapter.ts";
import type { Origin } from "#core/invocation.ts";
import type { Reply } from "#core/reply.ts";

/** How a batch treats lines without a word. */
type BatchOptions = {
  /** They give nothing, for people who read on; else they are answered, so that N lines in are N results out. */
  readonly passOver: boolean;
};

/**
 * Runs every line of an input in order and writes one reply each; a bad line gives its refusal and stops nothing.
 * Gives 1 if any reply was a refusal, else 0.
 */
export async function runBatch(
  dispatch: Dispatch,
  origin: Origin,
  input: NodeJS.ReadableStream,
  write: (reply: Reply) => void,
  { passOver }: BatchOptions = { passOver: false },
): Promise<0 | 1> {
  let refused = false;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (passOver && line.trim() === "") continue;
    const reply = await dispatch.run(dispatch.read(line, origin));
    refused ||= !reply.ok;
    write(reply);
  }
  return refused ? 1 : 0;
}
