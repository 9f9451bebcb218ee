import { expect, test } from "vitest";
import { randomFrom } from "#calc/random.ts";
import { nearness } from "#search/meaning/latent.ts";
import { contrast } from "#search/meaning/learn/contrast.ts";
import { learn } from "#search/meaning/learn/learn.ts";
import { createMeanings } from "#search/meaning/meaning.ts";
import type { WordVectors } from "#search/meaning/word-vectors.ts";

const size = 8;
const random = randomFrom(7);
const wordsBy = (theme: string) => Array.from({ length: 12 }, (_, i) => `${theme}${i}`);
const themes = ["price", "office", "people", "risk"];
const words = [...themes.flatMap(wordsBy), "stranger"];
const start: WordVectors = {
  size,
  places: new Map(words.map((word, i) => [word, i * size])),
  values: Float32Array.from({ length: words.length * size }, () => (random() - 0.5) / 5),
};
/** Twenty passages a theme, each asked for with two of its theme's words at a time. */
const lessons = themes.flatMap((theme, t) =>
  Array.from({ length: 20 }, (_, i) => ({
    entry: `entry${i}`,
    about: `${t}`,
    lines: Array.from({ length: 4 }, (_, j) => [`${theme}${(i + j) % 12}`, `${theme}${(i + 5 * j) % 12}`]),
  })),
);
const meaningsOf = (vectors: WordVectors) => createMeanings(vectors, (all) => all);
const nearBy = (vectors: WordVectors, one: readonly string[], other: readonly string[]) =>
  nearness(meaningsOf(vectors).of(one), meaningsOf(vectors).of(other));

test("words that ask for the same come near each other, and those of others go away", () => {
  const losses: number[] = [];
  const learnt = learn(start, lessons, { steps: 300, random: randomFrom(1), report: (_, loss) => losses.push(loss) });
  const same = (vectors: WordVectors) => nearBy(vectors, ["price0", "price3"], ["price7", "price9"]);
  const other = (vectors: WordVectors) => nearBy(vectors, ["price0", "price3"], ["risk7", "risk9"]);
  expect(same(learnt)).toBeGreaterThan(same(start) + 0.2);
  expect(other(learnt)).toBeLessThan(same(learnt) / 2);
  expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0);
});

test("the same lessons teach the same, and a word that no line has stays as it was", () => {
  const [first, again] = [1, 2].map(() => learn(start, lessons, { steps: 20, random: randomFrom(1) }));
  expect(first?.values).toEqual(again?.values);
  const place = start.places.get("stranger") ?? 0;
  expect(first?.values.slice(place)).toEqual(start.values.slice(place));
});

test("the loss falls along the gradients that are given for it", () => {
  const vector = (angle: number) => Float32Array.from([Math.cos(angle), Math.sin(angle)]);
  const lines = [0.2, 1.1, 2].map(vector);
  const middles = [0.5, 1.6, 1.9].map(vector);
  const abouts = ["a", "b", "c"];
  const { lines: towards, middles: back, loss } = contrast(lines, middles, abouts);
  const step = 1e-3;
  for (const [side, gradients] of [
    [lines, towards],
    [middles, back],
  ] as const)
    for (const [i, one] of side.entries())
      for (let k = 0; k < 2; k++) {
        const moved = side.map((vector, j) => (i === j ? vector.with(k, (one[k] ?? 0) + step) : vector));
        const after = side === lines ? contrast(moved, middles, abouts) : contrast(lines, moved, abouts);
        expect((after.loss - loss) / step).toBeCloseTo(gradients[i]?.[k] ?? 0, 1);
      }
});

test("passages about the same are no rivals", () => {
  const lines = [Float32Array.from([1, 0]), Float32Array.from([1, 0])];
  expect(contrast(lines, lines, ["founded", "founded"]).loss).toBeCloseTo(0);
  expect(contrast(lines, lines, ["founded", "sold"]).loss).toBeCloseTo(2 * Math.log(2));
});
