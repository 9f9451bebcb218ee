import { randomBytes } from "node:crypto";
import type { KeptLines } from "#core/adapter.ts";
import type { Reply } from "#core/reply.ts";
import type { Log } from "./log.ts";
import { draw, type SlackMessage, type SlackSettings } from "./render.ts";

/** A message as blocks, or as text alone. */
export type Version = { readonly text: string; readonly blocks?: SlackMessage["blocks"] };

type Parts = { readonly kept: KeptLines; readonly log: Log };

/**
 * Draws a reply, best form first (with blocks, without its table block if it has one, as text alone), so that one block
 * that Slack refuses does not lose the answer; and keeps the lines its buttons are too short for. Never rejects.
 */
export async function prepare(
  reply: Reply,
  settings: SlackSettings,
  { kept, log }: Parts,
): Promise<readonly Version[]> {
  const { versions, lines } = drawAll(reply, settings, log);
  try {
    if (lines.size > 0) await kept.keep(lines);
  } catch (error) {
    log.error({ err: error }, "button lines were not kept; those buttons will say that they are too old");
  }
  return versions;
}

function drawAll(reply: Reply, settings: SlackSettings, log: Log) {
  try {
    const { message, textAlone, kept } = draw(reply, settings);
    const table = message.blocks.some((block) => block.type === "table");
    const lesser = table ? draw(reply, { ...settings, tables: false }) : undefined;
    const versions: Version[] = [message, ...(lesser ? [lesser.message] : []), { text: textAlone }];
    return { versions, lines: new Map([...kept, ...(lesser?.kept ?? [])]) };
  } catch (error) {
    const ref = randomBytes(3).toString("hex");
    log.error({ err: error, ref, command: reply.command }, "a reply could not be drawn");
    const text = `That failed on our side. If it happens again, tell whoever runs this bot: reference ${ref}.`;
    return { versions: [{ text }], lines: new Map<string, string>() };
  }
}

/** What a message is made of, for the log: its blocks' types, never their text. */
export function shapeOf({ blocks = [] }: Version): string {
  return blocks.map((block) => block.type).join(",");
}
