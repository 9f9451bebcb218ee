import { clip } from "#core/clip.ts";
import { formatWord } from "#core/line.ts";
import { lineKey } from "#core/line-key.ts";
import type { Form } from "#core/reply.ts";
import { idKinds, lineRoom } from "./actions.ts";
import { furtherOptions } from "./decode.ts";
import { labelOf, oneLine } from "./escape.ts";
import { limits } from "./limits.ts";

type Field = Form["fields"][number];

type Label = {
  readonly type: 18;
  readonly label: string;
  readonly description?: string;
  readonly component: Readonly<Record<string, unknown>>;
};
/** A modal as Discord opens it. */
export type Modal = { readonly custom_id: string; readonly title: string; readonly components: readonly Label[] };

/**
 * A form as a modal. A modal holds five inputs: of a longer form the first four that matter most (the required ones
 * first) are inputs of their own, and the fifth takes the others as `name=value`, with their present values to edit.
 */
export function renderModal(form: Form): Modal {
  const byName = [...new Map(form.fields.map((field) => [field.name, field])).values()];
  const fields = [...byName.filter((field) => field.required), ...byName.filter((field) => !field.required)];
  const whole = fields.length <= limits.modalFields;
  const shown = whole ? byName : fields.slice(0, limits.modalFields - 1);
  return {
    custom_id: `${idKinds.answers}:${lineKey(form.line.toWellFormed(), lineRoom)}`,
    title: labelOf(form.title, limits.modalTitle),
    components: [...shown.map(renderField), ...(whole ? [] : [furtherField(fields.slice(shown.length))])],
  };
}

function renderField(field: Field): Label {
  const hint = oneLine(field.hint ?? "");
  return {
    type: 18,
    label: labelOf(field.label, limits.inputLabel),
    ...(hint ? { description: clip(hint, limits.inputDescription) } : {}),
    component: field.choices && fitsSelect(field.choices) ? renderChoices(field, field.choices) : renderInput(field),
  };
}

type Choices = NonNullable<Field["choices"]>;

function fitsSelect(choices: Choices): boolean {
  const values = new Set(choices.map(({ value }) => value));
  const fitting = choices.every(({ value }) => value !== "" && value.length <= limits.selectValue);
  return fitting && choices.length > 0 && choices.length <= limits.selectOptions && values.size === choices.length;
}

function renderChoices(field: Field, choices: Choices): Record<string, unknown> {
  return {
    type: 3,
    custom_id: field.name,
    required: field.required ?? false,
    options: choices.map(({ label, value }) => ({
      label: labelOf(label, limits.selectLabel),
      value,
      ...(value === field.value ? { default: true } : {}),
    })),
  };
}

function renderInput(field: Field): Record<string, unknown> {
  const example = field.choices?.map(({ value }) => value).join(", ");
  return {
    type: 4,
    custom_id: field.name,
    style: 1,
    required: field.required ?? false,
    max_length: limits.inputValue,
    ...(field.value ? { value: field.value.slice(0, limits.inputValue).toWellFormed() } : {}),
    ...(example ? { placeholder: clip(oneLine(example), limits.inputPlaceholder) } : {}),
  };
}

function furtherField(fields: readonly Field[]): Label {
  const present = fields.map(({ name, value }) => `${name}=${value ? formatWord(value) : ""}`);
  return {
    type: 18,
    label: "Further options",
    description: clip(fields.map((field) => oneLine(field.label)).join(", "), limits.inputDescription),
    component: {
      type: 4,
      custom_id: furtherOptions,
      style: 2,
      required: fields.some((field) => field.required),
      max_length: limits.inputValue,
      value: present.join("\n").slice(0, limits.inputValue).toWellFormed(),
    },
  };
}
