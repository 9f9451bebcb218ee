import { setTimeout as sleep } from "node:timers/promises";
import { startBot } from "../platforms/discord/bot.ts";
import { ids } from "../platforms/discord/payloads.ts";
import type { Bot } from "./bot.ts";
import { discordPayload, rings, textsOf } from "./discord.ts";
import { mutateJson } from "./mutate.ts";
import { below } from "./nasty.ts";
import type { Fault, Target } from "./target.ts";

/** Longest payload sent: the local gateway keeps all it sent for a resume. */
const longest = 20_000;

/** Real discord.js behind a gateway of our own. */
export async function discordGatewayTarget({ dispatch, kept, paint }: Bot): Promise<Target> {
  const { discord, entries, stop } = await startBot(dispatch, { kept, paint });
  const answeredOne = async (): Promise<boolean> => {
    const id = discord.interact(2, { id: "6", name: "glossary", type: 1, options: [] });
    for (let i = 0; i < 200 && discord.responses(id).length < 2; i++) await sleep(10);
    return discord.responses(id).length >= 2;
  };
  return {
    name: "discord-gateway",
    share: 0.02,
    make: (random, number) => {
      const payload = mutateJson(random, discordPayload(random, number, ids.application), below(random, 5));
      if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return {};
      const odd = "guild_id" in payload ? payload.guild_id : undefined;
      // The local gateway finds the shard by the server's id.
      const fits = odd === undefined || (typeof odd === "string" && /^\d{1,20}$/.test(odd));
      return fits && JSON.stringify(payload).length <= longest ? payload : {};
    },
    take: async (payload): Promise<Fault[]> => {
      const message = typeof payload === "object" && payload !== null && "author" in payload;
      discord.emit(message ? "MESSAGE_CREATE" : "INTERACTION_CREATE", payload);
      const alive = await answeredOne();
      const sent = discord.seen
        .splice(0)
        .flatMap(({ body }) => (typeof body === "object" && body ? textsOf(body) : []));
      const faults = discord.refusals.splice(0).map((says): Fault => ({ kind: "invalid", says }));
      entries.length = 0;
      return [
        ...faults,
        ...sent.filter(rings).map((says): Fault => ({ kind: "pinged", says })),
        ...(alive ? [] : [{ kind: "crashed", says: "the next interaction was not answered" } as const]),
      ];
    },
    close: stop,
  };
}
