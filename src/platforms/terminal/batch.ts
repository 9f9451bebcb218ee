import { createInterface } from "node:readline";
import type { Dispatch } from "#core/adapter.ts";
import type { Origin } from "#core/invocation.ts";
import type { Reply } from "#core/reply.ts";

/**
 * Runs every line of an input in order and writes one reply each; a bad line gives its refusal and stops nothing.
 * Empty lines are answered too, so that N lines in are N results out. Gives 1 if any reply was a refusal, else 0.
 */
export async function runBatch(
  dispatch: Dispatch,
  origin: Origin,
  input: NodeJS.ReadableStream,
  write: (reply: Reply) => void,
): Promise<0 | 1> {
  let refused = false;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const reply = await dispatch.run(dispatch.read(line, origin));
    refused ||= !reply.ok;
    write(reply);
  }
  return refused ? 1 : 0;
}
