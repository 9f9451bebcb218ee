import type { Invocation } from "#core/invocation.ts";
import { formatLine } from "#core/line.ts";
import type { Part, Reply } from "#core/reply.ts";

/** What the room itself says to what was asked of it, without a source. */
export function saying(invocation: Invocation, title: string, says: Part, ...more: readonly Part[]): Reply {
  const { command, share } = invocation;
  const line = formatLine(invocation);
  return { ok: true, command, line, title, parts: [says, ...more], sources: [], data: {}, page: 1, shared: share };
}
