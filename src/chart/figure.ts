const compact = new Intl.NumberFormat("en-US", { notation: "compact", maximumSignificantDigits: 3 });

/** A number with its unit, short enough for a bar's end: `$137K`, `64 points`, `−$1.2M`, `38 %`. */
export function figure(value: number, unit: string): string {
  const size = Math.abs(value);
  const shown = size !== 0 && (size >= 1e15 || size < 1e-4) ? size.toExponential(1) : compact.format(size);
  const sign = value < 0 ? "−" : "";
  if (/^(usd|us dollars|\$)$/i.test(unit)) return `${sign}$${shown}`;
  return unit === "%" ? `${sign}${shown} %` : `${sign}${shown}`;
}
