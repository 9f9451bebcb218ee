import { h, newId } from "./dom.ts";

export type Option = { readonly label: string; readonly description?: string | undefined; readonly value: string };

/** A menu as both platforms have it: a button that opens a list; arrows, Home, End, Enter and Escape work. */
export function menu(placeholder: string, options: readonly Option[], pick: (option: Option) => void): HTMLElement {
  const id = newId("menu");
  let at = 0;
  const items = options.map((option, i) =>
    h(
      "div",
      { role: "option", id: `${id}-${i}`, "aria-selected": "false", onclick: () => choose(i) },
      h("span", { class: "option-label" }, option.label),
      option.description ? h("span", { class: "option-description" }, option.description) : undefined,
    ),
  );
  const list = h("div", { role: "listbox", id, "aria-label": placeholder, hidden: true, tabindex: "-1" }, ...items);
  const button = h(
    "button",
    {
      type: "button",
      class: "menu-button",
      role: "combobox",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      "aria-controls": id,
      "aria-label": placeholder,
      onclick: () => (list.hidden ? open() : close()),
      onblur: () => setTimeout(close, 150),
    },
    h("span", {}, placeholder),
  );
  const mark = (i: number) => {
    at = Math.max(0, Math.min(items.length - 1, i));
    items.forEach((item, place) => {
      item.setAttribute("aria-selected", String(place === at));
    });
    button.setAttribute("aria-activedescendant", `${id}-${at}`);
    items[at]?.scrollIntoView({ block: "nearest" });
  };
  const open = () => {
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    mark(at);
    list.scrollIntoView({ block: "nearest" });
  };
  const close = () => {
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
    button.removeAttribute("aria-activedescendant");
  };
  const choose = (i: number) => {
    close();
    const option = options[i];
    if (option) pick(option);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (list.hidden ? open() : mark(at + 1)),
    ArrowUp: () => (list.hidden ? open() : mark(at - 1)),
    Home: () => mark(0),
    End: () => mark(items.length - 1),
    Escape: close,
    Enter: () => (list.hidden ? open() : choose(at)),
    " ": () => (list.hidden ? open() : choose(at)),
  };
  button.addEventListener("keydown", (event) => {
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!act || (list.hidden && ["Home", "End", "Escape"].includes(event.key))) return;
    event.preventDefault();
    act();
  });
  return h("div", { class: "menu" }, button, list);
}
