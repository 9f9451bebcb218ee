import { byId, h } from "./dom.ts";
import { inspector } from "./inspect.ts";
import { server, type Turn } from "./server.ts";
import { settings } from "./settings.ts";

/** The window where a recorded payload is pasted or opened, and its way through the bot is watched. */
export function openReplay(show: (turn: Turn) => void): void {
  const dialog = byId("replay", HTMLDialogElement);
  const text = byId("replay-payload", HTMLTextAreaElement);
  const result = byId("replay-result", HTMLElement);
  const say = (words: string) => result.replaceChildren(h("p", {}, words));

  const run = async () => {
    let payload: unknown;
    try {
      payload = JSON.parse(text.value);
    } catch {
      return say("This is not JSON.");
    }
    const turn = await server.replay(payload, settings().today).catch(() => undefined);
    if (!turn) return say("That could not be read: a payload is one JSON object.");
    if ("unknown" in turn) return say("Neither Slack nor Discord delivers a payload of this form.");
    const details = inspector(turn, turn.shown[0], "Stages");
    result.replaceChildren(
      h("p", {}, `Read as ${turn.side === "slack" ? "Slack’s" : "Discord’s"} ${turn.kind}.`),
      details,
    );
    show(turn);
  };

  byId("open-replay", HTMLButtonElement).addEventListener("click", () => dialog.showModal());
  byId("run-replay", HTMLButtonElement).addEventListener("click", () => void run());
  byId("close-replay", HTMLButtonElement).addEventListener("click", () => dialog.close());
  byId("replay-file", HTMLInputElement).addEventListener("change", async ({ target }) => {
    const [file] = target instanceof HTMLInputElement ? (target.files ?? []) : [];
    if (file) text.value = await file.text();
  });
}
