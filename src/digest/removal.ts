import { removedFromWorkspace } from "#core/installations.ts";
import type { Log } from "#core/log.ts";
import type { Workspace } from "#core/origin.ts";
import type { Subscriptions } from "#core/subscriptions.ts";
import { nextDue } from "./schedule.ts";
import { scheduleOf } from "./subscription-schedule.ts";

/** Lets the digests of a workspace rest that removed the bot; gives how many. */
export function restDigests(subscriptions: Subscriptions, where: Workspace): Promise<number> {
  return subscriptions.pauseIn(where, removedFromWorkspace);
}

/**
 * Digests that rest because the bot was removed go on at their next time after `now`; those that somebody paused stay
 * paused, and so do those whose schedule cannot be read. Gives how many.
 */
export async function wakeDigests(
  subscriptions: Subscriptions,
  where: Workspace,
  { now, log }: { readonly now: number; readonly log: Pick<Log, "error"> },
): Promise<number> {
  let woken = 0;
  for (const subscription of await subscriptions.pausedIn(where, removedFromWorkspace)) {
    try {
      const nextAt = nextDue(scheduleOf(subscription), now);
      if (nextAt === undefined) continue;
      await subscriptions.change(subscription.id, { paused: undefined, nextAt });
      woken++;
    } catch (error) {
      log.error({ err: error, subscription: subscription.id }, "a digest could not be woken");
    }
  }
  return woken;
}
