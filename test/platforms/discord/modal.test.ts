import fc from "fast-check";
import { expect, test } from "vitest";
import type { Form } from "#core/reply.ts";
import { renderModal } from "#platforms/discord/modal.ts";
import { judge } from "./judge.ts";
import { anyReply } from "./replies.ts";

const form = (fields: Form["fields"], more: Partial<Form> = {}): Form => ({
  kind: "form",
  label: "Open",
  title: "Cost",
  line: "cost",
  fields,
  ...more,
});
const faults = (data: object) => judge("post", "/interactions/1/t/callback", { type: 9, data });
const names = (from: Form) => renderModal(from).components.map(({ component }) => component.custom_id);

test("five fields are five inputs in their order", () => {
  const five = form(
    [..."abcde"].map((name) => ({ name, label: name.toUpperCase(), hint: "h", value: "v", required: name === "e" })),
  );
  expect(names(five)).toEqual([..."abcde"]);
  expect(faults(renderModal(five))).toEqual([]);
});

test("of six, the four that matter most are inputs and the rest can be edited as options in a fifth", () => {
  const six = form(
    [..."abcdef"].map((name) => ({ name, label: name.toUpperCase(), value: `v ${name}`, required: name > "d" })),
  );
  const modal = renderModal(six);
  expect(names(six)).toEqual(["e", "f", "a", "b", "+"]);
  expect(modal.components[4]).toMatchObject({
    label: "Further options",
    description: "C, D",
    component: { style: 2, value: 'c="v c"\nd="v d"' },
  });
  expect(faults(modal)).toEqual([]);
});

test("choices are a menu with the present one marked; too many are a text input", () => {
  const choices = (n: number) => Array.from({ length: n }, (_, i) => ({ label: `l${i}`, value: `v${i}` }));
  const modal = (n: number) => renderModal(form([{ name: "a", label: "A", value: "v1", choices: choices(n) }]));
  expect(modal(25).components[0]?.component).toMatchObject({
    type: 3,
    options: expect.arrayContaining([{ label: "l1", value: "v1", default: true }]),
  });
  expect(modal(26).components[0]?.component).toMatchObject({ type: 4, placeholder: expect.stringContaining("v0, v1") });
  for (const n of [1, 25, 26]) expect(faults(modal(n))).toEqual([]);
});

test("any form is a modal that Discord takes", () => {
  const forms = anyReply.map(({ parts }) => parts.filter((part) => part.kind === "form"));
  fc.assert(
    fc.property(forms, (all) => {
      for (const one of all) expect(faults(renderModal(one))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
