import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { loadLibrary } from "#content/load.ts";
import { accepts, type Given } from "../../eval/accepts.ts";
import { type Answerable, isAnswerable, kinds, loadQuestions, type Question, reasons } from "../../eval/question.ts";

const tuning = loadQuestions("tuning");
const frozen = loadQuestions("frozen");
const questions = [...tuning, ...frozen];
const answerable = questions.filter(isAnswerable);
const stratum = (question: Question) =>
  isAnswerable(question) ? `grade ${question.grade}` : `unanswerable ${question.unanswerable}`;

let passages: Given[] = [];

beforeAll(async () => {
  const { library, problems } = await loadLibrary(fileURLToPath(new URL("../../content", import.meta.url)));
  expect(problems).toEqual([]);
  passages = (library?.passages ?? []).map(({ id, title, text }) => ({
    id,
    shown: title ? `${title}: ${text}` : text,
  }));
});

test("there are at least 280 questions, and a fifth of them has no answer", () => {
  expect(questions.length).toBeGreaterThanOrEqual(280);
  expect((questions.length - answerable.length) / questions.length).toBeCloseTo(0.2, 1);
});

test("ids and questions are unique over both sets", () => {
  const twice = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i);
  expect(twice(questions.map(({ id }) => id))).toEqual([]);
  expect(twice(questions.map(({ ask, about }) => `${ask.toLowerCase()} ${about ?? ""}`))).toEqual([]);
});

test("all grades, kinds and reasons occur", () => {
  expect(new Set(answerable.map(({ grade }) => grade))).toEqual(new Set([1, 2, 3]));
  expect(new Set(answerable.map(({ kind }) => kind))).toEqual(new Set(kinds));
  const given = questions.flatMap((question) => (isAnswerable(question) ? [] : [question.unanswerable]));
  expect(new Set(given)).toEqual(new Set(reasons));
});

test("a quarter or more is frozen, of every grade", () => {
  expect(frozen.length / questions.length).toBeGreaterThan(0.24);
  const share = (name: string) =>
    frozen.filter((question) => stratum(question) === name).length /
    questions.filter((question) => stratum(question) === name).length;
  for (const name of ["grade 1", "grade 2", "grade 3"]) expect(share(name), name).toBeGreaterThan(0.2);
});

test("every rule of every question takes a passage of the content", () => {
  const rulesOf = ({ answers = [], sides = [] }: Answerable) => [...answers, ...sides.flat()];
  const dead = answerable.flatMap((question) =>
    rulesOf(question)
      .filter((rule) => !passages.some((passage) => accepts(rule, passage)))
      .map((rule) => `${question.id}: ${rule}`),
  );
  expect(dead).toEqual([]);
});

test("no rule takes so much of the content that anything would do", () => {
  const wide = answerable.filter(({ answers = [] }) => {
    const taken = passages.filter((passage) => answers.some((rule) => accepts(rule, passage)));
    return taken.length > passages.length / 50;
  });
  expect(wide.map(({ id }) => id)).toEqual([]);
});

test("a question about an entry names one that exists", () => {
  const entries = new Set(passages.map(({ id }) => id.split("#")[0]));
  expect(questions.filter(({ about }) => about && !entries.has(about)).map(({ id }) => id)).toEqual([]);
});
