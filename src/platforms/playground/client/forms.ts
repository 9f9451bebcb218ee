import { type Child, h, type Json, list, newId, object, string } from "./dom.ts";
import { drawBlock } from "./slack-blocks.ts";
import { textObject } from "./slack-text.ts";

type Field = { readonly row: HTMLElement; readonly answer: () => Json | undefined };
type Opened = { readonly title: string; readonly submit: string; readonly fields: readonly Field[] };

/** Opens a platform's modal. `send` gets the state as that platform reports it when the form is sent. */
export function openForm(side: "slack" | "discord", view: Json, send: (state: unknown) => void): void {
  const { title, submit, fields } = side === "slack" ? slackForm(view) : discordForm(view);
  const heading = newId("form");
  const close = () => dialog.remove();
  const form = h(
    "form",
    {
      method: "dialog",
      onsubmit: (event) => {
        event.preventDefault();
        const answers = fields.flatMap(({ answer }) => answer() ?? []);
        dialog.close();
        send(side === "slack" ? Object.assign({}, ...answers) : answers);
      },
    },
    h("h2", { id: heading }, title),
    h("div", { class: "form-fields" }, ...fields.map(({ row }) => row)),
    h(
      "div",
      { class: "form-buttons" },
      h("button", { type: "button", class: "button", onclick: () => dialog.close() }, "Cancel"),
      h("button", { type: "submit", class: "button primary" }, submit),
    ),
  );
  const dialog = h("dialog", { class: `form ${side}`, "aria-labelledby": heading, onclose: close }, form);
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector<HTMLElement>("input, textarea, select")?.focus();
}

function slackForm(view: Json): Opened {
  return {
    title: string(object(view.title).text),
    submit: string(object(view.submit).text) || "Submit",
    fields: list(view.blocks).map((block) =>
      block.type === "input" ? slackField(block) : { row: drawBlock(block, () => {}), answer: () => undefined },
    ),
  };
}

function slackField(block: Json): Field {
  const { type, action_id, ...element } = object(block.element);
  const options = list(element.options).map((option) => ({
    label: string(object(option.text).text),
    value: string(option.value),
  }));
  const control = input({
    many: element.multiline === true,
    required: block.optional !== true,
    value: string(element.initial_value) || string(object(element.initial_option).value),
    placeholder: string(object(element.placeholder).text),
    options: type === "static_select" ? options : undefined,
  });
  const report = (): Json => {
    const value = control.value || null;
    if (type !== "static_select") return { type, value };
    return { type, selected_option: list(element.options).find((option) => option.value === value) ?? null };
  };
  return {
    row: row(control, textObject(block.label), block.optional === true ? " (optional)" : "", textObject(block.hint)),
    answer: () => ({ [string(block.block_id)]: { [string(action_id)]: report() } }),
  };
}

function discordForm(view: Json): Opened {
  return { title: string(view.title), submit: "Submit", fields: list(view.components).map(discordField) };
}

function discordField(label: Json): Field {
  const { type, custom_id, ...component } = object(label.component);
  const options = list(component.options).map((option) => ({
    label: string(option.label),
    value: string(option.value),
  }));
  const chosen = list(component.options).find((option) => option.default === true);
  const control = input({
    many: component.style === 2,
    required: component.required !== false,
    value: type === 3 ? string(chosen?.value) : string(component.value),
    placeholder: string(component.placeholder),
    options: type === 3 ? options : undefined,
  });
  return {
    row: row(control, [string(label.label)], component.required === false ? "" : " *", [string(label.description)]),
    answer: () => ({
      type: 18,
      component:
        type === 3
          ? { type, custom_id, values: control.value ? [control.value] : [] }
          : { type, custom_id, value: control.value },
    }),
  };
}

type Wanted = {
  readonly many: boolean;
  readonly required: boolean;
  readonly value: string;
  readonly placeholder: string;
  readonly options: readonly { readonly label: string; readonly value: string }[] | undefined;
};
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function input({ many, required, value, placeholder, options }: Wanted): Control {
  const common = { id: newId("field"), required };
  const control: Control = options
    ? h(
        "select",
        common,
        h("option", { value: "" }, "Choose an option"),
        ...options.map((option) => h("option", { value: option.value }, option.label)),
      )
    : many
      ? h("textarea", { ...common, placeholder, rows: 5 })
      : h("input", { ...common, placeholder, type: "text", autocomplete: "off" });
  control.value = value;
  return control;
}

function row(control: Control, label: Child, note: string, hint: Child): HTMLElement {
  const hintId = `${control.id}-hint`;
  control.setAttribute("aria-describedby", hintId);
  return h(
    "div",
    { class: "field" },
    h("label", { for: control.id }, label, h("span", { class: "note" }, note)),
    control,
    h("p", { class: "hint", id: hintId }, hint),
  );
}
