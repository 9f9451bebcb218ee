import { expect, test } from "vitest";
import { formText, readForm } from "#core/form-text.ts";
import type { Form } from "#core/reply.ts";

const form: Form = {
  kind: "form",
  label: "Calculate",
  title: "Training cost",
  line: "cost",
  fields: [{ name: "gpu", label: "GPU \ud800", value: "h100", choices: [{ label: "H100", value: "h100" }] }],
};

test("a form comes back from its text, which is well formed", () => {
  const text = formText(form);
  expect(text.isWellFormed()).toBe(true);
  expect(readForm(text)).toEqual(form);
});

test.each(["", "cost 7B", "{}", "null", '{"kind":"form"}'])("%j is no form", (text) => {
  expect(readForm(text)).toBeUndefined();
});
