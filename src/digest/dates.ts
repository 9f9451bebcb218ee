/** "Mon 23 Nov, 09:00" of a moment in a time zone; the year only when it is another than `now`'s. */
export function formatMoment(moment: number, zone: string, now: number = moment): string {
  return `${formatDay(moment, zone, now)}, ${formatTime(moment, zone)}`;
}

/** "Mon 23 Nov", with the year when it is another than `now`'s. */
export function formatDay(moment: number, zone: string, now: number = moment): string {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "short", day: "numeric", month: "short" })
    .formatToParts(moment)
    .filter((part) => part.type !== "literal")
    .map((part) => part.value.slice(0, 3));
  const year = (time: number) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, year: "numeric" }).format(time);
  return [...parts, ...(year(moment) === year(now) ? [] : [year(moment)])].join(" ");
}

function formatTime(moment: number, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(moment);
}
