import { setTimeout as sleep } from "node:timers/promises";
import { hour } from "#core/durations.ts";
import type { Log } from "#core/log.ts";
import { ownSlots, type Slots } from "#core/slots.ts";
import { loggedOf } from "./errors.ts";

/** Discord's word on sign-ins: https://docs.discord.com/developers/events/gateway#session-start-limit-object */
export type SignInLimits = {
  readonly total: number;
  readonly remaining: number;
  /** Milliseconds until they are counted anew. */
  readonly reset_after: number;
  readonly max_concurrency: number;
};

/** Milliseconds in which Discord lets one shard of each group sign in (5,000), and some more for a process that is late. */
const gap = 6500;
/** Sign-ins of one shard within an hour that need not wait, and the longest wait of those that must. */
const freeSignIns = 3;
const longestWait = 15 * 60_000;
/** A wait that is worth a line in the log. */
const worthTelling = 10_000;

/** Milliseconds to wait before a sign-in, after so many in the last hour. */
export function waitBeforeSignIn(recent: number): number {
  return recent < freeSignIns ? 0 : Math.min(longestWait, 5000 * 2 ** (recent - freeSignIns));
}

/**
 * Milliseconds that lie between sign-ins once half a day's are used up: those left then last until Discord counts anew,
 * and some are over, because past the last one it takes the token away.
 */
export function paceOfSignIns({ total, remaining, reset_after }: SignInLimits): number {
  return remaining > total / 2 ? 0 : Math.ceil((2 * reset_after) / Math.max(1, remaining));
}

type Parts = {
  /** What Discord says at this moment. */
  readonly limits: () => Promise<SignInLimits>;
  /** Shared with the other processes of this bot, and kept over restarts. */
  readonly slots: Slots;
  readonly log: Log;
  readonly now?: () => number;
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

const asleep = (milliseconds: number, signal: AbortSignal): Promise<void> => sleep(milliseconds, undefined, { signal });

/** A shard's place in the line; it stays its own while the connection breaks and comes back. */
type Ticket = { readonly rested: number; at?: number };

/**
 * Lets shards sign in one after the other, as Discord asks: those of one group five seconds apart, in whichever process
 * they run; a shard whose connection keeps ending after longer and longer waits; all of them slowly when few sign-ins
 * are left.
 */
export function createSignIns({ limits, slots, log, now = Date.now, pause = asleep }: Parts) {
  const own = ownSlots();
  const tickets = new Map<number, Ticket>();
  const made = new Map<number, number[]>();
  const recentOf = (shard: number) => (made.get(shard) ?? []).filter((at) => at > now() - hour);

  const turn = async (shard: number): Promise<number> => {
    const found = await limits().catch(() => undefined);
    const group = `discord:sign-in:${shard % (found?.max_concurrency ?? 1)}`;
    const pace = found ? paceOfSignIns(found) : 0;
    const reserve = async ({ take }: Slots) =>
      take(group, gap, pace > 0 ? await take("discord:sign-in", pace, now()) : now());
    return reserve(slots).catch((error) => {
      log.warn(loggedOf(error), "sign-ins of other processes could not be seen: this one goes by its own");
      return reserve(own);
    });
  };

  const until = async (at: number, shard: number, signal: AbortSignal): Promise<void> => {
    const wait = Math.max(0, at - now());
    if (wait >= worthTelling) log.warn({ shard, wait }, "waiting before signing in to Discord");
    await pause(wait, signal);
  };

  return {
    waitForIdentify: async (shard: number, signal: AbortSignal): Promise<void> => {
      const ticket = tickets.get(shard) ?? { rested: now() + waitBeforeSignIn(recentOf(shard).length) };
      tickets.set(shard, ticket);
      await until(ticket.rested, shard, signal);
      ticket.at ??= await turn(shard);
      await until(ticket.at, shard, signal);
      tickets.delete(shard);
      made.set(shard, [...recentOf(shard), now()]);
    },
  };
}
