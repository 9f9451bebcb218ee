import { expect, test } from "vitest";
import { loadLibrary } from "#content/load.ts";
import { lessonsOf, vocabularyFor, wordsOfBase } from "#search/meaning/learn/lessons.ts";

const vector = (value: number) => Array.from({ length: 102 }, (_, i) => (i < 100 ? value : 99));
const base = wordsOfBase({ vectors: { the: vector(1), pay: vector(3), rare: vector(1), "4ever": vector(1) } });

test("published vectors are cut to a hundred numbers and brought to one mean length", () => {
  expect(base.size).toBe(100);
  const lengths = [...base.places.values()].map((place) => Math.hypot(...base.values.subarray(place, place + 100)));
  expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeCloseTo(0.3);
  expect((lengths[1] ?? 0) / (lengths[0] ?? 1)).toBeCloseTo(3);
  expect(() => wordsOfBase({ words: [] })).toThrow();
});

test("words used twice or known are learnt, and of the rest the most common in letters", () => {
  const lessons = [{ entry: "acme", about: "x", lines: [["pay", "zorp", "once"], ["zorp"]] }];
  const { places, values } = vocabularyFor(lessons, base, 1);
  expect([...places.keys()]).toEqual(["pay", "the", "zorp"]);
  expect(values.subarray(0, 100)).toEqual(base.values.subarray(100, 200));
  expect(values.subarray(places.get("zorp") ?? 0).every((value) => value === 0)).toBe(true);
});

test("every passage of the content has lines to learn from, and none names the company that it is of", async () => {
  const { library } = await loadLibrary("content");
  const lessons = library ? lessonsOf(library) : [];
  expect(lessons).toHaveLength(library?.passages.length ?? -1);
  expect(lessons.every(({ lines }) => lines.some((line) => line.length > 0))).toBe(true);
  const ofStudy = lessons.filter(({ entry }) => entry === "databricks").flatMap(({ lines }) => lines);
  expect(ofStudy.length).toBeGreaterThan(100);
  expect(ofStudy.filter((line) => line.includes("databricks"))).toEqual([]);
});
