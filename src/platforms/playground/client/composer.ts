import type { Suggestion } from "#core/suggest.ts";
import { byId, h } from "./dom.ts";
import { server } from "./server.ts";

/** The message box: a combobox that completes commands, studies and sections; arrows choose, Tab or Enter takes. */
export function openComposer(say: (line: string) => void): { put(line: string): void } {
  const input = byId("line", HTMLInputElement);
  const list = byId("suggestions", HTMLElement);
  const history: string[] = [];
  let shown: readonly Suggestion[] = [];
  let at = -1;
  let back = 0;
  let asked = 0;

  const mark = (i: number) => {
    at = i;
    [...list.children].forEach((item, place) => {
      item.setAttribute("aria-selected", String(place === at));
      if (place === at) item.scrollIntoView({ block: "nearest" });
    });
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `suggestion-${at}`);
  };
  const close = () => {
    asked++;
    shown = [];
    at = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const open = async () => {
    const turn = ++asked;
    const line = input.value;
    const found = line.trim() ? await server.complete(line).catch(() => []) : [];
    if (turn !== asked) return;
    close();
    shown = found.filter((suggestion) => suggestion.line.trim() !== line.trim());
    if (shown.length === 0) return;
    list.append(
      ...shown.map(({ label, hint }, i) =>
        h(
          "div",
          {
            role: "option",
            id: `suggestion-${i}`,
            "aria-selected": "false",
            onmousedown: (event) => event.preventDefault(),
            onclick: () => take(i),
          },
          h("span", { class: "label" }, label),
          h("span", { class: "hint" }, hint),
        ),
      ),
    );
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };
  const take = (i: number) => {
    const suggestion = shown[i];
    if (!suggestion) return;
    input.value = suggestion.line;
    input.focus();
    void open();
  };
  const recall = (step: number) => {
    back = Math.max(0, Math.min(history.length, back + step));
    input.value = back === 0 ? "" : (history[history.length - back] ?? "");
  };
  const submit = () => {
    const line = input.value.trim();
    if (!line) return;
    history.push(line);
    back = 0;
    input.value = "";
    close();
    say(line);
  };

  input.addEventListener("input", () => void open());
  input.addEventListener("blur", () => close());
  input.addEventListener("keydown", (event) => {
    const { key } = event;
    if (key === "Escape") return close();
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      const step = key === "ArrowDown" ? 1 : -1;
      if (shown.length > 0) mark((at + step + shown.length) % shown.length);
      else recall(-step);
    }
    const taking = (key === "Tab" && shown.length > 0 && !event.shiftKey) || (key === "Enter" && at >= 0);
    if (!taking) return;
    event.preventDefault();
    take(Math.max(0, at));
  });
  byId("composer", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  input.focus();
  return {
    put(line) {
      input.value = line;
      input.focus();
      submit();
    },
  };
}
