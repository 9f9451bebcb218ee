import { type Child, h, newId, picture, webLink } from "./dom.ts";
import { server, type Turn } from "./server.ts";

type Shown = Turn["shown"][number];

/**
 * A line of figures under a message, and behind it why it is what it is, its limits, its payload and its stages; open
 * at one of these when it is named.
 */
export function inspector(turn: Turn, shown: Shown | undefined, opened?: string): HTMLElement {
  const views: (readonly [string, () => Child])[] = [
    ["Why", () => why(turn)],
    ...(shown ? [["Limits", () => meters(shown)] as const, ["JSON", () => payload(turn, shown)] as const] : []),
    ["Stages", () => stages(turn)],
  ];
  const body = h("div", { class: "inspection" });
  const [first] = shown?.meters ?? [];
  const over = (shown?.meters ?? []).some(({ used, limit }) => used > limit);
  const summary = [
    first && `${first.used} of ${first.limit} ${first.name.split(",")[0]?.toLowerCase()}`,
    `${turn.ms.toFixed(turn.ms < 10 ? 1 : 0)} ms`,
    over && "over a limit",
  ];
  const details = h(
    "details",
    { class: `inspector ${over ? "over" : ""}` },
    h("summary", {}, summary.filter(Boolean).join(" · "), h("span", { class: "more" }, "Inspect")),
    body,
  );
  const open = (at: number) => {
    if (body.childElementCount === 0) body.append(tabs(views, at));
  };
  details.addEventListener("toggle", () => open(0));
  const at = views.findIndex(([name]) => name === opened);
  details.open = at >= 0;
  if (at >= 0) open(at);
  return details;
}

function tabs(views: readonly (readonly [string, () => Child])[], first: number): HTMLElement {
  const id = newId("tab");
  const panel = h("div", { role: "tabpanel", id: `${id}-panel`, tabindex: "0" });
  const buttons = views.map(([name], i) =>
    h(
      "button",
      { type: "button", role: "tab", id: `${id}-${i}`, "aria-controls": `${id}-panel`, onclick: () => show(i) },
      name,
    ),
  );
  const show = (chosen: number) => {
    buttons.forEach((button, i) => {
      button.setAttribute("aria-selected", String(i === chosen));
      button.tabIndex = i === chosen ? 0 : -1;
    });
    panel.setAttribute("aria-labelledby", `${id}-${chosen}`);
    panel.replaceChildren(h("div", {}, views[chosen]?.[1]()));
  };
  const list = h("div", { role: "tablist", "aria-label": "Inspect this answer" }, ...buttons);
  list.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const at = buttons.findIndex((button) => button.tabIndex === 0);
    const next = (at + step + buttons.length) % buttons.length;
    if (step === 0) return;
    show(next);
    buttons[next]?.focus();
  });
  show(first);
  return h("div", {}, list, panel);
}

function why({ why, ms, stages }: Turn): Child {
  if (!why) return h("p", {}, "No command ran for this.");
  const run = stages.find(({ name }) => name === "run")?.ms ?? 0;
  return [
    h("p", {}, "This line gives it again: ", h("code", {}, why.line)),
    h("p", {}, `The command took ${run.toFixed(1)} ms of ${ms.toFixed(1)} ms; the rest is decoding and rendering.`),
    Object.keys(why.reasons).length > 0 && [h("h4", {}, "What the command says"), code(why.reasons)],
    why.passages.length > 0 && [
      h("h4", {}, "Passages, and where they stand"),
      h(
        "ul",
        { class: "passages" },
        ...why.passages.map(({ id, file, line, asOf }) =>
          h("li", {}, h("code", {}, `${file}:${line}`), h("span", {}, `${id}${asOf ? `, as of ${asOf}` : ""}`)),
        ),
      ),
    ],
    ...why.charts.map((chart) => chartPicture(chart)),
  ];
}

/** The chart as a picture, which a platform shows where one is sent along. */
function chartPicture(chart: { readonly alt: string; readonly title: string }): HTMLElement {
  const place = h("figure", { class: "chart" }, h("figcaption", {}, `As a picture: ${chart.title}`));
  void server.chart(chart).then(({ light, dark }) => {
    const address = (svg: string) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    const shown = document.documentElement.dataset.theme === "dark" ? dark : light;
    place.append(picture(address(shown), chart.alt));
  });
  return place;
}

function meters({ meters }: Shown): Child {
  const rows = meters.map(({ name, used, limit }) => {
    const id = newId("meter");
    return h(
      "div",
      { class: `limit ${used > limit ? "over" : ""}` },
      h("span", { id }, name),
      h("meter", { min: 0, max: limit, high: limit * 0.9, value: Math.min(used, limit), "aria-labelledby": id }),
      h("span", { class: "figure" }, `${used.toLocaleString("en")} of ${limit.toLocaleString("en")}`),
    );
  });
  return h("div", { class: "limits" }, ...rows);
}

function payload(turn: Turn, shown: Shown): Child {
  const json = JSON.stringify(shown.payload, undefined, 2);
  const said = h("span", { role: "status" });
  const copy = h("button", { type: "button", class: "small", onclick: () => void copyText(json, said) }, "Copy");
  const blocks = "blocks" in Object(shown.payload) ? JSON.stringify(builderPayload(shown)) : undefined;
  return [
    h(
      "p",
      { class: "tools" },
      copy,
      turn.side === "slack" &&
        blocks && [
          h(
            "button",
            { type: "button", class: "small", onclick: () => void copyText(blocks, said) },
            "Copy for Block Kit Builder",
          ),
          webLink(
            `https://app.slack.com/block-kit-builder/#${encodeURIComponent(blocks)}`,
            "Open in Block Kit Builder",
          ),
        ],
      said,
    ),
    code(shown.payload),
  ];
}

/** What Block Kit Builder takes: the blocks of a message, or a whole view. */
function builderPayload({ kind, payload }: Shown): unknown {
  const given = Object(payload);
  return kind === "message" ? { blocks: given.blocks } : given;
}

async function copyText(text: string, said: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = "Copied.";
  } catch {
    said.textContent = "The browser did not let it be copied.";
  }
}

function stages({ stages }: Turn): Child {
  return h(
    "ol",
    { class: "stages" },
    ...stages.map(({ name, says, ms, value }) =>
      h(
        "li",
        {},
        h(
          "details",
          {},
          h(
            "summary",
            {},
            h("strong", {}, name),
            ` ${says}`,
            ms !== undefined && h("span", { class: "ms" }, `${ms.toFixed(1)} ms`),
          ),
          code(value),
        ),
      ),
    ),
  );
}

function code(value: unknown): HTMLElement {
  return h("pre", { tabindex: "0" }, JSON.stringify(value, undefined, 2) ?? "");
}
