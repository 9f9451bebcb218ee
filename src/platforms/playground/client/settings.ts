import { byId } from "./dom.ts";

const choices = {
  view: ["both", "slack", "discord"],
  theme: ["auto", "light", "dark"],
  width: ["desktop", "phone"],
  where: ["channel", "direct"],
} as const;
type Choice<Key extends keyof typeof choices> = (typeof choices)[Key][number];
export type Settings = { readonly [Key in keyof typeof choices]: Choice<Key> } & { readonly today: string };

const dark = matchMedia("(prefers-color-scheme: dark)");
const stored = "playground-settings";

/** What is chosen at the top of the page. */
export function settings(): Settings {
  return {
    view: chosen("view", choices.view),
    theme: chosen("theme", choices.theme),
    width: chosen("width", choices.width),
    where: chosen("where", choices.where),
    today: byId("today", HTMLInputElement).value,
  };
}

function chosen<Value extends string>(id: string, values: readonly [Value, ...Value[]]): Value {
  const { value } = byId(id, HTMLSelectElement);
  return values.find((one) => one === value) ?? values[0];
}

/** Brings back the choices of last time, shows them, and follows changes; `changed` is told which one it was. */
export function openSettings(changed: (key: string) => void): void {
  const kept: unknown = JSON.parse(localStorage.getItem(stored) ?? "{}");
  for (const [key, value] of Object.entries(Object(kept)))
    if (key in choices) byId(key, HTMLSelectElement).value = String(value);
  const apply = () => {
    const { view, theme, width } = settings();
    const root = document.documentElement.dataset;
    root.theme = theme === "auto" ? (dark.matches ? "dark" : "light") : theme;
    root.view = view;
    root.width = width;
  };
  apply();
  dark.addEventListener("change", apply);
  for (const key of [...Object.keys(choices), "today"])
    byId(key, HTMLElement).addEventListener("change", () => {
      apply();
      const { today: _, ...keep } = settings();
      localStorage.setItem(stored, JSON.stringify(keep));
      changed(key);
    });
}
