import { randomBytes } from "node:crypto";
import { DiscordAPIError, HTTPError, type REST, Routes } from "discord.js";
import type { KeptLines } from "#core/adapter.ts";
import { clip } from "#core/clip.ts";
import type { Choice } from "#core/command.ts";
import type { Reply } from "#core/reply.ts";
import type { DiscordMessage } from "./components.ts";
import type { Interaction } from "./incoming.ts";
import { limits, messageFlags } from "./limits.ts";
import type { Modal } from "./modal.ts";
import { failed } from "./notices.ts";
import { keptLinesOf, renderDiscord } from "./render.ts";

/** The part of a logger that the adapter uses; nothing people wrote and no token is handed to it. */
export type Log = Readonly<Record<"debug" | "info" | "warn" | "error", (fields: object, says: string) => void>>;

/** Kinds of first response: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-type */
const callbacks = { message: 4, deferMessage: 5, deferUpdate: 6, choices: 8, modal: 9 } as const;

/** How the asker is told to wait: a new message for all or for the asker alone, or the message that was clicked. */
export type Ack = "public" | "private" | "update";

/** Discord's codes for an interaction that is too late or answered already, and for a token that has run out. */
const late = new Set<number | string>([10062, 40060]);
const expired = new Set<number | string>([10015, 50027]);

/** Why a request failed, without its address: that holds the interaction's token. */
export function reasonOf(error: unknown): { code?: number | string; status?: number; reason: string } {
  if (error instanceof DiscordAPIError)
    return { code: error.code, status: error.status, reason: error.message.split("\n")[0] ?? "" };
  if (error instanceof HTTPError) return { status: error.status, reason: "Discord answered with an error" };
  return { reason: error instanceof Error ? error.name : "unknown" };
}

/** Sends what an interaction is owed. Nothing here throws: what Discord refuses is logged. */
export function createSender({ rest, kept, log }: { rest: REST; kept: KeptLines; log: Log }) {
  const respond = async ({ id, token }: Interaction, type: number, data?: object): Promise<boolean> => {
    try {
      await rest.post(Routes.interactionCallback(id, token), {
        body: { type, ...(data ? { data } : {}) },
        auth: false,
      });
      return true;
    } catch (error) {
      const reason = reasonOf(error);
      if (late.has(reason.code ?? "")) log.warn(reason, "an interaction came too late, or another process answered it");
      else log.error(reason, "Discord refused the first response");
      return false;
    }
  };

  const edit = async ({ application_id, token }: Interaction, body: object): Promise<void> => {
    await rest.patch(Routes.webhookMessage(application_id, token, "@original"), { body, auth: false });
  };

  return {
    /** Tells Discord that an answer comes; false when it is too late for one. */
    acknowledge: (interaction: Interaction, ack: Ack): Promise<boolean> =>
      ack === "update"
        ? respond(interaction, callbacks.deferUpdate)
        : respond(
            interaction,
            callbacks.deferMessage,
            ack === "private" ? { flags: messageFlags.ephemeral } : undefined,
          ),
    suggest: (interaction: Interaction, choices: readonly Choice[]): Promise<boolean> =>
      respond(interaction, callbacks.choices, { choices }),
    open: (interaction: Interaction, modal: Modal): Promise<boolean> => respond(interaction, callbacks.modal, modal),
    /** Answers at once, for the asker alone. */
    tell: (interaction: Interaction, reply: Reply): Promise<boolean> => {
      const message = renderDiscord(reply);
      return respond(interaction, callbacks.message, { ...message, flags: message.flags | messageFlags.ephemeral });
    },
    /** Puts the reply where the acknowledgement stands. */
    finish: async (interaction: Interaction, reply: Reply): Promise<void> => {
      try {
        const message = await prepare(reply, kept, log);
        await sendOrSimplify(message, (body) => edit(interaction, body), log);
      } catch (error) {
        const reason = reasonOf(error);
        if (expired.has(reason.code ?? "")) log.warn(reason, "the answer came after its interaction ran out");
        else log.error({ ...reason, command: reply.command }, "an answer could not be sent");
      }
    },
  };
}
export type Sender = ReturnType<typeof createSender>;

/** The message of a reply, its long lines kept. A reply that cannot be shown becomes an apology with a reference. */
export async function prepare(reply: Reply, kept: KeptLines, log: Log): Promise<DiscordMessage> {
  try {
    const lines = keptLinesOf(reply);
    // Without them a button says that it is too old; the answer itself must not wait for the store.
    if (lines.size > 0)
      await kept.keep(lines).catch((error) => log.error(reasonOf(error), "long command lines could not be kept"));
    return renderDiscord(reply);
  } catch (error) {
    const ref = randomBytes(3).toString("hex");
    log.error({ ...reasonOf(error), ref, command: reply.command }, "a reply could not be made ready");
    return renderDiscord(failed(ref));
  }
}

/** Sends a message; if Discord finds a fault in its form, sends its text without anything to press. */
export async function sendOrSimplify(
  message: DiscordMessage,
  send: (body: DiscordMessage) => Promise<unknown>,
  log: Log,
): Promise<void> {
  try {
    await send(message);
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.code !== 50035) throw error;
    log.error({ ...reasonOf(error), shape: shapeOf(message) }, "Discord refused a message's form; sent as text alone");
    await send(textOnly(message));
  }
}

function textOnly(message: DiscordMessage): DiscordMessage {
  const [container] = message.components;
  return {
    ...message,
    components: [{ ...container, components: container.components.filter(({ type }) => type === 10) }],
  };
}

function shapeOf({ components: [container] }: DiscordMessage): string {
  return container.components.map(({ type }) => type).join(" ");
}

/** Choices as Discord takes them: at most 25, names shortened, values that are too long left out. */
export function fitChoices(choices: readonly Choice[]): Choice[] {
  return choices
    .filter(({ name, value }) => name.trim() !== "" && value !== "" && value.length <= limits.choiceValue)
    .slice(0, limits.choices)
    .map(({ name, value }) => ({ name: clip(name, limits.choiceName), value }));
}
