import { type Assumption, numbersOf } from "../assumption.ts";

/** A row's factor at `x`: its `factors` at the points `at`, straight between them on a logarithmic scale of x. */
export function onCurve(x: number, row: Assumption): number {
  const at = numbersOf(row, "at");
  const factors = numbersOf(row, "factors");
  if (at.length === 0 || at.length !== factors.length)
    throw new Error(`row "${row.id}" needs as many factors as points`);
  return interpolate(x, at, factors);
}

/** The value at `x` between points in rising order, straight on a logarithmic scale of x; flat beyond the ends. */
export function interpolate(x: number, at: readonly number[], values: readonly number[]): number {
  const above = at.findIndex((point) => x < point);
  const last = values.at(-1) ?? 0;
  if (above === -1) return last;
  const [x0 = 1, x1 = 1] = [at[above - 1], at[above]];
  const [y0 = last, y1 = last] = [values[above - 1], values[above]];
  return above === 0 ? y1 : y0 + ((y1 - y0) * Math.log(x / x0)) / Math.log(x1 / x0);
}
