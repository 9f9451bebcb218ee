import { expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { sitesNamed } from "#search/names/sites.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();
const { names } = search.reader;

test.each([
  ["openai.com", "openai"],
  ["what is https://www.openai.com/ worth?", "what is openai worth?"],
  ["www.databricks.com revenue", "databricks revenue"],
  ["who founded huggingface.co.", "who founded huggingface."],
])("the address of a company's site names the company: “%s”", (text, named) => {
  expect(sitesNamed(text, names)).toBe(named);
});

test.each([
  "google.com revenue",
  "https://openai.com/blog/x",
  "mail bob@openai.com",
  "openai.com.evil.io",
  "docs.openai.com",
])("another address stays as it is: “%s”", (text) => {
  expect(sitesNamed(text, names)).toBe(text);
});

test("a company may be asked about by its site", () => {
  expect(answerQuestion(search, "www.databricks.com revenue").subjects.map(({ id }) => id)).toEqual(["databricks"]);
  expect(answerQuestion(search, "www.openai.com").answered).toBe(true);
});
