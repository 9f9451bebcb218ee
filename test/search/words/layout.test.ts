import fc from "fast-check";
import { expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { retype } from "#search/words/layout.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();

test("a question typed on a keyboard left on a Cyrillic layout is answered", () => {
  // "who founded hugging face", key by key.
  const right = answerQuestion(search, "црщ ащгтвув ргппштп афсу?");
  expect(right.question.text).toBe("who founded hugging face?");
  expect(right.answers[0]?.passage.id).toMatch(/^hugging-face#(glance|faq)/);
});

test("Russian stays Russian, and other scripts stay as they are", () => {
  for (const text of ["кто основал компанию", "誰が創業しましたか", "who founded it", "πού", ""])
    expect(retype(text, search.knows)).toBe(text);
});

test("any text comes back, retyped or as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      expect(retype(text, () => false)).toBe(text);
      expect(typeof retype(text, () => true)).toBe("string");
    }),
  );
});
