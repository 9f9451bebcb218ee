import type { types } from "@slack/bolt";
import type { AnyCommand } from "#core/command.ts";
import { lineKey } from "#core/line-key.ts";
import { code, type Form } from "#core/reply.ts";
import { buttonBlocks, createMarks } from "./actions.ts";
import { fieldBlock, type OpenedFrom } from "./decode-form.ts";
import { limits } from "./limits.ts";
import { leaves, lines, plainText, richText } from "./rich-text.ts";
import { label } from "./text.ts";

/** callback_id of our forms. */
export const formCallback = "form:v1";

/** A form as Slack's modal. */
export function formModal(form: Form, openedFrom: OpenedFrom): types.ModalView {
  return {
    type: "modal",
    callback_id: formCallback,
    private_metadata: JSON.stringify(openedFrom),
    title: plainText(label(form.title, limits.modalTitle)),
    submit: plainText(label(form.label, limits.modalButton)),
    close: plainText("Cancel"),
    blocks: form.fields.slice(0, limits.blocksInView).map(inputBlock),
  };
}

function inputBlock(field: Form["fields"][number], position: number): types.InputBlock {
  return {
    type: "input",
    block_id: fieldBlock(position, field.name).slice(0, limits.blockId),
    label: plainText(label(field.label, limits.inputLabel)),
    ...(field.hint?.trim() ? { hint: plainText(label(field.hint, limits.inputHint)) } : {}),
    optional: field.required !== true,
    element: inputElement(field, `value:${position}`),
  };
}

function inputElement({ value, choices = [] }: Form["fields"][number], action_id: string): types.InputBlockElement {
  const options = choices.map((choice) => ({
    text: plainText(label(choice.label, limits.optionText)),
    value: lineKey(choice.value, limits.optionValue),
  }));
  if (options.length === 0 || options.length > limits.selectOptions) {
    const initial = value?.slice(0, limits.inputValue);
    return { type: "plain_text_input", action_id, ...(initial ? { initial_value: initial } : {}) };
  }
  const initial = options[choices.findIndex((choice) => choice.value === value)];
  return { type: "static_select", action_id, options, ...(initial ? { initial_option: initial } : {}) };
}

/** The Home tab with the library's list under a few words on how to ask. */
export function startPage(commands: readonly AnyCommand[], list: readonly types.KnownBlock[]): types.HomeView {
  const marks = createMarks(1000);
  const examples = commands.filter((command) => command.name !== "casebook").slice(0, 5);
  const ways = examples.map((command) => leaves([code(`/${command.examples[0]}`), `  ${command.summary}`]));
  return home([
    { type: "header", text: plainText("Casebook") },
    richText(lines([leaves(["Ask in a message here, mention me in a channel, or use a command anywhere:"]), ...ways])),
    ...buttonBlocks(
      [
        { label: "All commands", line: "casebook help" },
        { label: "How the library is doing", line: "casebook status" },
      ],
      marks,
    ),
    { type: "divider" },
    ...list,
  ]);
}

/** The Home tab with a reply in it, and the way back to the start page. */
export function replyPage(reply: readonly types.KnownBlock[]): types.HomeView {
  const back: types.Button = {
    type: "button",
    action_id: createMarks(1000).id("start"),
    text: plainText("Start page"),
    value: "start",
  };
  return home([{ type: "actions", elements: [back] }, { type: "divider" }, ...reply]);
}

function home(blocks: types.KnownBlock[]): types.HomeView {
  return { type: "home", blocks };
}
