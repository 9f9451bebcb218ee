import type { Call } from "#core/rehearsal.ts";
import {
  decodeClick,
  decodeCommand,
  decodeForm,
  decodeMenu,
  decodeMessage,
  decodeTyping,
  originOf,
} from "#platforms/discord/decode.ts";
import { type Interaction, interactionSchema, messageSchema } from "#platforms/discord/incoming.ts";
import { botId } from "#platforms/discord/rehearsal/payloads.ts";
import { createRehearsal } from "#platforms/discord/rehearsal/rehearse.ts";
import { commands } from "../../commands/index.ts";
import { judge } from "../platforms/discord/judge.ts";
import * as payloads from "../platforms/discord/payloads.ts";
import type { Bot } from "./bot.ts";
import { mutateJson } from "./mutate.ts";
import { below, line, maybe, oneOf, type Random } from "./nasty.ts";
import type { Fault, Target } from "./target.ts";

/** A payload as Discord delivers it, with a line of somebody's in it. */
export function discordPayload(random: Random, number: number, bot: string = botId): object {
  const said = line(random);
  const id = String(1_000_000_000_000_000_000n + BigInt(number));
  const command = oneOf(random, commands);
  const option = oneOf(random, ["text", ...Object.keys(command.options.shape)]);
  const where = maybe(random, 0.3) ? payloads.direct : {};
  const interaction = (type: number, data: object, more: object = {}) => ({
    ...{ ...payloads.envelope, id, token: `token-${number}`, type, data },
    ...where,
    ...more,
  });
  const clicked = payloads.clickedMessage(maybe(random, 0.5) ? 64 : 0);
  switch (below(random, 7)) {
    case 0:
      return interaction(
        2,
        payloads.commandData(command.name, { name: option, value: said }, { name: "share", value: maybe(random, 0.5) }),
      );
    case 1:
      return interaction(
        4,
        payloads.commandData(command.name, { name: option, value: said.slice(0, 100), focused: true }),
      );
    case 2:
      return interaction(
        3,
        payloads.buttonData(`${oneOf(random, ["v1", "f1", "m1"])}:0:${said.slice(0, 90)}`),
        clicked,
      );
    case 3:
      return interaction(3, payloads.selectData("v1:0:menu", `v1:1:${said.slice(0, 90)}`), clicked);
    case 4:
      return interaction(
        5,
        payloads.formData(`m1:${said.slice(0, 90)}`, { title: line(random), "+": line(random) }),
        clicked,
      );
    case 5: {
      const message = payloads.message(id, said);
      return interaction(2, {
        id: "6",
        name: "Ask",
        type: 3,
        target_id: id,
        resolved: { messages: { [id]: message } },
      });
    }
    default:
      return payloads.message(id, `<@${bot}> ${said}`, maybe(random, 0.5) ? { guild_id: undefined } : {});
  }
}

/** Decoding alone, and what the line is read as: the cheap part, so that millions of payloads can be tried. */
export function discordDecodeTarget({ dispatch }: Bot): Target {
  return {
    name: "discord-decode",
    share: 60,
    make: (random, number) => mutateJson(random, discordPayload(random, number), below(random, 5)),
    take: (payload) => {
      const interaction = interactionSchema.safeParse(payload).data;
      if (interaction) decodeInteraction(interaction, dispatch);
      const message = messageSchema.safeParse(payload).data;
      const heard = message && decodeMessage(message, botId);
      if (heard) dispatch.isPublic(dispatch.read(heard.line, heard.origin));
      return [];
    },
  };
}

function decodeInteraction(interaction: Interaction, dispatch: Bot["dispatch"]): void {
  switch (interaction.type) {
    case 2:
      return void dispatch.isPublic(decodeCommand(interaction, dispatch));
    case 4:
      return void decodeTyping(interaction, dispatch);
    case "menu":
      return void decodeMenu(interaction);
    case 3: {
      const clicked = decodeClick(interaction);
      return void (clicked && dispatch.read(clicked.value, originOf(interaction, "click")));
    }
    case 5: {
      const sent = decodeForm(interaction);
      return void (sent && dispatch.read(`${sent.value} ${sent.answers}`, originOf(interaction, "form")));
    }
  }
}

/** The Discord adapter from decoding to sending, without the wire. */
export function discordTarget({ dispatch, kept, paint, log }: Bot): Target {
  const { deliver } = createRehearsal({ dispatch, kept, paint, log });
  return {
    name: "discord",
    share: 3,
    make: (random, number) => mutateJson(random, discordPayload(random, number), below(random, 5)),
    take: async (payload) => (await deliver(payload)).flatMap(judged),
  };
}

const routes: Record<string, string> = {
  "POST callback": "/interactions/1/t/callback",
  "PATCH edit": "/webhooks/1/t/messages/@original",
  "POST message": "/channels/1/messages",
};

function judged({ method, body: { attached: _, ...body } }: Call): Fault[] {
  const [verb = ""] = method.split(" ");
  const wrong = judge(verb, routes[method] ?? method, body).map(
    (fault): Fault => ({
      kind: /allowed_mentions/.test(fault) ? "pinged" : "invalid",
      says: `${method}: ${fault}`,
    }),
  );
  return [
    ...wrong,
    ...textsOf(body)
      .filter(rings)
      .map((text): Fault => ({ kind: "pinged", says: `${method}: ${text.slice(0, 200)}` })),
  ];
}

/** The Markdown of a message, wherever it stands in a request. */
export function textsOf(body: object): string[] {
  const texts: string[] = [];
  JSON.stringify(body, (key, value: unknown) => {
    if (key === "content" && typeof value === "string") texts.push(value);
    return value;
  });
  return texts;
}

/** True when a server that ignores our backslashes could take something outside an address for a mention. */
export function rings(markdown: string): boolean {
  return /@(?:everyone|here|[!&]?\d)/i.test(
    markdown.replace(/\]\(<[^>]*>\)/g, "]").replace(/\\([^0-9A-Za-z\s])/g, "$1"),
  );
}
