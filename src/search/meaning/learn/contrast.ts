import { dot } from "../vector.ts";
import { addTo } from "./unit.ts";

/** How sharply near is told from far: the inverse temperature. */
const sharpness = 16;

type Contrast = {
  /** Nats, the mean over lines and over passages, summed. */
  readonly loss: number;
  /** Gradients of each line and of each passage's middle. */
  readonly lines: readonly Float32Array[];
  readonly middles: readonly Float32Array[];
};

/**
 * How well each line tells its own passage from the others of a batch, and each passage its own line: the InfoNCE loss
 * (van den Oord et al. 2018) both ways round. All vectors are of length 1. Passages about the same are no rivals.
 */
export function contrast(
  lines: readonly Float32Array[],
  middles: readonly Float32Array[],
  abouts: readonly string[],
): Contrast {
  const scores = lines.map((line, i) =>
    middles.map((middle, j) =>
      i !== j && abouts[i] === abouts[j] ? Number.NEGATIVE_INFINITY : sharpness * dot(line, middle),
    ),
  );
  const across = scores.map(sharesOf);
  const down = scores.map((_, j) => sharesOf(scores.map((row) => row[j] ?? 0)));
  const zeros = (vectors: readonly Float32Array[]) => vectors.map(({ length }) => new Float32Array(length));
  const result = { lines: zeros(lines), middles: zeros(middles) };
  let loss = 0;
  for (const [i, line] of lines.entries()) {
    loss -= Math.log((across[i]?.[i] ?? 0) * (down[i]?.[i] ?? 0) + 1e-30);
    for (const [j, middle] of middles.entries()) {
      const wrong = (across[i]?.[j] ?? 0) + (down[j]?.[i] ?? 0) - (i === j ? 2 : 0);
      if (wrong === 0) continue;
      const pull = (sharpness * wrong) / lines.length;
      const [towards, back] = [result.lines[i], result.middles[j]];
      if (towards) addTo(towards, 0, middle, pull);
      if (back) addTo(back, 0, line, pull);
    }
  }
  return { loss: loss / (lines.length || 1), ...result };
}

/** The softmax of some scores. */
function sharesOf(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
