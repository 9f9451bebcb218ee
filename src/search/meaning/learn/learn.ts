import { dot } from "../vector.ts";
import type { WordVectors } from "../word-vectors.ts";
import { createLearnt } from "./adam.ts";
import { createBatches, type Taught } from "./batches.ts";
import { contrast } from "./contrast.ts";
import { addTo, beforeUnit, type Unit, unitOf } from "./unit.ts";

/** One passage: its entry, what it is about, and its lines as words. */
export type Lesson = { readonly entry: string; readonly about: string; readonly lines: readonly (readonly string[])[] };

type Course = {
  /** Batches taken. */
  readonly steps: number;
  /** Numbers from 0 to 1, the same every time. */
  readonly random: () => number;
  /** Told of every hundredth batch, with the mean loss since. */
  readonly report?: (step: number, loss: number) => void;
};

const rates = { vector: 0.002, weight: 0.001 };
/** Batches until the rates are reached; from there they fall along half a cosine, to a twentieth. */
const warming = 200;
const last = 0.05;

/**
 * Word vectors that bring each line near the other lines of its passage and away from those of others. A line is the
 * sum of its words, each by a weight of its own (as StarSpace does: Wu et al. 2017); {@link contrast} says what is
 * wrong with it. Words that no line has stay as they began. Pure; about a tenth of a second a batch.
 */
export function learn(start: WordVectors, lessons: readonly Lesson[], { steps, random, report }: Course): WordVectors {
  const { size } = start;
  const words = [...start.places.keys()];
  const numbers = new Map(words.map((word, i) => [word, i]));
  const values = new Float32Array(size * words.length);
  for (const [i, place] of [...start.places.values()].entries())
    addTo(values, i * size, start.values.subarray(place, place + size));
  const taught: Taught[] = lessons.map(({ lines, ...lesson }) => ({
    ...lesson,
    lines: lines
      .map((line) => Uint32Array.from(line.flatMap((word) => numbers.get(word) ?? [])))
      .filter(({ length }) => length > 0),
  }));
  const vectors = createLearnt(values, size);
  const weights = createLearnt(new Float32Array(words.length), 1);
  const vectorOf = (word: number) => vectors.values.subarray(word * size, (word + 1) * size);
  const weightOf = (word: number) => Math.exp(weights.values[word] ?? 0);

  const encode = (line: Uint32Array): Unit => {
    const sum = new Float32Array(size);
    for (const word of line) addTo(sum, 0, vectorOf(word), weightOf(word));
    return unitOf(sum);
  };
  const teach = (line: Uint32Array, gradient: Float32Array) => {
    for (const word of line) {
      addTo(vectors.gradientOf(word), 0, gradient, weightOf(word));
      addTo(weights.gradientOf(word), 0, new Float32Array([weightOf(word) * dot(vectorOf(word), gradient)]));
    }
  };

  const batchOf = createBatches(taught, random);
  let loss = 0;
  for (let step = 1; step <= steps; step++) {
    const batch = batchOf();
    const asked = batch.map(({ line }) => encode(line));
    const against = batch.map((example) => example.against.map(encode));
    const middles = against.map((units) => {
      const sum = new Float32Array(size);
      for (const { values } of units) addTo(sum, 0, values, 1 / units.length);
      return unitOf(sum);
    });
    const told = contrast(
      asked.map(({ values }) => values),
      middles.map(({ values }) => values),
      batch.map(({ about }) => about),
    );
    loss += told.loss;
    for (const [i, example] of batch.entries()) {
      const [unit, middle, pull, push] = [asked[i], middles[i], told.lines[i], told.middles[i]];
      if (!unit || !middle || !pull || !push) continue;
      teach(example.line, beforeUnit(unit, pull));
      const shared = beforeUnit(middle, push).map((value) => value / example.against.length);
      for (const [j, line] of example.against.entries()) {
        const one = against[i]?.[j];
        if (one) teach(line, beforeUnit(one, shared));
      }
    }
    const pace = Math.min(1, step / warming) * (last + ((1 - last) * (1 + Math.cos((Math.PI * step) / steps))) / 2);
    vectors.step(rates.vector * pace);
    weights.step(rates.weight * pace);
    if (step % 100 === 0) {
      report?.(step, loss / 100);
      loss = 0;
    }
  }
  const weighted = values.map((value, i) => value * weightOf(Math.floor(i / size)));
  return { size, places: new Map(words.map((word, i) => [word, i * size])), values: weighted };
}
