import { afterAll, afterEach, expect } from "vitest";
import { openReal } from "../../real.ts";
import { until } from "../../until.ts";
import { type StartOptions, startBot } from "./bot.ts";
import type { Seen } from "./local-discord.ts";

/** A bot with the real casebook for the tests of one file; after each of them, Discord must have found no fault. */
export async function startRealBot(options: StartOptions = {}) {
  const real = await openReal();
  const bot = await startBot(real.dispatch, options);
  afterAll(async () => {
    await bot.stop();
    real.close();
  });
  afterEach(() => {
    expect(bot.discord.refusals).toEqual([]);
  });
  /** First response and answer of an interaction. */
  const answered = (id: string): Promise<[Seen, Seen]> =>
    until(() => {
      const [first, second] = bot.discord.responses(id);
      return first && second ? [first, second] : undefined;
    });
  return { real, bot, answered };
}
