import { compactNumber } from "#core/compact.ts";

/** A number with its unit, short enough for a bar's end: `$137K`, `64 points`, `−$1.2M`, `38%`. */
export function figure(value: number, unit: string): string {
  const shown = compactNumber(Math.abs(value));
  const sign = value < 0 ? "−" : "";
  if (/^(usd|us dollars|\$)$/i.test(unit)) return `${sign}$${shown}`;
  return unit === "%" ? `${sign}${shown}%` : `${sign}${shown}`;
}
