import { readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { z } from "zod";
import { askedKinds } from "#content/asking.ts";

/** What is asked for: as the vocabulary has it, and pay by itself; whether something is so is labelled by what it is about. */
export const kinds = [...askedKinds.filter((kind) => kind !== "yes-no"), "pay"] as const;

export const reasons = [
  "unknown-company",
  "no-attribute",
  "private",
  "today",
  "general",
  "near-miss",
  "nonsense",
] as const;

const rules = z.array(z.string().min(1)).min(1);

const asked = {
  id: z.string().regex(/^[a-z]+(-[a-z0-9]+)+$/, "expected a short id such as hf-12"),
  ask: z.string().min(1),
  /** The entry a thread would be about, for "they". */
  about: z.string().optional(),
};

const answerableSchema = z.strictObject({
  ...asked,
  /** 1: words of the text; 2: paraphrase; 3: no content word in common with the answer, names aside. */
  grade: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  kind: z.enum(kinds),
  /** Any of these passages answers; see `accepts`. */
  answers: rules.optional(),
  /** For a comparison: one list of rules a side; the first three answers must hold every side. */
  sides: z.array(rules).min(2).optional(),
  /** The command line that answers, as a regular expression: "^cost". */
  runs: z.string().optional(),
});

const unanswerableSchema = z.strictObject({
  ...asked,
  /** Why the casebook must refuse. */
  unanswerable: z.enum(reasons),
});

const questionSchema = z.union([
  unanswerableSchema,
  answerableSchema.refine(({ answers, sides }) => answers || sides, "expected answers or sides"),
]);

export type Answerable = z.infer<typeof answerableSchema>;
export type Unanswerable = z.infer<typeof unanswerableSchema>;
export type Question = Answerable | Unanswerable;

export const sets = ["tuning", "frozen"] as const;
/** `frozen` is never looked at while retrieval is tuned: its questions are run, and only their sums are printed. */
export type SetName = (typeof sets)[number];

export const isAnswerable = (question: Question): question is Answerable => !("unanswerable" in question);

const folder = new URL("./questions/", import.meta.url);

/** The questions of a set, in the order of their files. Throws on a file that is not well-formed, naming it. */
export function loadQuestions(set: SetName): Question[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml") && file.startsWith(set))
    .sort()
    .flatMap((file) => {
      const result = z.array(questionSchema).safeParse(load(readFileSync(new URL(file, folder), "utf8")));
      if (!result.success) throw new Error(`eval/questions/${file}: ${z.prettifyError(result.error)}`);
      return result.data;
    });
}
