/** Numbers in rows that are moved against their gradients. */
type Learnt = {
  readonly values: Float32Array;
  /** Gathers a gradient: what is added to it is taken by the next step. */
  gradientOf(row: number): Float32Array;
  /** Moves every row that has a gradient, by at most about the rate, and forgets the gradients. */
  step(rate: number): void;
};

const slope = { first: 0.9, second: 0.999, tiny: 1e-8 };

/** Adam (Kingma and Ba 2015), for rows of which a batch meets few: the others rest, and so do their moments. */
export function createLearnt(values: Float32Array, size: number): Learnt {
  const first = new Float32Array(values.length);
  const second = new Float32Array(values.length);
  const met = new Map<number, Float32Array>();
  let steps = 0;
  return {
    values,
    gradientOf: (row) => {
      const known = met.get(row);
      if (known) return known;
      const fresh = new Float32Array(size);
      met.set(row, fresh);
      return fresh;
    },
    step: (rate) => {
      steps++;
      const [one, two] = [1 - slope.first ** steps, 1 - slope.second ** steps];
      for (const [row, gradient] of met)
        for (let k = 0; k < size; k++) {
          const at = row * size + k;
          const g = gradient[k] ?? 0;
          const m = slope.first * (first[at] ?? 0) + (1 - slope.first) * g;
          const v = slope.second * (second[at] ?? 0) + (1 - slope.second) * g * g;
          first[at] = m;
          second[at] = v;
          values[at] = (values[at] ?? 0) - (rate * m) / one / (Math.sqrt(v / two) + slope.tiny);
        }
      met.clear();
    },
  };
}
