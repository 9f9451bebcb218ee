/**
 * The dot product of a vector and the numbers that begin at a place of many. Four sums run side by side, for a processor
 * adds no number before it has the sum so far.
 */
export function dot(vector: Float32Array, many: Float32Array, from = 0): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const { length } = vector;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    a += (vector[k] ?? 0) * (many[from + k] ?? 0);
    b += (vector[k + 1] ?? 0) * (many[from + k + 1] ?? 0);
    c += (vector[k + 2] ?? 0) * (many[from + k + 2] ?? 0);
    d += (vector[k + 3] ?? 0) * (many[from + k + 3] ?? 0);
  }
  for (; k < length; k++) a += (vector[k] ?? 0) * (many[from + k] ?? 0);
  return a + b + c + d;
}
