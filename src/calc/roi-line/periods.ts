/** Regex source of "per", as people write it. */
export const per = String.raw`(?:\s{0,2}/\s{0,2}|\s{0,2}(?:per|an?|each|every)\s{1,2})`;

const names = {
  day: ["days?|d", "daily"],
  week: ["weeks?|wks?|w", "weekly"],
  month: ["months?|mo", "monthly"],
  quarter: ["quarters?|qtr", "quarterly"],
  year: ["years?|yrs?|y|annum", "yearly|annually|annual"],
} as const;

export type Period = keyof typeof names;
const periods = ["day", "week", "month", "quarter", "year"] as const satisfies readonly Period[];

/** How often a year what comes by the period comes; working days are not counted here. */
export const timesAYear: Readonly<Partial<Record<Period, number>>> = { week: 52, month: 12, quarter: 4, year: 1 };

/** Regex source of how often something comes: "per month", "/yr", "weekly". */
export const every = String.raw`(?:${per}(?:${periods.map((period) => names[period][0]).join("|")})|\s(?:${periods.map((period) => names[period][1]).join("|")})|\s?p\.?[wma]\.?)(?![a-z0-9])`;

/** Regex source of the same before what comes: "monthly". */
export const often = `(?:${periods.map((period) => names[period][1]).join("|")})`;

/** The period that a match of `every` or `often` says; undefined for none. */
export function periodOf(said: string | undefined): Period | undefined {
  const word = said
    ?.trim()
    .toLowerCase()
    .replace(/^(?:\/|per\b|an?\b|each\b|every\b)\s*/, "")
    .replace(/^p\.?(?=[wma]\.?$)/, "")
    .replace(/\.$/, "");
  if (!word) return undefined;
  const short: Readonly<Record<string, Period>> = { m: "month", a: "year" };
  return short[word] ?? periods.find((period) => new RegExp(`^(?:${names[period].join("|")})$`).test(word));
}

const withPeriod = new RegExp(`^(.{1,60}?)(${every})$`, "i");

/** An amount and how often it comes: `5k/month` → `5k` and month. */
export function splitPeriod(typed: string): { readonly amount: string; readonly period: Period | undefined } {
  const [, amount = typed, said] = withPeriod.exec(typed.trim()) ?? [];
  return { amount, period: periodOf(said) };
}
