import type { Context } from "#core/command.ts";
import type { Destination } from "#core/destination.ts";
import type { Origin } from "#core/invocation.ts";
import { Refusal } from "#core/refusal.ts";
import { destinationOf } from "./destination.ts";

/** True in a terminal, which is nobody's channel: whoever sits there runs the bot. */
export function isOperator({ platform }: Origin): boolean {
  return platform === "terminal";
}

/** @throws Refusal when the asker may not change digests here */
export function mustBeManager({ origin, digestManagers = [] }: Context): void {
  if (digestManagers.length === 0 || isOperator(origin)) return;
  if (origin.asker && digestManagers.includes(origin.asker)) return;
  if (digestManagers.includes("admins") && origin.admin) return;
  throw new Refusal("Only some people may change digests here: whoever runs this bot has set who.", {
    examples: ["digest list", "digest preview"],
    data: { error: "not-allowed" },
  });
}

/** @throws Refusal when the platform says that the bot may not post here, and here is where it is to post */
export function mustBeOpen(
  { origin }: Context,
  { channel }: Pick<Destination, "channel"> = destinationOf(origin),
): void {
  const { shut } = origin;
  if (shut && channel === destinationOf(origin).channel)
    throw new Refusal(shut, { examples: ["digest preview"], data: { error: "shut" } });
}
