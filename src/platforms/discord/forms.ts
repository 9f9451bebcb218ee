import type { Painter } from "#chart/painter.ts";
import { failedAnswer, newReference } from "#core/failed.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import { noticeOf } from "#core/notice.ts";
import type { Reply } from "#core/reply.ts";
import type { DiscordMessage } from "./components.ts";
import { documentFiles } from "./document.ts";
import { loggedOf, refusesForm } from "./errors.ts";
import { addressOf, attachmentsOf, type File } from "./files.ts";
import { drawPictures, type Pictures } from "./pictures.ts";
import { chartsShown, documentsShown, keptLinesOf, renderDiscord } from "./render.ts";

/** A message and the files that go along with it. */
export type Form = { readonly message: DiscordMessage; readonly files: readonly File[] };

type Parts = { readonly kept: KeptLines; readonly paint?: Painter | undefined; readonly log: Log };

/**
 * The forms of a reply's message, best first: with pictures of its charts and its documents as files, with charts in
 * letters and no files, as text alone. Its long lines are kept. A reply that cannot be shown becomes an apology with a
 * reference.
 */
export async function prepare(reply: Reply, { kept, paint, log }: Parts): Promise<readonly Form[]> {
  try {
    const lines = keptLinesOf(reply);
    // Without them a button says that it is too old; the answer itself must not wait for the store.
    if (lines.size > 0)
      await kept.keep(lines).catch((error) => log.error(loggedOf(error), "long command lines could not be kept"));
    const pictures = await drawPictures(chartsShown(reply), paint, log);
    const letters = renderDiscord(reply);
    return [
      ...withFiles(reply, pictures, documentFiles(documentsShown(reply))),
      { message: letters, files: [] },
      { message: textOnly(letters), files: [] },
    ];
  } catch (error) {
    const ref = newReference();
    log.error({ ...loggedOf(error), ref, command: reply.command }, "a reply could not be made ready");
    return [{ message: renderDiscord(noticeOf(failedAnswer(ref))), files: [] }];
  }
}

function withFiles(reply: Reply, pictures: Pictures | undefined, documents: readonly File[]): Form[] {
  const files = [...(pictures?.files ?? []), ...documents];
  if (files.length === 0) return [];
  const names = new Set(documents.map(({ name }) => name));
  const message = renderDiscord(reply, {
    picture: (chart) => pictures?.addressOf(chart),
    file: ({ name }) => (names.has(name) ? addressOf(name) : undefined),
  });
  return [{ message: { ...message, attachments: attachmentsOf(files) }, files }];
}

/** Sends the first form of a message in which Discord finds no fault. Rejects with Discord's answer. */
export async function sendBest<Sent>(
  forms: readonly Form[],
  send: (form: Form) => Promise<Sent>,
  log: Log,
): Promise<Sent> {
  for (const [i, form] of forms.entries()) {
    try {
      return await send(form);
    } catch (error) {
      if (i === forms.length - 1 || !refusesForm(error, form.files.length > 0)) throw error;
      log.error(
        { ...loggedOf(error), shape: shapeOf(form) },
        "Discord refused a message's form; sending a simpler one",
      );
    }
  }
  throw new Error("there is no form to send");
}

function textOnly(message: DiscordMessage): DiscordMessage {
  const [container] = message.components;
  return {
    ...message,
    components: [{ ...container, components: container.components.filter(({ type }) => type === 10) }],
  };
}

function shapeOf({ message, files }: Form): string {
  const types = message.components[0].components.map(({ type }) => type);
  return [...types, ...files.map(({ name }) => name)].join(" ");
}
