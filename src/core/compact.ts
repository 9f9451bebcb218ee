const format = (digits: number) =>
  new Intl.NumberFormat("en-US", { notation: "compact", maximumSignificantDigits: digits });
const formats = { 3: format(3), 4: format(4) };

/** A number in few letters, `1.23M`; beyond what words exist for, in powers of ten. `digits` are significant. */
export function compactNumber(value: number, digits: keyof typeof formats = 3): string {
  const size = Math.abs(value);
  return size !== 0 && (size >= 1e15 || size < 1e-4) ? value.toExponential(digits - 2) : formats[digits].format(value);
}
