/** One thing a check-up looked at. */
export type Finding = {
  /** What was looked at: "Slack token". */
  readonly check: string;
  /** `note`: nothing to mend, and worth knowing. */
  readonly state: "ok" | "note" | "problem";
  /** What was found, without secrets. */
  readonly says: string;
  /** What to do about it. */
  readonly todo?: string;
};

/** Milliseconds by which a clock may differ before it is worth telling: Slack refuses signatures of five minutes. */
const longestSkew = 60_000;

/** How far this machine's clock is from a server's, told by the `Date` header of its answer. */
export function clockFinding(server: string, date: string | null, now: number): Finding | undefined {
  const theirs = Date.parse(date ?? "");
  if (Number.isNaN(theirs)) return undefined;
  const skew = now - theirs;
  const check = `clock by ${server}`;
  if (Math.abs(skew) <= longestSkew) return { check, state: "ok", says: "within a minute" };
  const says = `this machine is ${Math.round(Math.abs(skew) / 1000)} s ${skew > 0 ? "ahead" : "behind"}`;
  return { check, state: "problem", says, todo: "set the clock, and let NTP keep it (timedatectl set-ntp true)" };
}
