import type { Painter } from "#chart/painter.ts";
import type { Dispatch } from "#core/adapter.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import { createDiscordAdapter } from "#platforms/discord/listen.ts";
import { goodToken, type LocalDiscord, startLocalDiscord } from "./local-discord.ts";

/** Lines kept in a map: what a database does in earnest. */
export function keptInMemory(kept = new Map<string, string>()): KeptLines {
  return {
    keep: async (lines) => {
      for (const [key, line] of lines) kept.set(key, line);
    },
    find: async (key) => kept.get(key),
  };
}

/** A log that is only remembered. */
export function rememberedLog(): { log: Log; entries: string[] } {
  const entries: string[] = [];
  const note =
    (level: string) =>
    (...said: [string] | [object, string]) => {
      const [fields, says] = said.length === 1 ? [{}, said[0]] : said;
      entries.push(JSON.stringify({ level, ...fields, says }));
    };
  return { log: { debug: note("debug"), info: note("info"), warn: note("warn"), error: note("error") }, entries };
}

export type StartOptions = {
  kept?: KeptLines;
  discord?: LocalDiscord;
  token?: string;
  paint?: Painter;
  shards?: number;
  shardIds?: number[];
};

/** A real discord.js client signed in to a Discord of our own, on loopback. */
export async function startBot(
  dispatch: Dispatch,
  { kept = keptInMemory(), discord, token = goodToken, paint, shards, shardIds }: StartOptions = {},
) {
  const local = discord ?? (await startLocalDiscord());
  const { log, entries } = rememberedLog();
  const adapter = createDiscordAdapter(
    { token, apiUrl: local.apiUrl, shards, shardIds },
    { dispatch, kept, paint, log },
  );
  await adapter.start();
  return {
    discord: local,
    adapter,
    entries,
    stop: async () => {
      await adapter.stop();
      await local.stop();
    },
  };
}
