import { clip } from "#core/clip.ts";
import { formText } from "#core/form-text.ts";
import { lineKey } from "#core/line-key.ts";
import { type Page, shareLine } from "#core/paginate.ts";
import type { Button, Form, Part, Reply, Select } from "#core/reply.ts";
import type { ActionRow, CommandButton, LinkButton, Section, StringSelect } from "./components.ts";
import { escapeInline, labelOf, oneLine } from "./escape.ts";
import { limits } from "./limits.ts";

/** First word of the ids of what runs a line, what opens a form, and a form itself. A new meaning takes a new word. */
export const idKinds = { line: "v1", form: "f1", answers: "m1" } as const;

/** Room for a line or its key behind `v1:99:`. */
export const lineRoom = limits.customId - "v1:99:".length;

/** Gives ids unique in a message: kind, running number, then the line or its key. */
export type Ids = { line(line: string): string; form(form: Form): string };

/** New ids for one message. */
export function createIds(): Ids {
  let next = 0;
  return {
    line: (line) => `${idKinds.line}:${next++}:${lineKey(line.toWellFormed(), lineRoom)}`,
    form: (form) => `${idKinds.form}:${next++}:${lineKey(formText(form), lineRoom)}`,
  };
}

/**
 * A reply whose buttons and menus are no larger than a row. Buttons whose address is too long for Discord become
 * links in the text.
 */
export function withRows(reply: Reply): Reply {
  return { ...reply, parts: reply.parts.flatMap(rowsOf) };
}

function rowsOf(part: Part): Part[] {
  if (part.kind === "select")
    return chunks(part.options, limits.selectOptions).map((options) => ({ ...part, options }));
  if (part.kind !== "buttons") return [part];
  const [linked, pressed] = [part.buttons.filter(isTooLong), part.buttons.filter((button) => !isTooLong(button))];
  return [
    ...linked.map(
      (button): Part => ({
        kind: "text",
        text: "url" in button ? [{ kind: "link", text: button.label, url: button.url }] : [],
      }),
    ),
    ...chunks(pressed, limits.buttonsPerRow).map((buttons): Part => ({ kind: "buttons", buttons })),
  ];
}

function isTooLong(button: Button): boolean {
  return "url" in button && hrefOf(button.url).length > limits.buttonUrl;
}

/** The address in ASCII, as Discord shows where it leads. */
function hrefOf(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** A part that people act on, as a row or section. Parts that people read give nothing here. */
export function renderAction(part: Part, ids: Ids): (ActionRow | Section)[] {
  switch (part.kind) {
    case "buttons":
      return [{ type: 1, components: part.buttons.map((button) => renderButton(button, ids)) }];
    case "select":
      return [{ type: 1, components: [renderSelect(part, ids)] }];
    case "form":
      return [renderForm(part, ids)];
    default:
      return [];
  }
}

const styles = { primary: 1, plain: 2, danger: 4 } as const;

function renderButton(button: Button, ids: Ids): CommandButton | LinkButton {
  const label = labelOf(button.label, limits.buttonLabel);
  return "url" in button
    ? { type: 2, style: 5, label, url: hrefOf(button.url) }
    : { type: 2, style: styles[button.style ?? "plain"], label, custom_id: ids.line(button.line) };
}

function renderSelect(select: Select, ids: Ids): StringSelect {
  const values = createIds();
  return {
    type: 3,
    custom_id: ids.line("menu"),
    placeholder: labelOf(select.placeholder, limits.selectPlaceholder),
    options: select.options.map(({ label, line, description }) => ({
      label: labelOf(label, limits.selectLabel),
      value: values.line(line),
      ...(description && oneLine(description) ? { description: labelOf(description, limits.selectDescription) } : {}),
    })),
  };
}

function renderForm(form: Form, ids: Ids): Section {
  const asks = clip(oneLine(form.fields.map((field) => field.label).join(", ")), 100);
  return {
    type: 9,
    components: [
      {
        type: 10,
        content: `**${escapeInline(clip(oneLine(form.title), 60)) || "Form"}**\n-# ${escapeInline(asks) || "…"}`,
      },
    ],
    accessory: {
      type: 2,
      style: styles.primary,
      label: labelOf(form.label, limits.buttonLabel),
      custom_id: ids.form(form),
    },
  };
}

/** Paging and sharing: Back, More, and Share for what only the asker sees. */
export function renderNavigation(reply: Reply, page: Page, ids: Ids): ActionRow[] {
  const button = (label: string, line: string): CommandButton => ({
    type: 2,
    style: styles.plain,
    label,
    custom_id: ids.line(line),
  });
  const share = shareLine(reply, page);
  const components = [
    ...(page.previous ? [button("◀ Back", page.previous)] : []),
    ...(page.next ? [button("More ▶", page.next)] : []),
    ...(share ? [button("Share", share)] : []),
  ];
  return components.length > 0 ? [{ type: 1, components }] : [];
}
