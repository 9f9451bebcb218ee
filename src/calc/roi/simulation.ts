import type { Range } from "../assumption.ts";
import { quantile } from "../quantile.ts";
import { randomFrom } from "../random.ts";

/** An input that may turn out otherwise: its range, and the result with it set so and all else as given. */
export type Driver = { readonly name: string; readonly range: Range; readonly npvWith: (value: number) => number };

/** How far one input alone moves the result. */
export type Swing = { readonly name: string; readonly range: Range; readonly npvLow: number; readonly npvHigh: number };

/** Inputs by how far each alone moves the result from its low to its high end, the furthest first. */
export function swingsOf(drivers: readonly Driver[]): Swing[] {
  return drivers
    .map(({ name, range, npvWith }) => {
      const ends = [npvWith(range.low), npvWith(range.high)];
      return { name, range, npvLow: Math.min(...ends), npvHigh: Math.max(...ends) };
    })
    .sort((a, b) => b.npvHigh - b.npvLow - (a.npvHigh - a.npvLow));
}

/**
 * Low, likely and high results of drawing every input from its triangle of low, likely and high: the 10th, 50th and
 * 90th of a hundred draws. The same seed gives the same draws.
 */
export function simulate(
  ranges: readonly Range[],
  draws: number,
  seed: number,
  result: (values: readonly number[]) => number,
): Range {
  const random = randomFrom(seed);
  const results = Array.from({ length: Math.max(1, draws) }, () =>
    result(ranges.map((range) => triangular(range, random()))),
  ).sort((a, b) => a - b);
  return { low: quantile(results, 0.1), typical: quantile(results, 0.5), high: quantile(results, 0.9) };
}

/** The value of a triangular distribution below which a share of all draws lies. */
export function triangular({ low, typical, high }: Range, share: number): number {
  const width = high - low;
  if (width <= 0) return typical;
  const peak = (typical - low) / width;
  return share < peak
    ? low + Math.sqrt(share * width * (typical - low))
    : high - Math.sqrt((1 - share) * width * (high - typical));
}
