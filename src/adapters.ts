import type { Adapter, Dispatch, KeptLines } from "#core/adapter.ts";
import type { Config } from "./config.ts";
import type { Log } from "./log.ts";

type Parts = { readonly dispatch: Dispatch; readonly kept: KeptLines; readonly log: Log };

/** True when some platform has its token. */
export function anyPlatform(config: Config): boolean {
  return Boolean(config.SLACK_BOT_TOKEN || config.DISCORD_TOKEN);
}

/** The adapters of the platforms that are configured. A platform's library is loaded only then. */
export async function openAdapters(config: Config, parts: Parts): Promise<Adapter[]> {
  const adapters: Adapter[] = [];
  if (config.SLACK_BOT_TOKEN) {
    const { createSlackAdapter } = await import("#platforms/slack/adapter.ts");
    adapters.push(createSlackAdapter(config, parts));
  }
  if (config.DISCORD_TOKEN) {
    const { createDiscordAdapter } = await import("#platforms/discord/listen.ts");
    adapters.push(createDiscordAdapter({ token: config.DISCORD_TOKEN, apiUrl: config.DISCORD_API_URL }, parts));
  }
  return adapters;
}
