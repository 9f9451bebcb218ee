/** Local date and time of every minute of one zone, minute by minute: slow, and obviously right. */
type Local = { readonly date: string; readonly minutes: number; readonly weekday: number; readonly day: number };

function localOf(format: Intl.DateTimeFormat, moment: number): Local {
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const { year = "", month = "", day = "", hour = "", minute = "" } = part;
  const date = `${year}-${month}-${day}`;
  return {
    date,
    minutes: Number(hour) * 60 + Number(minute),
    weekday: new Date(`${date}T00:00Z`).getUTCDay(),
    day: Number(day),
  };
}

/** Which days, and at which minute of the day. */
export type Plan = { readonly weekdays?: readonly number[]; readonly monthDay?: number; readonly minutes: number };

/** Reads the patterns that whole-day schedules have: "30 2 * * 1-5", "0 9 15 * *". */
export function planOf(pattern: string): Plan {
  const [minute, hour, monthDay = "*", , weekdays = "*"] = pattern.split(" ");
  const minutes = Number(hour) * 60 + Number(minute);
  if (monthDay !== "*") return { monthDay: Number(monthDay), minutes };
  if (weekdays === "*") return { minutes };
  const days = weekdays.split(",").flatMap((piece) => {
    const [from, to = from] = piece.split("-").map(Number);
    return Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, i) => (from ?? 0) + i);
  });
  return { weekdays: days, minutes };
}

const minute = 60_000;
const quarter = 15 * minute;

/**
 * What a zone's clock shows at every minute from one moment to another. It is asked at every quarter of an hour, and at
 * every minute of those quarters in which it is set.
 */
export function walk(zone: string, from: number, to: number): { moment: number; local: Local }[] {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  });
  const minutes: { moment: number; local: Local }[] = [];
  let next = localOf(format, from);
  for (let begin = from; begin <= to; begin += quarter) {
    const first = next;
    next = localOf(format, begin + quarter);
    const runs = next.date === first.date && next.minutes === first.minutes + 15;
    for (let moment = begin; moment < begin + quarter && moment <= to; moment += minute) {
      const since = (moment - begin) / minute;
      minutes.push({ moment, local: runs ? { ...first, minutes: first.minutes + since } : localOf(format, moment) });
    }
  }
  return minutes;
}

const week = 7 * 86_400_000;

/** The minutes at which a zone's clock is set, from one moment to another, found by asking it every week and halving. */
export function clockChanges(zone: string, from: number, to: number): { at: number; offsets: string }[] {
  const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  const offset = (moment: number): number => {
    const [, sign = "+", hours = "0", minutes = "0"] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(moment)) ?? [];
    return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  };
  const changes: { at: number; offsets: string }[] = [];
  let before = offset(from);
  for (let moment = from; moment < to; moment += week) {
    const after = offset(moment + week);
    if (after !== before) {
      let [same, other] = [moment, moment + week];
      while (other - same > minute) {
        const middle = same + Math.floor((other - same) / 2 / minute) * minute;
        if (offset(middle) === before) same = middle;
        else other = middle;
      }
      changes.push({ at: other, offsets: `${before} ${after}` });
    }
    before = after;
  }
  return changes;
}

/**
 * Due times along a walk: a day that is wanted comes due at the first minute whose clock shows the time, or, when no
 * minute of it does, at the first whose clock is past it.
 */
export function slowDues(plan: Plan, walked: ReturnType<typeof walk>): number[] {
  const dues: number[] = [];
  const done = new Set<string>();
  for (const { moment, local } of walked) {
    const { date, minutes, weekday, day } = local;
    const wanted = plan.monthDay === undefined ? (plan.weekdays?.includes(weekday) ?? true) : day === plan.monthDay;
    if (!wanted || done.has(date) || minutes < plan.minutes) continue;
    done.add(date);
    dues.push(moment);
  }
  return dues;
}

/** The due times of several patterns together. */
export function slowDuesOf(patterns: readonly string[], walked: ReturnType<typeof walk>): number[] {
  return [...new Set(patterns.flatMap((pattern) => slowDues(planOf(pattern), walked)))].sort((a, b) => a - b);
}
