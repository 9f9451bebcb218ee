import fc from "fast-check";
import { expect, test } from "vitest";
import { atOnce } from "#core/steps.ts";
import { latentSteps, nearness } from "#search/latent.ts";

const learn = (texts: readonly string[]) => atOnce(latentSteps(texts, (text) => text.split(" ")));

const themes = {
  garage: {
    names: ["car", "lorry"],
    words: "wheel road engine brake tyre clutch axle fuel gear bonnet boot oil".split(" "),
  },
  kitchen: {
    names: ["cake", "bread"],
    words: "flour oven sugar yeast bowl dough tin crust crumb salt egg milk".split(" "),
  },
};

/** Texts of two themes; each names one of two things that never stand together, and five words of its theme. */
const texts = Object.values(themes).flatMap(({ names, words }) =>
  Array.from({ length: 60 }, (_, i) =>
    [names[i % 24 < 12 ? 0 : 1], ...[1, 3, 4, 7, 9].map((step) => words[(i * step + step) % words.length])].join(" "),
  ),
);

test("words that keep the same company are near, though they never stand together", () => {
  const { topicOf } = learn(texts);
  const near = (a: string, b: string) => nearness(topicOf([a]), topicOf([b]));
  expect(near("car", "car")).toBeCloseTo(1, 3);
  expect(near("car", "lorry")).toBeGreaterThan(near("car", "bread") + 0.3);
  expect(near("cake", "bread")).toBeGreaterThan(near("cake", "lorry") + 0.3);
});

test("words the library never uses have no topic", () => {
  const { topicOf } = learn(texts);
  expect(nearness(topicOf(["submarine"]), topicOf(["car"]))).toBe(0);
  expect(nearness(topicOf([]), topicOf([]))).toBe(0);
  expect(learn([]).topicOf(["car"])).toHaveLength(0);
});

test("the same documents give the same topics, of length 1, with nearness from 0 to 1", () => {
  const words = fc.array(fc.constantFrom(..."abcdefghij"), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 30 }), words, words, (documents, one, other) => {
      const texts = documents.map((terms) => terms.join(" "));
      const [first, again] = [learn(texts), learn(texts)];
      expect(first.topicOf(one)).toEqual(again.topicOf(one));
      const length = Math.hypot(...first.topicOf(one));
      expect(length === 0 || Math.abs(length - 1) < 1e-3).toBe(true);
      const near = nearness(first.topicOf(one), first.topicOf(other));
      expect(near).toBeGreaterThanOrEqual(0);
      expect(near).toBeLessThan(1.001);
    }),
  );
});
