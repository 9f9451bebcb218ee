import { setTimeout as sleep } from "node:timers/promises";
import { failedAnswer, newReference } from "#core/failed.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import { statementsOf } from "#core/parts.ts";
import { type Chart, plain, type Reply } from "#core/reply.ts";
import { pace } from "./limits.ts";
import type { Pictures } from "./pictures.ts";
import { type Drawing, draw, type SlackMessage, type SlackSettings } from "./render.ts";

/** A message as blocks, or as text alone. */
export type Version = {
  readonly text: string;
  readonly blocks?: SlackMessage["blocks"];
  /** It shows charts as pictures. */
  readonly pictured?: true;
  /** Milliseconds to wait before it is sent. */
  readonly wait?: number;
  /** Told when Slack refused it. */
  readonly refused?: () => void;
};

type Parts = { readonly kept: KeptLines; readonly pictures?: Pictures | undefined; readonly log: Log };

/**
 * Draws a reply, best form first (with pictures of its charts, with charts in letters, without its table block, as text
 * alone), so that one block that Slack refuses does not lose the answer; and keeps the lines its buttons are too short
 * for. Never rejects.
 */
export async function prepare(
  reply: Reply,
  settings: SlackSettings,
  { kept, pictures, log }: Parts,
): Promise<readonly Version[]> {
  const { versions, lines, charts } = drawAll(reply, settings, log);
  const keeping = lines.size > 0 ? kept.keep(lines) : Promise.resolve();
  const keptOrNot = keeping.catch((error) =>
    log.error({ err: error }, "button lines were not kept; those buttons will say that they are too old"),
  );
  const pictured = pictures && charts.length > 0 ? await withPictures(reply, settings, charts, pictures) : [];
  await keptOrNot;
  return [...pictured, ...versions];
}

function drawAll(reply: Reply, settings: SlackSettings, log: Log) {
  try {
    const { message, textAlone, kept, charts } = draw(reply, settings);
    const table = message.blocks.some((block) => block.type === "table");
    const lesser = table ? draw(reply, { ...settings, tables: false }) : undefined;
    // Seldom sent: its text is made when it is.
    const bare: Version = {
      get text() {
        return textAlone();
      },
    };
    const versions: Version[] = [message, ...(lesser ? [lesser.message] : []), bare];
    return { versions, lines: new Map([...kept, ...(lesser?.kept ?? [])]), charts };
  } catch (error) {
    const ref = newReference();
    log.error({ err: error, ref, command: reply.command }, "a reply could not be drawn");
    // Whatever kept the reply from being drawn keeps no bare text from being sent.
    const { title, parts } = failedAnswer(ref);
    const says = parts.flatMap(statementsOf).map(({ text }) => plain(text));
    const text = [`${title}.`, ...says].join(" ");
    return { versions: [{ text }], lines: new Map<string, string>(), charts: [] };
  }
}

/** The message with its pictures; twice when Slack may need a moment until it knows them. */
async function withPictures(
  reply: Reply,
  settings: SlackSettings,
  charts: Drawing["charts"],
  pictures: Pictures,
): Promise<Version[]> {
  const found = await pictures.find(charts);
  if (found.size === 0) return [];
  const { message } = draw(reply, { ...settings, chartImage: (chart: Chart) => found.get(chart) });
  const first: Version = { ...message, pictured: true };
  const last: Version = { ...first, refused: () => pictures.forget([...found.keys()]) };
  const fresh = [...found.values()].some((picture) => picture.fresh);
  return fresh ? [first, { ...last, wait: pace.pictureMoment }] : [last];
}

/** Versions to send, one after the other: asking for the next says that Slack refused the one before. */
export async function* bestFirst(versions: readonly Version[], log: Log): AsyncGenerator<Version> {
  for (const version of versions) {
    if (version.wait) await sleep(version.wait);
    yield version;
    version.refused?.();
    log.warn({ shape: shapeOf(version) }, "Slack refused the blocks; sending another form");
  }
}

/** What a message is made of, for the log: its blocks' types, never their text. */
export function shapeOf({ blocks = [] }: Version): string {
  return blocks.map((block) => block.type).join(",");
}
