import { markdown } from "./discord-markdown.ts";
import { fileLink, h, type Json, list, object, picture, string, webLink } from "./dom.ts";
import { menu } from "./menu.ts";

/** Called with the component a click sends, as Discord puts it into `data`. */
export type Click = (data: Json) => void;

/** A message's components as Discord's desktop client draws them; `attached` holds the files that go along. */
export function drawDiscord(payload: Json, click: Click, attached: Json): HTMLElement[] {
  return list(payload.components).map((component) => draw(component, click, attached));
}

function draw(component: Json, click: Click, attached: Json): HTMLElement {
  const inner = () => list(component.components).map((one) => draw(one, click, attached));
  switch (component.type) {
    case 1:
      return h("div", { class: "row" }, inner());
    case 2:
      return button(component, click);
    case 3:
      return select(component, click);
    case 9:
      return h(
        "div",
        { class: "section" },
        h("div", { class: "section-text" }, inner()),
        draw(object(component.accessory), click, attached),
      );
    case 10:
      return h("div", { class: "text" }, markdown(string(component.content)));
    case 11:
      return picture(addressOf(component.media, attached), string(component.description));
    case 12:
      return h(
        "div",
        { class: "gallery" },
        list(component.items).map(({ media, description }) => picture(addressOf(media, attached), string(description))),
      );
    case 13: {
      const name = string(object(component.file).url).replace(/^attachment:\/\//, "");
      return h("p", { class: "file" }, fileLink(addressOf(component.file, attached), name));
    }
    case 14:
      return component.divider === false
        ? h("div", { class: "space" })
        : h("hr", { class: `spacing-${string(component.spacing)}` });
    case 17: {
      const container = h("div", { class: "container" }, inner());
      const colour = Number(component.accent_color);
      if (Number.isInteger(colour)) container.style.setProperty("--accent", `#${colour.toString(16).padStart(6, "0")}`);
      return container;
    }
    default:
      return h("p", { class: "unknown" }, `The playground cannot draw a component of type ${string(component.type)}.`);
  }
}

/** The address of a picture or file; `attachment://…` is one that goes along. */
function addressOf(media: unknown, attached: Json): string {
  const url = string(object(media).url);
  return url.startsWith("attachment://") ? string(attached[url.slice("attachment://".length)]) : url;
}

const styles: Readonly<Record<string, string>> = { 1: "primary", 2: "secondary", 3: "success", 4: "danger" };

function button({ style, label, url, custom_id, disabled }: Json, click: Click): HTMLElement {
  if (style === 5) {
    const link = webLink(string(url), string(label), h("span", { class: "leaves", "aria-hidden": "true" }, " ↗"));
    link.className = "button link";
    return link;
  }
  return h(
    "button",
    {
      type: "button",
      class: `button ${styles[string(style)] ?? "secondary"}`,
      disabled: disabled === true,
      onclick: () => click({ component_type: 2, custom_id }),
    },
    string(label),
  );
}

function select({ placeholder, options, custom_id }: Json, click: Click): HTMLElement {
  const shown = list(options).map(({ label, value, description }) => ({
    label: string(label),
    value: string(value),
    description: string(description) || undefined,
  }));
  return menu(string(placeholder) || "Make a selection", shown, ({ value }) =>
    click({ component_type: 3, custom_id, values: [value] }),
  );
}
