import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Dispatch } from "./adapter.ts";
import type { Invocation, Origin } from "./invocation.ts";
import { formatLine } from "./line.ts";
import { createPasses } from "./passes.ts";
import { paragraph, type Reply } from "./reply.ts";
import { createTurns } from "./turns.ts";
import { inTimeOr } from "./within.ts";

export type Limits = {
  /** Requests a minute from one person, and from one workspace. */
  readonly perPerson: number;
  readonly perWorkspace: number;
  /** Commands that run side by side, and how many more may stand in line. */
  readonly running?: number;
  readonly waiting?: number;
  /** Milliseconds, standing in line included, after which an asker is told that it takes too long. */
  readonly patience?: number;
};

const minute = 60;

/**
 * The same dispatch, with a fair share for everyone: who asks too often, or while too many wait, is told when to come
 * back. A command that takes too long goes on, one that waited too long does not begin; their askers are told.
 */
export function limitDispatch(
  dispatch: Dispatch,
  { perPerson, perWorkspace, running = 16, waiting = 400, patience = 20_000 }: Limits,
): Dispatch {
  const people = new RateLimiterMemory({ points: perPerson, duration: minute });
  const workspaces = new RateLimiterMemory({ points: perWorkspace, duration: minute });
  const turns = createTurns({ running, waiting });
  const ownPass = createPasses();

  const refused = async ({ origin }: Invocation): Promise<{ says: string; retryAfter: number } | undefined> => {
    const group = groupOf(origin);
    const own = origin.asker === undefined ? 0 : await secondsToWait(people, `${group}:${origin.asker}`);
    if (own > 0)
      return {
        says: `That was more than ${perPerson} requests in a minute from you. I answer again in ${seconds(own)}.`,
        retryAfter: own,
      };
    const all = await secondsToWait(workspaces, group);
    if (all > 0)
      return {
        says: `That was more than ${perWorkspace} requests in a minute from your workspace. I answer again in ${seconds(all)}.`,
        retryAfter: all,
      };
    return undefined;
  };

  return {
    ...dispatch,
    run: async (invocation) => {
      const refusal = await refused(invocation);
      if (refusal) return later(invocation, "rate-limited", refusal.says, refusal.retryAfter);
      const turn = turns.take(groupOf(invocation.origin));
      if (!turn) return later(invocation, "busy", "Many people ask at once right now. Please try again shortly.", 5);
      let told = false;
      const tooLate = () => {
        told = true;
        return later(invocation, "slow", `This takes longer than ${seconds(patience / 1000)}. Please try again.`, 5);
      };
      const work = async (): Promise<Reply> => {
        const end = await turn;
        try {
          // Acks of what arrived meanwhile go first: platforms wait three seconds for those.
          await ownPass();
          const reply = told ? tooLate() : await dispatch.run(invocation);
          // It is drawn and sent at once: several that come back together would hold an ack up as well.
          await ownPass();
          return reply;
        } finally {
          end();
        }
      };
      return inTimeOr(patience, work(), tooLate);
    },
  };
}

const groupOf = ({ platform, workspace, channel, asker }: Origin): string =>
  `${platform}:${workspace ?? channel ?? asker ?? ""}`;

const seconds = (count: number): string => (count === 1 ? "1 second" : `${count} seconds`);

/** Takes one point; 0 when there was one left, else the seconds until there is. */
async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (error) {
    return error instanceof RateLimiterRes ? Math.max(1, Math.ceil(error.msBeforeNext / 1000)) : 0;
  }
}

function later(invocation: Invocation, error: string, says: string, retryAfter: number): Reply {
  const line = formatLine(invocation);
  return {
    ...{ ok: false, command: invocation.command, line, title: "One moment, please" },
    parts: [paragraph(says), { kind: "buttons", buttons: [{ label: "Try again", line }] }],
    ...{ sources: [], data: { error, retryAfter }, page: 1, shared: false },
  };
}
