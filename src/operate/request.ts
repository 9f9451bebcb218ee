import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";

/**
 * What became of a command: answered; answered with "the casebook does not say"; refused for what was typed; turned away
 * because too much was asked; not done in time; broken.
 */
export type Outcome = "answered" | "not-known" | "refused" | "limited" | "slow" | "failed";

/** One thing somebody asked of the bot, from its arrival to the answer. Holds nothing that people wrote. */
export type Request = {
  /** Eight hexadecimal digits that stand in every log line of it. */
  readonly id: string;
  readonly platform: string;
  /** Milliseconds of `performance.now()`. */
  readonly startedAt: number;
  /** Milliseconds from arrival to the platform's receipt. */
  ackMs?: number;
  /** What ran, once it did. */
  ran?: { readonly command: string; readonly via: string; readonly outcome: Outcome; readonly ms: number };
  unanswered?: true;
};

const present = new AsyncLocalStorage<Request>();

/** The request that the calling code works for. */
export const currentRequest = (): Request | undefined => present.getStore();

/** Runs `work` as a new request; inside another one, it stays that one's. */
export function inRequest<T>(platform: string, work: (request: Request) => T): T {
  const request: Request = { id: randomBytes(4).toString("hex"), platform, startedAt: performance.now() };
  return present.run(request, work, request);
}
