import fc from "fast-check";
import { expect, test } from "vitest";
import { nearness } from "#search/meaning/latent.ts";
import { createMeanings } from "#search/meaning/meaning.ts";
import { readWordVectors, shippedWordVectors, written } from "#search/meaning/word-vectors.ts";
import { wordsOf } from "#search/words/tokens.ts";

const size = 5;
/** No numbers so small that a 127th of them is none. */
const number = fc.float({ min: -2, max: 2, noNaN: true }).map((value) => (Math.abs(value) < 1e-30 ? 0 : value));
const numbers = fc.array(number, { minLength: size, maxLength: size });

test("what is written is read again, each number within a 254th of its word's largest", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), numbers, { maxKeys: 20 }), (words) => {
      const places = new Map(Object.keys(words).map((word, i) => [word, i * size]));
      const read = readWordVectors(written({ size, places, values: Float32Array.from(Object.values(words).flat()) }));
      expect([...read.places]).toEqual([...places]);
      for (const [word, place] of places) {
        const before = words[word] ?? [];
        const largest = Math.max(...before.map(Math.abs));
        for (const [k, value] of before.entries())
          expect(Math.abs((read.values[place + k] ?? 0) - value)).toBeLessThanOrEqual(largest / 253);
      }
    }),
  );
});

test("a file that is cut short or is something else is refused", () => {
  const bytes = written({ size: 2, places: new Map([["a", 0]]), values: Float32Array.from([1, 2]) });
  expect(() => readWordVectors(bytes.subarray(0, -1))).toThrow("cut short");
  expect(() => readWordVectors(Buffer.from("hello, I am a text"))).toThrow();
});

test("the vectors that come with the bot know what is asked alike, whoever it is asked about", () => {
  const { of } = createMeanings(shippedWordVectors(), (words) => words.filter((word) => word !== "acme"));
  const near = (one: string, other: string) => nearness(of(wordsOf(one)), of(wordsOf(other)));
  expect(near("who started it", "founders")).toBeGreaterThan(near("who started it", "headcount"));
  expect(near("what could go wrong", "risks")).toBeGreaterThan(near("what could go wrong", "headquarters"));
  expect(near("how big is the acme team", "how big is the team")).toBeCloseTo(1);
  expect(near("qqxx zzyyx", "founders")).toBe(0);
});
