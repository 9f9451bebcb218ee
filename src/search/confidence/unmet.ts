import { standsAnywhere } from "../question/places.ts";
import type { Question } from "../question/question.ts";
import type { Scored } from "../rank/score.ts";

/** How much of what somebody said a passage has nothing of, whatever that weighs; both 0 to 1. */
type Unmet = {
  /** The share of the words that the passage has nowhere. */
  readonly lacked: number;
  /** The share that the casebook has nowhere at all. */
  readonly unheard: number;
};

/**
 * Everyday words weigh next to nothing when a passage is looked for, but a text that is made of them is about something
 * else: "how do I sew on a button so it stays on?"
 */
export function unmetIn({ units }: Question, { read, covered }: Pick<Scored, "read" | "covered">): Unmet {
  const here = read.held();
  let telling = 0;
  let lacked = 0;
  let unheard = 0;
  for (const [i, unit] of units.entries()) {
    if (unit.filler) continue;
    telling++;
    if (covered[i] || standsAnywhere(unit, here)) continue;
    lacked++;
    if (!unit.heard) unheard++;
  }
  return telling === 0 ? none : { lacked: lacked / telling, unheard: unheard / telling };
}

const none: Unmet = { lacked: 0, unheard: 0 };
