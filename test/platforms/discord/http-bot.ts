import type { Painter } from "#chart/painter.ts";
import type { Dispatch } from "#core/adapter.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import type { Observer } from "#core/observer.ts";
import { createHttpAdapter } from "#platforms/discord/http.ts";
import { createFront } from "../../../src/front.ts";
import { keptInMemory, rememberedLog } from "./bot.ts";
import { goodToken, type LocalDiscord } from "./local-discord.ts";

type Options = {
  discord: LocalDiscord;
  port: number;
  publicKey?: string | undefined;
  kept?: KeptLines;
  paint?: Painter;
  log?: Log;
  observer?: Observer;
};

/** The bot without a gateway, before a Discord that signs and delivers over HTTP; not started yet. */
export function createHttpBot(
  dispatch: Dispatch,
  { discord, port, publicKey = discord.signer.publicKey, kept = keptInMemory(), log, ...more }: Options,
) {
  const remembered = rememberedLog();
  const adapter = createHttpAdapter(
    { token: goodToken, apiUrl: discord.apiUrl, publicKey },
    { dispatch, kept, log: log ?? remembered.log, front: createFront({ host: "127.0.0.1", port }), ...more },
  );
  return { adapter, entries: remembered.entries, url: `http://127.0.0.1:${port}/discord/interactions` };
}
