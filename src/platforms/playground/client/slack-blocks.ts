import { type Child, h, type Json, list, object, picture, string, webLink } from "./dom.ts";
import { menu } from "./menu.ts";
import { richText, textObject } from "./slack-text.ts";

/** Called with the action a click sends, as Slack puts it into `actions`. */
export type Click = (action: Json) => void;

/**
 * A message's or view's blocks as Slack's desktop client draws them; a message without blocks is its text. `attached`
 * holds the pictures that Slack holds, by the ids of their files.
 */
export function drawSlack(payload: Json, click: Click, attached: Json): HTMLElement[] {
  const blocks = list(payload.blocks);
  if (blocks.length === 0)
    return [h("div", { class: "block section" }, textObject({ type: "mrkdwn", text: payload.text }))];
  return blocks.map((block) => drawBlock(block, click, attached));
}

/** One block. What the playground cannot draw says so. */
export function drawBlock(block: Json, click: Click, attached: Json = {}): HTMLElement {
  switch (block.type) {
    case "header":
      return h("h3", { class: "block header" }, textObject(block.text));
    case "section":
      return section(block, click);
    case "context":
      return h("div", { class: "block context" }, list(block.elements).map(contextElement));
    case "divider":
      return h("hr", { class: "block" });
    case "image":
      return h(
        "figure",
        { class: "block image" },
        block.title !== undefined && h("figcaption", {}, textObject(block.title)),
        picture(addressOf(block, attached), string(block.alt_text)),
      );
    case "actions":
      return h(
        "div",
        { class: "block actions" },
        list(block.elements).map((element) => drawElement(element, click)),
      );
    case "rich_text":
      return h("div", { class: "block" }, richText(block));
    case "table":
      return h("div", { class: "block table", tabindex: "0", role: "region", "aria-label": "Table" }, table(block));
    default:
      return h("p", { class: "block unknown" }, `The playground cannot draw a “${string(block.type)}” block.`);
  }
}

/** The address of an image: one on the web, or of a file that Slack holds. */
function addressOf(block: Json, attached: Json): string {
  return string(block.image_url) || string(attached[string(object(block.slack_file).id)]);
}

function section(block: Json, click: Click): HTMLElement {
  const fields = list(block.fields);
  const accessory = object(block.accessory);
  return h(
    "div",
    { class: "block section" },
    h(
      "div",
      { class: "section-text" },
      block.text !== undefined && h("p", {}, textObject(block.text)),
      fields.length > 0 && h("div", { class: "fields" }, ...fields.map((field) => h("p", {}, textObject(field)))),
    ),
    typeof accessory.type === "string" && drawElement(accessory, click),
  );
}

function contextElement(element: Json): Child {
  if (element.type === "image") return picture(string(element.image_url), string(element.alt_text));
  return h("p", {}, textObject(element));
}

/** A button, a menu or a picture. */
function drawElement(element: Json, click: Click): HTMLElement {
  const { type, action_id, block_id } = element;
  const ids = { type, action_id, ...(block_id === undefined ? {} : { block_id }) };
  if (type === "image") return picture(string(element.image_url), string(element.alt_text));
  if (type === "static_select") {
    const options = list(element.options);
    const shown = options.map(({ text, description, value }) => ({
      label: string(object(text).text),
      description: string(object(description).text) || undefined,
      value: string(value),
    }));
    return menu(string(object(element.placeholder).text), shown, ({ value }) =>
      click({ ...ids, selected_option: options.find((option) => option.value === value) }),
    );
  }
  if (type !== "button") return h("p", { class: "unknown" }, `The playground cannot draw a “${string(type)}”.`);
  const label = textObject(element.text);
  const kind = `button ${string(element.style)}`;
  if (typeof element.url === "string") {
    const link = webLink(element.url, label);
    link.className = kind;
    return link;
  }
  return h(
    "button",
    { type: "button", class: kind, onclick: () => click({ ...ids, text: element.text, value: element.value }) },
    label,
  );
}

function table(block: Json): HTMLElement {
  const settings = list(block.column_settings);
  const rows = Array.isArray(block.rows) ? block.rows.map(list) : [];
  const [head = [], ...body] = rows;
  const cells = (row: readonly Json[], tag: "th" | "td") =>
    row.map((cell, i) =>
      h(
        tag,
        { class: `${string(settings[i]?.align) || "left"} ${settings[i]?.is_wrapped === true ? "" : "one-line"}` },
        cell.type === "rich_text" ? richText(cell) : string(cell.text),
      ),
    );
  return h(
    "table",
    {},
    h("thead", {}, h("tr", {}, cells(head, "th"))),
    h("tbody", {}, ...body.map((row) => h("tr", {}, cells(row, "td")))),
  );
}
