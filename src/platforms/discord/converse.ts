import { type REST, Routes } from "discord.js";
import type { Painter } from "#chart/painter.ts";
import type { Dispatch } from "#core/adapter.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import { type Observer, unobserved } from "#core/observer.ts";
import { createRecent } from "#core/recent.ts";
import { decodeMessage } from "./decode.ts";
import { loggedOf, reasonOf } from "./errors.ts";
import { prepare, sendBest } from "./forms.ts";
import type { IncomingMessage } from "./incoming.ts";

/** Codes for a channel the bot may not speak in: missing access or permission, a closed or gone thread. */
const forbidden = new Set<number | string>([50001, 50013, 50083, 160005, 10003]);
/** How long a channel that refused is left alone, in milliseconds: refused requests count against the bot's address. */
const refusedFor = 10 * 60_000;

type Parts = {
  readonly rest: REST;
  readonly dispatch: Dispatch;
  readonly kept: KeptLines;
  readonly paint?: Painter | undefined;
  readonly log: Log;
  readonly observer?: Observer | undefined;
  readonly now?: () => number;
};

/** Answers messages that mention the bot, and direct messages, with a reply that everyone there sees. */
export function createConversation({ rest, dispatch, kept, paint, log, observer = unobserved, now = Date.now }: Parts) {
  const refused = createRecent<number>(10_000);

  return async (
    message: IncomingMessage,
    botId: string,
    parentOf: (channel: string) => string | undefined,
  ): Promise<void> => {
    const decoded = decodeMessage(message, botId, parentOf);
    const { id, channel_id: channel } = message;
    if (!decoded || (refused.get(channel) ?? 0) > now()) return;
    const reply = await dispatch.run(dispatch.read(decoded.line, decoded.origin));
    const forms = await prepare({ ...reply, shared: true }, { kept, paint, log });
    try {
      await sendBest(
        forms,
        ({ message, files }) =>
          rest.post(Routes.channelMessages(channel), {
            // Discord gives back the first answer when a retry brings the same nonce.
            body: {
              ...message,
              message_reference: { message_id: id, fail_if_not_exists: false },
              nonce: id,
              enforce_nonce: true,
            },
            files: [...files],
          }),
        log,
      );
      refused.delete(channel);
    } catch (error) {
      observer.unanswered();
      if (forbidden.has(reasonOf(error).code ?? "")) refused.set(channel, now() + refusedFor);
      log.warn({ ...loggedOf(error), channel }, "an answer to a message could not be sent");
    }
  };
}
