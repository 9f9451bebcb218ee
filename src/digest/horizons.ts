import type { DigestHorizons } from "#core/digest-store.ts";
import { day } from "#core/durations.ts";

const sentDays = 90;
/** Longer than the clocks of two processes are apart. */
const slotDays = 1;
/** A schedule comes round within a year, or a leap year and a day: so long a channel may come back, and ask what changed. */
const memoryDays = 400;

/** Before when digests keep nothing. `now`: the clock of due times, `clock`: that of sending; milliseconds since 1970. */
export function horizonsAt(now: number, clock: number): DigestHorizons {
  return {
    finished: clock - sentDays * day,
    slots: clock - slotDays * day,
    changes: now - memoryDays * day,
    memory: now - memoryDays * day,
  };
}
