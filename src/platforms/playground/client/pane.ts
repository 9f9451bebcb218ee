import { drawDiscord } from "./discord-components.ts";
import { byId, h, type Json, newId, object, string } from "./dom.ts";
import { openForm } from "./forms.ts";
import { inspector } from "./inspect.ts";
import { server, type Turn } from "./server.ts";
import { settings } from "./settings.ts";
import { drawSlack } from "./slack-blocks.ts";

type Shown = Turn["shown"][number];
/** A message on the screen, as it is named when it is clicked on. */
type On = {
  readonly where: "channel" | "direct";
  readonly id: string;
  readonly alone: boolean;
  readonly thread?: string;
};
type Message = { readonly on: On | undefined; readonly element: HTMLElement };

export type Pane = {
  say(line: string): Promise<void>;
  home(): Promise<void>;
  /** Shows what came of a payload from elsewhere. */
  show(turn: Turn): void;
  /** Says the last line again and puts its answer where the old one stands. */
  again(): Promise<void>;
  clear(): void;
};

const names = { slack: "Slack", discord: "Discord" } as const;
let number = 0;

/** One platform's conversation. `announce` tells people who do not see it what came. */
export function createPane(side: Turn["side"], announce: (says: string) => void): Pane {
  const log = byId(`${side}-log`, HTMLElement);
  let last: { line: string; where: On["where"]; answers: Message[] } | undefined;

  const send = async (act: object, from?: Message): Promise<Message[]> => {
    log.setAttribute("aria-busy", "true");
    try {
      return place(await server.turn(side, act, settings().today), from);
    } catch {
      return [append(notice("The playground's server did not answer. Is it still running?"))];
    } finally {
      log.removeAttribute("aria-busy");
    }
  };

  const place = (turn: Turn, from?: Message): Message[] => {
    // Of a command others see nothing; words are a message of one's own.
    if (turn.kind === "message" && !from) showOwn(turn);
    const drawn = turn.shown.flatMap((shown) => placeOne(turn, shown, from));
    if (turn.shown.length === 0) drawn.push(append(notice("Nothing is shown for this.", inspector(turn, undefined))));
    const run = turn.stages.find(({ name }) => name === "run")?.says;
    announce(`${names[side]}: ${run ?? "nothing is shown"}`);
    return drawn;
  };

  const showOwn = ({ stages }: Turn) => {
    const typed = log.querySelector(".typed:last-of-type");
    const said = stages.find(({ name }) => name === "decode")?.says ?? "";
    const mention = settings().where === "channel" && h("span", { class: "mention" }, "@Casebook");
    const body = h("div", { class: "body" }, h("p", {}, mention, mention && " ", said));
    typed?.replaceWith(h("article", { class: "message own", "aria-label": "You" }, author("You", false), body));
  };

  const placeOne = (turn: Turn, shown: Shown, from?: Message): Message[] => {
    if (shown.kind === "modal") {
      const view = object(shown.payload);
      openForm(side, view, (state) => void send({ kind: "submit", on: from?.on, form: view, state }, from));
      return [];
    }
    const manner = shown.kind === "message" ? shown.manner : "replace";
    const inPlace = manner === "replace" && (shown.kind === "message" || from?.on === undefined);
    const on = shown.kind !== "message" ? undefined : inPlace && from?.on ? from.on : newPlace(shown, from);
    const message: Message = { on, element: h("article", { tabindex: "-1" }) };
    drawMessage(message, turn, shown);
    const stays = from?.element.isConnected === true;
    const focused = from?.element.contains(document.activeElement) === true;
    if (inPlace && stays) from.element.replaceWith(message.element);
    else {
      append(message);
      if (manner === "renew") from?.element.remove();
    }
    if (focused) message.element.focus({ preventScroll: true });
    const above = message.element.getBoundingClientRect().top < log.getBoundingClientRect().top;
    if (from && (!inPlace || above)) message.element.scrollIntoView({ block: "start" });
    return [message];
  };

  const drawMessage = (message: Message, turn: Turn, shown: Shown) => {
    const click = (element: Json) => void send({ kind: "click", on: message.on, element }, message);
    const payload = object(shown.payload);
    const draw = side === "slack" ? drawSlack : drawDiscord;
    const body = draw(payload, click, shown.kind === "message" ? object(shown.attached) : {});
    const over = shown.meters.filter(({ used, limit }) => used > limit);
    message.element.className = `message ${message.on?.alone ? "alone" : ""} ${shown.kind === "home" ? "home" : ""}`;
    message.element.setAttribute("aria-label", message.on ? `${names[side]}: Casebook’s answer` : "Home tab");
    message.element.replaceChildren(
      ...(message.on?.alone && side === "slack" ? [h("p", { class: "only-you" }, "Only visible to you")] : []),
      ...(message.on?.thread ? [h("p", { class: "in-thread" }, "In the thread of your message")] : []),
      author("Casebook", true),
      h("div", { class: "body" }, ...body),
      ...(message.on?.alone && side === "discord" ? [h("p", { class: "only-you" }, "Only you can see this")] : []),
      ...over.map(({ name, used, limit }) =>
        h("p", { class: "refused" }, `${names[side]} would refuse this: ${name} is ${used}, and may be ${limit}.`),
      ),
      inspector(turn, shown),
    );
  };

  const append = (message: Message): Message => {
    log.append(message.element);
    return message;
  };

  return {
    async say(line) {
      const { where } = settings();
      const typed = h("article", { class: "message typed" }, h("p", {}, "You typed ", h("code", {}, line)));
      log.append(typed);
      last = { line, where, answers: await send({ kind: "say", line, where }) };
      typed.scrollIntoView({ block: "start" });
    },
    async home() {
      await send({ kind: "home" });
    },
    show(turn) {
      place(turn);
    },
    async again() {
      const old = last?.answers.findLast(({ element }) => element.isConnected);
      if (!last || !old) return;
      const turn = await server.turn(side, { kind: "say", line: last.line, where: last.where }, settings().today);
      const [shown] = turn.shown;
      if (shown?.kind === "message") last.answers = placeOne(turn, { ...shown, manner: "replace" }, old);
    },
    clear() {
      log.replaceChildren();
      last = undefined;
    },
  };
}

function author(name: string, app: boolean): HTMLElement {
  const time = new Date().toLocaleTimeString("en", { hour: "2-digit", minute: "2-digit", hour12: false });
  return h(
    "header",
    { class: app ? "author app" : "author" },
    h("span", { class: "avatar", "aria-hidden": "true" }, name.slice(0, 1)),
    h("strong", {}, name),
    app && h("span", { class: "badge" }, "APP"),
    h("time", {}, time),
  );
}

function notice(says: string, more?: HTMLElement): Message {
  return {
    on: undefined,
    element: h("article", { class: "message notice", id: newId("notice") }, h("p", {}, says), more),
  };
}

/** Where a new message stands. Ids are what both platforms have: digits, later ones larger. */
function newPlace(shown: Extract<Shown, { kind: "message" }>, from: Message | undefined): On {
  const thread = string(shown.payload.thread_ts);
  return {
    where: from?.on?.where ?? settings().where,
    id: `${Date.now()}${String(number++).padStart(6, "0")}`,
    alone: shown.alone,
    ...(thread ? { thread } : {}),
  };
}
