import { openComposer } from "./composer.ts";
import { byId, h } from "./dom.ts";
import { createPane } from "./pane.ts";
import { openReplay } from "./replay.ts";
import { server } from "./server.ts";
import { openSettings, settings } from "./settings.ts";

const status = byId("status", HTMLElement);
const banner = byId("banner", HTMLElement);
const panes = { slack: createPane("slack", announce), discord: createPane("discord", announce) };

function announce(says: string): void {
  status.textContent = says;
}

function shownPanes() {
  const { view } = settings();
  return view === "both" ? [panes.slack, panes.discord] : [panes[view]];
}

function say(line: string): void {
  document.body.classList.add("talking");
  for (const pane of shownPanes()) void pane.say(line);
}

const composer = openComposer(say);
openSettings((key) => {
  if (key === "today") void Promise.all([panes.slack.again(), panes.discord.again()]);
});
openReplay((turn) => {
  document.body.classList.add("talking");
  panes[turn.side].show(turn);
});
byId("open-home", HTMLButtonElement).addEventListener("click", () => {
  document.body.classList.add("talking");
  void panes.slack.home();
});
byId("clear", HTMLButtonElement).addEventListener("click", () => {
  document.body.classList.remove("talking");
  panes.slack.clear();
  panes.discord.clear();
  byId("line", HTMLInputElement).focus();
});

/** The content changed on disk: the last answers are shown anew, or what is wrong with the change. */
new EventSource("/events").addEventListener("message", ({ data }) => {
  const { problems }: { problems: string[] } = JSON.parse(data);
  banner.hidden = problems.length === 0;
  banner.replaceChildren(
    h("p", {}, "The newest change of the content was refused; the last good content still serves."),
    h("ul", {}, ...problems.slice(0, 8).map((problem) => h("li", {}, h("code", {}, problem)))),
  );
  if (problems.length > 0) return announce("The newest change of the content was refused.");
  announce("The content changed: the last answers are shown anew.");
  void Promise.all([panes.slack.again(), panes.discord.again()]);
});

const { commands, version } = await server.start();
byId("version", HTMLElement).textContent = version;
byId("examples", HTMLElement).append(
  ...["case", "compare", "cost", "ask"]
    .flatMap((shown) => commands.find(({ name }) => name === shown)?.examples[0] ?? [])
    .map((example) => (example.startsWith("ask ") ? example.slice(4) : `/${example}`))
    .map((line) => h("button", { type: "button", class: "example", onclick: () => composer.put(line) }, line)),
);
byId("commands", HTMLElement).append(
  ...commands.map(({ name, summary, examples: [example = name] }) =>
    h(
      "li",
      {},
      h("button", { type: "button", class: "example", onclick: () => composer.put(`/${example}`) }, `/${name}`),
      h("span", {}, summary),
    ),
  ),
);
document.body.dataset.ready = "true";
performance.mark("ready");
