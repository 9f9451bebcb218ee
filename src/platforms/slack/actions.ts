import type { types } from "@slack/bolt";
import { formText } from "#core/form-text.ts";
import { hostOf } from "#core/host.ts";
import { lineKey } from "#core/line-key.ts";
import type { Page } from "#core/paginate.ts";
import type { Button, Form, Select } from "#core/reply.ts";
import { limits } from "./limits.ts";
import { plainText } from "./rich-text.ts";
import { label, labelWithHost } from "./text.ts";

/** What a click asks for: run a line, pick one from a menu, turn the page, share, open a form or the start page, follow a link. */
export const acts = ["run", "pick", "page", "share", "form", "start", "link"] as const;
export type Act = (typeof acts)[number];

/** Buttons in one row: five stay on one line on a desktop. */
const buttonsInRow = 5;

/** Marks the elements of one message with numbers, and remembers the lines that are too long to travel in them. */
export type Marks = {
  readonly id: (act: Act) => string;
  /** What an element carries of at most `max` characters: the line, or its key, and then the line is kept. */
  readonly value: (line: string, max: number) => string;
  /** Keeps a line that another element will carry, if it is too long for that. */
  readonly keep: (line: string, max: number) => void;
  /** Key to line, for what does not fit into a button or an option. */
  readonly kept: ReadonlyMap<string, string>;
};

/** The marks of one message; a view of two parts numbers the second on from where the first ends. */
export function createMarks(first = 0): Marks {
  const kept = new Map<string, string>();
  let count = first;
  const value = (line: string, max: number): string => {
    const carried = lineKey(line, max);
    if (carried !== line) kept.set(carried, line);
    return carried;
  };
  return { kept, id: (act) => `${act}:v1:${count++}`, value, keep: value };
}

/** What an action_id of ours asks for; nothing for ids of other apps and versions. */
export function actOf(actionId: string): Act | undefined {
  const [name, version] = actionId.split(":");
  return version === "v1" ? acts.find((act) => act === name) : undefined;
}

/** Rows of buttons. */
export function buttonBlocks(buttons: readonly Button[], marks: Marks): types.ActionsBlock[] {
  return rows(buttons.map((button) => buttonElement(button, marks)));
}

function buttonElement(button: Button, marks: Marks): types.Button {
  if ("url" in button) {
    const host = hostOf(button.url);
    const usable = host !== undefined && button.url.length <= limits.url;
    const text = plainText(label(host ? labelWithHost(button.label, host) : button.label, limits.buttonText));
    return { type: "button", action_id: marks.id("link"), text, ...(usable ? { url: button.url } : {}) };
  }
  return {
    type: "button",
    action_id: marks.id("run"),
    text: plainText(label(button.label, limits.buttonText)),
    value: marks.value(button.line, limits.buttonValue),
    ...(button.style ? { style: button.style } : {}),
  };
}

/** Menus of at most as many options as Slack takes, so that none is lost. */
export function selectBlocks(select: Select, marks: Marks): types.ActionsBlock[] {
  const blocks: types.ActionsBlock[] = [];
  const { options } = select;
  const several = options.length > limits.selectOptions;
  for (let from = 0; from < options.length; from += limits.selectOptions) {
    const some = options.slice(from, from + limits.selectOptions);
    const span = several ? ` (${from + 1}–${from + some.length})` : "";
    const placeholder = label(select.placeholder, limits.selectPlaceholder - span.length) + span;
    const element: types.StaticSelect = {
      type: "static_select",
      action_id: marks.id("pick"),
      placeholder: plainText(placeholder),
      options: some.map((option) => ({
        text: plainText(label(option.label, limits.optionText)),
        value: marks.value(option.line, limits.optionValue),
        ...(option.description?.trim()
          ? { description: plainText(label(option.description, limits.optionDescription)) }
          : {}),
      })),
    };
    blocks.push({ type: "actions", elements: [element] });
  }
  return blocks;
}

/** The button that opens a form. It carries the form itself, so that opening needs no second look-up. */
export function formBlocks(form: Form, marks: Marks): types.ActionsBlock[] {
  // The modal that it opens will carry these.
  marks.keep(form.line, limits.formLine);
  for (const { choices = [] } of form.fields)
    for (const choice of choices) marks.keep(choice.value, limits.optionValue);
  const button: types.Button = {
    type: "button",
    action_id: marks.id("form"),
    text: plainText(label(form.label, limits.buttonText)),
    value: marks.value(formText(form), limits.buttonValue),
  };
  return [{ type: "actions", elements: [button] }];
}

/** Back, More and Share. */
export function navigation(page: Page, shareLine: string | undefined, marks: Marks): types.ActionsBlock[] {
  const turn = (text: string, line: string): types.Button => ({
    type: "button",
    action_id: marks.id("page"),
    text: plainText(text),
    value: marks.value(line, limits.buttonValue),
  });
  const elements: types.Button[] = [];
  if (page.previous) elements.push(turn(`Back (${page.page - 1} of ${page.pages})`, page.previous));
  if (page.next) elements.push(turn(`More (${page.page + 1} of ${page.pages})`, page.next));
  if (shareLine !== undefined)
    elements.push({
      type: "button",
      action_id: marks.id("share"),
      text: plainText("Share"),
      value: marks.value(shareLine, limits.buttonValue),
    });
  return rows(elements);
}

function rows(elements: readonly types.Button[]): types.ActionsBlock[] {
  const blocks: types.ActionsBlock[] = [];
  for (let i = 0; i < elements.length; i += buttonsInRow)
    blocks.push({ type: "actions", elements: elements.slice(i, i + buttonsInRow) });
  return blocks;
}
