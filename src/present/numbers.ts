import type { Range } from "#calc/assumption.ts";

const plainNumber = (digits: number) => new Intl.NumberFormat("en-US", { maximumSignificantDigits: digits });
const compactNumber = (digits: number) =>
  new Intl.NumberFormat("en-US", { notation: "compact", maximumSignificantDigits: digits });

/** A count in words of at most three digits: 119,000 → "119,000", 1.3e6 → "1.3M", 2.5e12 → "2.5T". */
export function formatCount(value: number, digits = 3): string {
  if (value !== 0 && (Math.abs(value) >= 1e15 || Math.abs(value) < 1e-3))
    return value.toExponential(digits - 1).replace("e+", "e");
  return Math.abs(value) >= 1e6 ? compactNumber(digits).format(value) : plainNumber(digits).format(value);
}

/** US dollars: "$523,000", "$1.1M", "$2.50". */
export function formatMoney(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (size < 1000 && size % 1 !== 0) return `${sign}$${size < 100 ? size.toFixed(2) : plainNumber(3).format(size)}`;
  return `${sign}$${formatCount(size)}`;
}

/** A share as a percentage: 0.385 → "38.5%", −0.01 → "−1%". */
export function formatShare(value: number, digits = 2): string {
  return `${plainNumber(digits)
    .format(value * 100)
    .replace("-", "−")}%`;
}

/** Days in the unit that reads best: "4.1 minutes", "5 hours", "30 days", "4.9 months", "3.1 years". */
export function formatDays(days: number): string {
  const [amount, unit] =
    days < 1 / 24
      ? [days * 1440, "minute"]
      : days < 1
        ? [days * 24, "hour"]
        : days < 90
          ? [days, "day"]
          : days < 730
            ? [days / 30.4375, "month"]
            : [days / 365.25, "year"];
  const shown = plainNumber(2).format(amount);
  return `${shown} ${unit}${shown === "1" ? "" : "s"}`;
}

/** "$310,000 to $1.1M", or one figure where both ends read the same. */
export function formatRange({ low, high }: Pick<Range, "low" | "high">, format: (value: number) => string): string {
  return format(low) === format(high) ? format(low) : `${format(low)} to ${format(high)}`;
}

/** Bytes in decimal units: "126 GB", "2.3 TB". */
export function formatBytes(bytes: number): string {
  const [amount, unit] =
    bytes >= 1e15
      ? [bytes / 1e15, "PB"]
      : bytes >= 1e12
        ? [bytes / 1e12, "TB"]
        : bytes >= 1e9
          ? [bytes / 1e9, "GB"]
          : [bytes / 1e6, "MB"];
  return `${plainNumber(3).format(amount)} ${unit}`;
}
