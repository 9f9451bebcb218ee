import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { goodToken, type LocalDiscord, startLocalDiscord } from "../platforms/discord/local-discord.ts";
import { commandData } from "../platforms/discord/payloads.ts";
import { startSlackServer } from "../platforms/slack/slack-server.ts";
import { startPostgres } from "../store/postgres.ts";
import { eventually, slow, startProcess } from "./bot.ts";

/** `npm start` on Discord alone. */
async function discordProcess(discord: LocalDiscord, environment: Record<string, string> = {}) {
  const bot = await startProcess({
    slackApi: "http://127.0.0.1:9/api/",
    environment: {
      ...{ SLACK_BOT_TOKEN: "", SLACK_SIGNING_SECRET: "", SLACK_API_URL: "" },
      ...{ DISCORD_TOKEN: goodToken, DISCORD_API_URL: discord.apiUrl, ...environment },
    },
    data: await mkdtemp(join(tmpdir(), "casebook-shards-")),
  });
  onTestFinished(async () => void (await bot.kill("SIGKILL")));
  return bot;
}

test(
  "two processes share the shards: started at once they sign in by turns, and one that was killed comes back to its own",
  slow,
  async () => {
    const [discord, postgres] = await Promise.all([startLocalDiscord(), startPostgres()]);
    for (const stop of [discord.stop, postgres.stop]) onTestFinished(stop);
    const shared = { DISCORD_SHARDS: "2", DATABASE_URL: await postgres.database() };
    const start = (ids: string) => discordProcess(discord, { ...shared, DISCORD_SHARD_IDS: ids });
    const bots = await Promise.all([start("0"), start("1")]);
    await Promise.all(bots.map((bot) => bot.hears('"msg":"ready"')));
    expect(discord.signIns.map(({ shard }) => shard).sort()).toEqual([
      [0, 2],
      [1, 2],
    ]);
    // Six seconds apart in the database; a process may be late with its own.
    const [first, second] = discord.signIns.map(({ at }) => at).sort((a, b) => a - b);
    expect(Number(second) - Number(first)).toBeGreaterThan(2000);

    const answered = async (shard: number) => {
      const id = discord.interact(2, commandData("case", { name: "study", value: "solana" }), {
        guild_id: String(BigInt(shard) << 22n),
      });
      await eventually(() => expect(discord.responses(id).map(({ status }) => status)).toEqual([204, 200]));
    };
    await Promise.all([answered(0), answered(1)]);
    await bots[1]?.kill("SIGKILL");
    await answered(0);
    const again = await start("1");
    await again.hears('"msg":"ready"');
    await answered(1);
    expect(discord.signIns.at(-1)?.shard).toEqual([1, 2]);
    expect(discord.refusals).toEqual([]);
  },
);

test(
  "when a running bot needs more shards its process ends with a sentence, and the next start takes them",
  slow,
  async () => {
    const discord = await startLocalDiscord();
    onTestFinished(discord.stop);
    const bot = await discordProcess(discord);
    await bot.hears('"msg":"ready"');
    discord.recommend(2);
    discord.close(4011);
    expect(await bot.ended).toEqual({ code: 1, signal: null });
    expect(bot.said()).toMatch(/^Discord asks for more shards/m);
    await discordProcess(discord);
    await eventually(() => expect(discord.signIns[1]?.shard).toEqual([0, 2]));
  },
);

test(
  "a running bot whose token Discord takes back ends with a sentence, but serves Slack on where it does",
  slow,
  async () => {
    const [discord, other, slack] = await Promise.all([startLocalDiscord(), startLocalDiscord(), startSlackServer()]);
    for (const close of [discord.stop, other.stop, slack.close]) onTestFinished(close);
    const start = async () => {
      const environment = { DISCORD_TOKEN: goodToken, DISCORD_API_URL: other.apiUrl };
      const both = await startProcess({ slackApi: slack.apiUrl, environment });
      onTestFinished(async () => void (await both.kill("SIGKILL")));
      return both;
    };
    const [alone, both] = await Promise.all([discordProcess(discord), start()]);
    await Promise.all([alone, both].map((bot) => bot.hears('"msg":"ready"')));
    for (const { close } of [discord, other]) close(4004);
    expect(await alone.ended).toEqual({ code: 1, signal: null });
    expect(alone.said()).toMatch(/^DISCORD_TOKEN is not accepted/m);
    await both.hears("the other platforms are served on without it");
    expect(both.said()).toContain("DISCORD_TOKEN is not accepted");
    await both.ask("case openai", slack.responseUrl("on"));
    await eventually(() => expect(JSON.stringify(slack.to("response_url"))).toContain("OpenAI"));
    expect([discord, other].map(({ signIns }) => signIns.length)).toEqual([1, 1]);
  },
);
