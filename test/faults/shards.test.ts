import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { goodToken, type LocalDiscord, startLocalDiscord } from "../platforms/discord/local-discord.ts";
import { commandData } from "../platforms/discord/payloads.ts";
import { startPostgres } from "../store/postgres.ts";
import { eventually, startProcess } from "./bot.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** `npm start` on Discord alone. */
async function discordProcess(discord: LocalDiscord, environment: Record<string, string>) {
  const bot = await startProcess({
    slackApi: "http://127.0.0.1:9/api/",
    environment: {
      ...{ SLACK_BOT_TOKEN: "", SLACK_SIGNING_SECRET: "", SLACK_API_URL: "" },
      ...{ DISCORD_TOKEN: goodToken, DISCORD_API_URL: discord.apiUrl, ...environment },
    },
    data: await mkdtemp(join(tmpdir(), "casebook-shards-")),
  });
  closing.push(() => bot.kill("SIGKILL"));
  return bot;
}

test("two processes share the shards: started at once they sign in by turns, and one that was killed comes back to its own", {
  timeout: 240_000,
}, async () => {
  const [discord, postgres] = await Promise.all([startLocalDiscord(), startPostgres()]);
  closing.push(discord.stop, postgres.stop);
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
});
