import type { Dispatch } from "#core/adapter.ts";
import type { Invocation, Origin } from "#core/invocation.ts";
import type { Reply } from "#core/reply.ts";

/** What passed through a dispatch while one payload was answered. Times are milliseconds. */
export type Traced = {
  readonly reads: readonly { readonly line: string; readonly origin: Origin; readonly ms: number }[];
  readonly runs: readonly { readonly invocation: Invocation; readonly reply: Reply; readonly ms: number }[];
};

/** A dispatch that remembers what was read and run since it was last asked. */
export function traceDispatch(dispatch: Dispatch): { dispatch: Dispatch; take(): Traced } {
  let reads: Traced["reads"][number][] = [];
  let runs: Traced["runs"][number][] = [];
  return {
    dispatch: {
      ...dispatch,
      read: (line, origin) => {
        const from = performance.now();
        const invocation = dispatch.read(line, origin);
        reads.push({ line, origin, ms: performance.now() - from });
        return invocation;
      },
      run: async (invocation) => {
        const from = performance.now();
        const reply = await dispatch.run(invocation);
        runs.push({ invocation, reply, ms: performance.now() - from });
        return reply;
      },
    },
    take: () => {
      const traced = { reads, runs };
      reads = [];
      runs = [];
      return traced;
    },
  };
}
