import fc from "fast-check";
import { expect, test } from "vitest";
import { atOnce } from "#core/steps.ts";
import { nearness, topicReader, topicSteps } from "#search/meaning/latent.ts";

const learn = (texts: readonly string[]) =>
  topicReader(
    atOnce(
      topicSteps(
        texts,
        (text) => text,
        (text) => text.split(" "),
      ),
    ),
  );

/** Texts of two themes of thirty words each, every one with ten words of its theme, spread evenly. */
const texts = ["garage", "kitchen"].flatMap((theme) =>
  Array.from({ length: 150 }, (_, i) =>
    Array.from({ length: 10 }, (_, j) => `${theme}${(i * 7 + j * j + j * (i % 11)) % 31}`).join(" "),
  ),
);

test("texts about the same are near, though they share no word", () => {
  const topicOf = learn(texts);
  const topic = (theme: string, ...numbers: number[]) => topicOf(numbers.map((number) => `${theme}${number}`));
  const asked = topic("garage", 1, 2, 3, 4, 5, 6, 7, 8);
  expect(nearness(asked, asked)).toBeCloseTo(1, 3);
  expect(nearness(asked, topic("garage", 11, 12, 13, 14, 15, 16, 17, 18))).toBeGreaterThan(0.2);
  expect(nearness(asked, topic("kitchen", 11, 12, 13, 14, 15, 16, 17, 18))).toBeLessThan(0.15); // Chance alone makes two themes a little akin.
});

test("words the library never uses have no topic", () => {
  const topicOf = learn(texts);
  expect(nearness(topicOf(["submarine"]), topicOf(["garage1"]))).toBe(0);
  expect(nearness(topicOf([]), topicOf([]))).toBe(0);
  expect(learn([])(["garage1"])).toHaveLength(0);
});

test("the same documents give the same topics, of length 1, with nearness from 0 to 1", () => {
  const words = fc.array(fc.constantFrom(..."abcdefghij"), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 30 }), words, words, (documents, one, other) => {
      const texts = documents.map((terms) => terms.join(" "));
      const [first, again] = [learn(texts), learn(texts)];
      expect(first(one)).toEqual(again(one));
      const length = Math.hypot(...first(one));
      expect(length === 0 || Math.abs(length - 1) < 1e-3).toBe(true);
      const near = nearness(first(one), first(other));
      expect(near).toBeGreaterThanOrEqual(0);
      expect(near).toBeLessThan(1.001);
    }),
  );
});
