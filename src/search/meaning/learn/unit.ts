import { dot } from "../vector.ts";

/** A vector brought to length 1, and how long it was; what is 0 stays 0. */
export type Unit = { readonly values: Float32Array; readonly length: number };

/** A sum of vectors brought to length 1. */
export function unitOf(sum: Float32Array): Unit {
  const length = Math.sqrt(dot(sum, sum));
  return { values: length > 0 ? sum.map((value) => value / length) : sum, length };
}

/** The gradient before a vector was brought to length 1, from the one after. */
export function beforeUnit({ values, length }: Unit, gradient: Float32Array): Float32Array {
  if (length === 0) return new Float32Array(values.length);
  const along = dot(values, gradient);
  return gradient.map((value, k) => (value - (values[k] ?? 0) * along) / length);
}

/** Adds `share` of a vector to numbers of an array, from a place on. */
export function addTo(array: Float32Array, place: number, vector: Float32Array, share = 1): void {
  for (let k = 0; k < vector.length; k++) array[place + k] = (array[place + k] ?? 0) + share * (vector[k] ?? 0);
}
