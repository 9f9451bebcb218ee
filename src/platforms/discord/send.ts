import { type REST, Routes } from "discord.js";
import type { Painter } from "#chart/painter.ts";
import { clip } from "#core/clip.ts";
import type { Choice } from "#core/command.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import { type Observer, unobserved } from "#core/observer.ts";
import type { Reply } from "#core/reply.ts";
import { loggedOf, reasonOf } from "./errors.ts";
import { type Form, prepare, sendBest } from "./forms.ts";
import type { Interaction } from "./incoming.ts";
import { limits, messageFlags } from "./limits.ts";
import type { Modal } from "./modal.ts";
import { renderDiscord } from "./render.ts";

/** Kinds of first response: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-type */
const callbacks = { message: 4, deferMessage: 5, deferUpdate: 6, choices: 8, modal: 9 } as const;

/** How the asker is told to wait: a new message for all or for the asker alone, or the message that was clicked. */
export type Ack = "public" | "private" | "update";

/** Discord's codes for an interaction that is too late or answered already, and for a token that has run out. */
const answeredAlready = 40060;
const late = new Set<number | string>([10062, answeredAlready]);
const expired = new Set<number | string>([10015, 50027]);

type Parts = {
  readonly rest: REST;
  readonly kept: KeptLines;
  readonly paint?: Painter | undefined;
  readonly log: Log;
  readonly observer?: Observer | undefined;
};

/** Sends what an interaction is owed. Nothing here throws: what Discord refuses is logged. */
export function createSender({ rest, kept, paint, log, observer = unobserved }: Parts) {
  const respond = async ({ id, token }: Interaction, type: number, data?: object): Promise<boolean> => {
    try {
      await rest.post(Routes.interactionCallback(id, token), {
        body: { type, ...(data ? { data } : {}) },
        auth: false,
      });
      observer.acked();
      return true;
    } catch (error) {
      const reason = reasonOf(error);
      if (reason.code !== answeredAlready) observer.unanswered();
      if (late.has(reason.code ?? "")) log.warn(reason, "an interaction came too late, or another process answered it");
      else log.error(loggedOf(error), "Discord refused the first response");
      return false;
    }
  };

  /** An edit names all files the message is to have: what an earlier page brought goes. */
  const edit = ({ application_id, token }: Interaction, { message, files }: Form): Promise<unknown> =>
    rest.patch(Routes.webhookMessage(application_id, token, "@original"), {
      body: { ...message, attachments: message.attachments ?? [] },
      files: [...files],
      auth: false,
    });

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
        await sendBest(await prepare(reply, { kept, paint, log }), (form) => edit(interaction, form), log);
      } catch (error) {
        observer.unanswered();
        const reason = reasonOf(error);
        if (expired.has(reason.code ?? "")) log.warn(reason, "the answer came after its interaction ran out");
        else log.error({ ...loggedOf(error), command: reply.command }, "an answer could not be sent");
      }
    },
  };
}
export type Sender = ReturnType<typeof createSender>;

/** Choices as Discord takes them: at most 25, names shortened, values that are too long left out. */
export function fitChoices(choices: readonly Choice[]): Choice[] {
  return choices
    .filter(({ name, value }) => name.trim() !== "" && value !== "" && value.length <= limits.choiceValue)
    .slice(0, limits.choices)
    .map(({ name, value }) => ({ name: clip(name, limits.choiceName), value }));
}
