import { expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();
const { library, reader } = search;
const vocabulary = library.records.vocabulary;

test("there is a vocabulary", () => {
  expect(vocabulary?.facets.length).toBeGreaterThan(10);
  expect(vocabulary?.synonyms.length).toBeGreaterThan(100);
});

test("every hint is for something that is there", () => {
  const names = new Set(
    library.entries.flatMap((entry) => [
      entry.id,
      ...entry.sections.map(({ id }) => `${entry.id}#${id}`),
      ...entry.sections.flatMap(({ passages }) => passages.map(({ id }) => id)),
    ]),
  );
  expect(Object.keys(vocabulary?.hints ?? {}).filter((id) => !names.has(id))).toEqual([]);
});

test("every facet is answered by some row", () => {
  const met = new Set(
    library.passages.flatMap((passage) => {
      const entry = library.entry(passage.entry);
      return entry ? [...search.read(passage, entry).facets().keys()] : [];
    }),
  );
  expect(reader.lexicon.facets.filter((_, i) => !met.has(i)).map(({ id }) => id)).toEqual([]);
});

test("a hint finds what has another name", () => {
  expect(
    answerQuestion(search, "term for when a model makes things up").answers.map(({ passage }) => passage.id),
  ).toContain("glossary#terms/hallucination");
});

test("a question in words of the vocabulary alone finds the row they stand for", () => {
  const [best] = answerQuestion(search, "who runs the show at mistral?").answers;
  expect(best?.entry.id).toBe("mistral");
  expect(`${best?.passage.title} ${best?.cut}`).toMatch(/Mensch/);
});
