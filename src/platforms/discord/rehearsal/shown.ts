import { z } from "zod";
import type { Call, Shown } from "#core/rehearsal.ts";
import { messageFlags } from "../limits.ts";

const payloadSchema = z.looseObject({ flags: z.number().default(0) });
const callbackSchema = z.object({ type: z.number(), data: payloadSchema.optional() });

/** What somebody sees of the requests Discord would have received. */
export function shownOf(calls: readonly Call[]): Shown[] {
  const first = callbackSchema.safeParse(calls.find(({ method }) => method.endsWith("callback"))?.body).data;
  const waits = first?.type === 6 ? "replace" : "add";
  const alone = isAlone(first?.data?.flags);
  return calls.flatMap(({ method, body }): Shown[] => {
    const payload = payloadSchema.parse(body);
    if (method.endsWith("edit")) return [{ kind: "message", manner: waits, alone, payload }];
    if (method.endsWith("message")) return [{ kind: "message", manner: "add", alone: isAlone(payload.flags), payload }];
    const callback = callbackSchema.safeParse(body).data;
    if (callback?.type === 4 && callback.data)
      return [{ kind: "message", manner: "add", alone: isAlone(callback.data.flags), payload: callback.data }];
    if (callback?.type === 9) return [{ kind: "modal", payload: callback.data }];
    return [];
  });
}

function isAlone(flags = 0): boolean {
  return (flags & messageFlags.ephemeral) !== 0;
}
