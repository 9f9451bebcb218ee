import { pace } from "./limits.ts";

/** Whether a way of sending takes pictures. Slack says nowhere that all of them do. */
export type Trust = {
  holds(): boolean;
  /** An answer with pictures was sent: with them, or in the end without. */
  learn(taken: boolean): void;
};

/** After two answers in a row whose pictures were refused none are tried for an hour. */
export function createTrust(now: () => number = Date.now): Trust {
  let refusals = 0;
  let doubtsUntil = 0;
  return {
    holds: () => now() >= doubtsUntil,
    learn(taken) {
      refusals = taken ? 0 : refusals + 1;
      if (refusals >= 2) doubtsUntil = now() + pace.picturesClosed;
    },
  };
}
