/** Which day of a month, or which of its Mondays; "L" is the last. */
export type Ordinal = number | "L";

/** How often something comes round. */
export type Frame = "day" | "week" | "month";

/** One piece of a schedule. Days of the week count from Sunday, which is 0. */
export type Meant =
  /** Every so many minutes or hours. */
  | { readonly kind: "rate"; readonly step: number; readonly unit: "minutes" | "hours" }
  | { readonly kind: "frame"; readonly of: Frame }
  | { readonly kind: "weekdays"; readonly days: readonly number[] }
  /** Days of the week that are left out. */
  | { readonly kind: "except"; readonly days: readonly number[] }
  /** The first and third Monday. `vague`: it may mean something else, unless a month is named. */
  | { readonly kind: "nth"; readonly counts: readonly Ordinal[]; readonly day: number; readonly vague?: boolean }
  /** Days of the month. `vague`: they may mean something else, unless a month is named. */
  | { readonly kind: "dates"; readonly dates: readonly Ordinal[]; readonly vague?: boolean }
  /** `half`: said with am or pm; absent for noon, which needs none. */
  | { readonly kind: "time"; readonly hour: number; readonly minute: number; readonly half?: boolean }
  | Limit;

/** What no schedule in words can carry. */
export type Limit = {
  readonly kind: "limit";
  /** A sentence for people. */
  readonly wrong: string;
  /** What stands in its place in an example, where the rest is no schedule by itself. */
  readonly instead?: readonly Meant[];
  /** Cron's day, month and weekday that can carry it, from those of the days that are named ("* * *" for none). */
  readonly cron?: (days: string) => string;
};

/** A piece, and the words it was read from. */
export type Part = Meant & { readonly said: string };

type Of<Kind extends Meant["kind"]> = Extract<Part, { kind: Kind }>;

/** The pieces of one kind. */
export function only<Kind extends Meant["kind"]>(parts: readonly Part[], kind: Kind): Of<Kind>[] {
  return parts.filter((part): part is Of<Kind> => part.kind === kind);
}

/** A regex source, and what its match and its groups mean; nothing for words that only join. */
export type Rule = readonly [source: string, meant: (...said: string[]) => readonly Meant[]];

/** Something that cannot be kept, with what may stand in its place. */
export function limit(wrong: string, instead: readonly Meant[] = []): Limit {
  return { kind: "limit", wrong, instead };
}

/** The frame that "days", "weekly" or "months" says; undefined for other words. */
export function frameOf(said: string): Frame | undefined {
  const [, day, week, month] = /^(?:(?:every)?(da[iy])|(week)|(month))/.exec(said) ?? [];
  return day ? "day" : week ? "week" : month ? "month" : undefined;
}

/** The piece that it is, if any. */
export function frame(said: string): Meant[] {
  const of = frameOf(said);
  return of ? [{ kind: "frame", of }] : [];
}
