import fc from "fast-check";
import { expect, test } from "vitest";
import { dot } from "#search/meaning/vector.ts";

const numbers = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 0, maxLength: 40 });

test("a dot product is the sum of the products, whatever the length and wherever the numbers begin", () => {
  fc.assert(
    fc.property(numbers, numbers, (vector, before) => {
      const many = Float32Array.from([...before, ...vector.map((value) => value + 1)]);
      const sum = vector.reduce((total, value) => total + value * (value + 1), 0);
      expect(dot(Float32Array.from(vector), many, before.length)).toBe(sum);
    }),
  );
});
