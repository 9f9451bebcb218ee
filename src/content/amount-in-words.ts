import type { AssumptionsFile } from "./schema/assumptions.ts";

/**
 * A row's value with its unit: "1,300,000 GPU-hours", "$8.60 per GPU-hour". A share is said in per cent: 1.16 "share of
 * costs" is "116% of costs".
 */
export function amountInWords({ value, unit }: Pick<AssumptionsFile["rows"][number], "value" | "unit">): string {
  if (typeof value !== "number") return `${value} ${unit}`;
  const [, kind, of = ""] = /^(share|USD|%)(?=\s|$)(.*)$/.exec(unit) ?? [];
  switch (kind) {
    case "share":
      return `${figure(100 * value)}%${of}`;
    case "%":
      return `${figure(value)}%${of}`;
    case "USD":
      return `$${dollars(value)}${of}`;
    default:
      return `${figure(value)} ${unit}`;
  }
}

const figure = (value: number): string => value.toLocaleString("en-US", { maximumSignificantDigits: 12 });

/** Cents are said in full: 8.6 is "8.60". */
const dollars = (value: number): string =>
  /\.\d$/.test(`${value}`) ? value.toLocaleString("en-US", { minimumFractionDigits: 2 }) : figure(value);
