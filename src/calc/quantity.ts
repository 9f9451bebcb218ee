import { plainCounts, plainNumbers } from "./notation.ts";

/** Multipliers of the suffixes people put behind a number: `7B`, `15t`, `100k`, `2 billion`. */
const scales: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["thousand", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["mm", 1e6],
  ["mio", 1e6],
  ["mil", 1e6],
  ["million", 1e6],
  ["millions", 1e6],
  ["b", 1e9],
  ["bn", 1e9],
  ["bil", 1e9],
  ["g", 1e9],
  ["billion", 1e9],
  ["billions", 1e9],
  ["t", 1e12],
  ["tn", 1e12],
  ["tril", 1e12],
  ["trillion", 1e12],
  ["trillions", 1e12],
  ["thousands", 1e3],
  ["lakh", 1e5],
  ["lakhs", 1e5],
  ["crore", 1e7],
  ["crores", 1e7],
  ["mln", 1e6],
  ["bln", 1e9],
  ["mrd", 1e9],
  ["milliard", 1e9],
  ["milliards", 1e9],
  ["trn", 1e12],
]);

/**
 * Regex source of a number as typed: `1,000`, `2.5`, `.5`, `2e12`, `1_000`, `-3`. Every repeat is bounded, so matching
 * takes constant time at any place of a text.
 */
export const numberSource = String.raw`(?=[-+]?\.?\d)[-+]?(?:\d{1,3}(?:,\d{3}){1,10}|\d[\d_]{0,40})?(?:\.\d{1,20})?(?:e[-+]?\d{1,3})?`;

/** Regex source of a scale suffix, longest first; the caller makes sure that no letter follows. */
export const scaleSource = [...scales.keys()].sort((a, b) => b.length - a.length).join("|");

const quantity = new RegExp(`^(${numberSource})[\\s-]*(${scaleSource})?$`, "i");

/** No quantity is longer, with its unit; what is, is not looked at. */
const longestQuantity = 100;

const number = new RegExp(`^${numberSource}$`, "i");

/** A number as typed, without unit: `1,000` → 1000, `1,5` → 1.5, `2e12` → 2e12. Undefined for anything else. */
export function readNumber(typed: string): number | undefined {
  if (typed.length > longestQuantity) return undefined;
  const plain = plainNumbers(typed).trim();
  const value = number.test(plain) ? Number(plain.replace(/[_,]/g, "")) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** A number with an optional scale: `7B` → 7e9, `1.5 trillion` → 1.5e12, `100k` → 100000, `1,5T` → 1.5e12. */
export function readQuantity(typed: string): number | undefined {
  if (typed.length > longestQuantity) return undefined;
  const match = quantity.exec(plainNumbers(typed).trim());
  const value = match ? readNumber(match[1] ?? "") : undefined;
  if (match === null || value === undefined) return undefined;
  const scale = scales.get((match[2] ?? "").toLowerCase());
  // 15 digits: 8.03B is 8030000000, not 8029999999.999999.
  return scale === undefined ? value : Number((value * scale).toPrecision(15));
}

/** A share: `38%` → 0.38, `0.38` → 0.38, `38` → 0.38. A bare number up to 1 is a share, above 1 a percentage. */
export function readShare(typed: string): number | undefined {
  if (typed.length > longestQuantity) return undefined;
  const trimmed = typed.trim();
  const percent = /\s*(?:%|percent|pct)$/i.test(trimmed);
  const value = readNumber(trimmed.replace(/\s*(?:%|percent|pct)$/i, ""));
  if (value === undefined) return undefined;
  return percent || Math.abs(value) > 1 ? value / 100 : value;
}

/** How many there are of what comes whole, whose points stand between thousands: `1.200` → 1200. */
export const readCount = (typed: string): number | undefined => readQuantity(plainCounts(typed));

/** A price in US dollars, maybe with cents: `$2.50`, `100k`, `1.2M usd`, `$ 30`. */
export const readMoney = (typed: string): number | undefined =>
  typed.length > longestQuantity ? undefined : readQuantity(withoutDollars(typed));

/** A sum in US dollars, whose points stand between thousands: `$80.000` → 80000. */
export const readSum = (typed: string): number | undefined =>
  typed.length > longestQuantity ? undefined : readCount(withoutDollars(typed));

const withoutDollars = (typed: string): string =>
  typed
    .trim()
    .replace(/^(?:(?:us)?\$|usd)\s*/i, "")
    .replace(/\s*(?:\$|usd|us dollars?|dollars?|bucks)$/i, "");

const daysPer: Readonly<Record<string, number>> = { h: 1 / 24, d: 1, w: 7, mo: 365.25 / 12, y: 365.25 };

/** Regex source of a unit of time. */
export const timeSource = "hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mos?|years?|yrs?|y";

const duration = new RegExp(`^(${numberSource})[\\s-]*(${timeSource})?$`, "i");

/** A length of time in days: `30d` → 30, `720 hours` → 30, `3 weeks` → 21; a bare number is days. */
export function readDays(typed: string): number | undefined {
  if (typed.length > longestQuantity) return undefined;
  const match = duration.exec(plainNumbers(typed).trim());
  const value = match ? readNumber(match[1] ?? "") : undefined;
  if (match === null || value === undefined) return undefined;
  const unit = (match[2] ?? "d").toLowerCase();
  const key = unit.startsWith("mo") ? "mo" : unit.slice(0, 1);
  return value * (daysPer[key] ?? 1);
}

/** Tokens in a context window: a power of two before `k` counts in 1,024s (`8k` → 8192), all else in thousands. */
export function readContext(typed: string): number | undefined {
  const match = /^(\d{1,4})\s*k$/i.exec(typed.trim());
  const count = Number(match?.[1]);
  return match && Number.isInteger(Math.log2(count)) ? count * 1024 : readCount(typed);
}

/** The shortest form that {@link readQuantity} gives back unchanged: 7e9 → `7B`, 1500 → `1500`, 1.5e12 → `1.5T`. */
export function writeQuantity(value: number): string {
  for (const [suffix, scale] of [
    ["T", 1e12],
    ["B", 1e9],
    ["M", 1e6],
  ] as const) {
    if (Math.abs(value) < scale) continue;
    const short = String(Number((value / scale).toPrecision(15)));
    if (!short.includes("e") && readQuantity(short + suffix) === value) return short + suffix;
  }
  return String(value);
}
