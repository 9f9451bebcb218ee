import { afterEach, describe, expect, test } from "vitest";
import type { Dispatch } from "#core/adapter.ts";
import { paragraph } from "#core/reply.ts";
import { until } from "../../until.ts";
import { startBot } from "./bot.ts";
import { type LocalDiscord, startLocalDiscord } from "./local-discord.ts";
import { commandData, direct, ids, message } from "./payloads.ts";
import { replyOf } from "./replies.ts";

/** A bot that says who it is. */
const calledOf = (name: string): Dispatch => ({
  commands: [],
  read: (line, origin) => ({ command: "case", words: [], named: {}, rest: line, share: false, page: 1, origin }),
  run: async () => replyOf([paragraph(`I am ${name}`)]),
  complete: () => [],
  isPublic: () => false,
});

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop();
});
async function discordOf(options: Parameters<typeof startLocalDiscord>[0] = {}): Promise<LocalDiscord> {
  const discord = await startLocalDiscord({ limits: { max_concurrency: 16 }, ...options });
  open.push(discord);
  return discord;
}
async function bot(name: string, discord: LocalDiscord, shards?: number, shardIds?: number[]) {
  const { adapter, entries } = await startBot(calledOf(name), {
    discord,
    ...(shards ? { shards } : {}),
    ...(shardIds ? { shardIds } : {}),
  });
  open.push(adapter);
  return { adapter, entries };
}
/** A server that lies on a shard. */
const guildOn = (shard: number) => String(BigInt(shard) << 22n);
const heard = (discord: LocalDiscord, id: string) =>
  until(() => discord.responses(id).find(({ method }) => method === "PATCH")).then(({ body }) => JSON.stringify(body));

describe("shards", () => {
  test("are as many as Discord recommends when nothing is said, all in one process", async () => {
    const discord = await discordOf({ shards: 3 });
    const { adapter, entries } = await bot("one", discord);
    expect(discord.signIns.map(({ shard }) => shard)).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
    expect(adapter.connected?.()).toBe(true);
    expect(entries.join()).toContain('"shards":[0,1,2],"of":3');
    for (const shard of [0, 1, 2]) {
      const id = discord.interact(2, commandData("case"), { guild_id: guildOn(shard) });
      expect(await heard(discord, id)).toContain("I am one");
    }
  });

  test("are as many as is said, whatever Discord recommends", async () => {
    const discord = await discordOf();
    await bot("one", discord, 2);
    expect(discord.signIns.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  test("are shared by processes: each server's interactions reach one of them, direct messages the first shard's", async () => {
    const discord = await discordOf();
    await bot("the first", discord, 4, [0, 1]);
    await bot("the second", discord, 4, [2, 3]);
    for (const [shard, name] of [
      [0, "the first"],
      [1, "the first"],
      [2, "the second"],
      [3, "the second"],
    ] as const) {
      const id = discord.interact(2, commandData("case"), { guild_id: guildOn(shard) });
      expect(await heard(discord, id)).toContain(`I am ${name}`);
      expect(discord.responses(id)).toHaveLength(2);
    }
    expect(await heard(discord, discord.interact(2, commandData("case"), direct))).toContain("I am the first");
    discord.emit(
      "MESSAGE_CREATE",
      message(discord.newId(), "hello", { guild_id: undefined, channel_id: ids.directChannel }),
    );
    const said = await until(() => discord.seen.find(({ path }) => path === `/channels/${ids.directChannel}/messages`));
    expect(JSON.stringify(said.body)).toContain("I am the first");
  });

  test("that lose one connection are not ready as long as it is away", async () => {
    const discord = await discordOf();
    const { adapter } = await bot("one", discord, 2);
    expect(adapter.connected?.()).toBe(true);
    discord.hold(true);
    discord.drop(1);
    await until(() => adapter.connected?.() === false);
    discord.hold(false);
    await until(() => adapter.connected?.() === true);
    expect(discord.signIns.at(-1)?.resumed).toBe(true);
  });

  test("fewer than Discord asks for are refused with what to set", async () => {
    const discord = await discordOf({ leastShards: 4 });
    await expect(bot("one", discord, 2)).rejects.toThrow(/asks for more shards: raise DISCORD_SHARDS/);
  });
});
