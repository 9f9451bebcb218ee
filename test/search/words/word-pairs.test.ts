import fc from "fast-check";
import { expect, test } from "vitest";
import { pairsShared, wordPairsOf } from "#search/words/word-pairs.ts";

test("neighbouring words are found again side by side and in the same order only", () => {
  const text = wordPairsOf("who founded hugging face in paris".split(" "));
  expect(pairsShared(wordPairsOf(["hugging", "face"]), text)).toBe(1);
  expect(pairsShared(wordPairsOf(["face", "hugging"]), text)).toBe(0);
  expect(pairsShared(wordPairsOf(["founded", "face"]), text)).toBe(0);
  expect(pairsShared(wordPairsOf(["face"]), text)).toBe(0);
});

test("as many are shared as comparing word by word finds", () => {
  const words = fc.array(fc.constantFrom("a", "b", "ab", "c"), { maxLength: 12 });
  fc.assert(
    fc.property(words, words, (some, others) => {
      const pairs = (list: readonly string[]) => list.slice(1).map((word, i) => `${list[i]} ${word}`);
      const among = new Set(pairs(others));
      const shared = pairs(some).filter((pair) => among.has(pair)).length;
      expect(pairsShared(wordPairsOf(some), wordPairsOf(others))).toBe(shared);
    }),
  );
});
