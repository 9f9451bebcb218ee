import { z } from "zod";
import type { AnyCommand } from "#core/command.ts";
import { clockFinding, type Finding } from "#core/finding.ts";
import { applicationSchema, discordApi, whereToFind } from "./application.ts";
import { type InteractionSettings, interactionFindings } from "./checkup-interactions.ts";
import { declareAll } from "./declaration.ts";
import { differences, registeredSchema } from "./registration.ts";

const patience = 10_000;
/** Sign-ins left in a day below which it is worth telling. */
const fewSignIns = 20;

const gatewaySchema = z.object({
  shards: z.number(),
  session_start_limit: z.object({ remaining: z.number(), total: z.number() }),
});

export type DiscordSettings = {
  readonly token: string;
  readonly applicationId?: string | undefined;
  readonly apiUrl?: string | undefined;
  /** Shards in all processes together. */
  readonly shards?: number | undefined;
} & InteractionSettings;

/** Asks Discord about the token, the application, its commands, interactions, sign-ins left and the clock. Never rejects. */
export async function checkDiscord(settings: DiscordSettings, commands: readonly AnyCommand[]): Promise<Finding[]> {
  const answer = await read("/applications/@me", settings);
  if ("state" in answer) return [answer];
  const clock = clockFinding("Discord", answer.date, answer.at);
  const rest = clock ? [clock] : [];
  if (answer.status === 401 || answer.status === 403) return [refused(), ...rest];
  const application = applicationSchema.safeParse(answer.body).data;
  if (!application) return [away(`Discord answered with status ${answer.status}`), ...rest];
  return [
    { check: "Discord token", state: "ok", says: `belongs to ${application.name}` },
    ...idFinding(application.id, settings.applicationId),
    ...(await commandFinding(application.id, settings, commands)),
    ...interactionFindings(application, settings),
    ...(settings.interactions === "http" ? [] : await gatewayFindings(settings)),
    ...rest,
  ];
}

function idFinding(id: string, given: string | undefined): Finding[] {
  if (given === undefined || given === id) return [];
  const says = `DISCORD_APPLICATION_ID is ${given}, the token belongs to ${id}`;
  return [{ check: "Discord application", state: "problem", says, todo: `set DISCORD_APPLICATION_ID=${id}` }];
}

async function commandFinding(
  id: string,
  settings: DiscordSettings,
  commands: readonly AnyCommand[],
): Promise<Finding[]> {
  const check = "Discord commands";
  const answer = await read(`/applications/${id}/commands`, settings);
  const registered = "state" in answer ? undefined : z.array(registeredSchema).safeParse(answer.body).data;
  if (!registered) return [{ check, state: "note", says: "Discord did not list them" }];
  const changes = differences(declareAll(commands), registered);
  if (changes.length === 0) return [{ check, state: "ok", says: "registered as this release has them" }];
  const todo = "npm run register (commands of one server only, with --guild, are not seen here)";
  return [{ check, state: "note", says: `${changes.length} differ from what is registered for all servers`, todo }];
}

async function gatewayFindings(settings: DiscordSettings): Promise<Finding[]> {
  const check = "Discord sign-ins";
  const answer = await read("/gateway/bot", settings);
  const gateway = "state" in answer ? undefined : gatewaySchema.safeParse(answer.body).data;
  if (!gateway) return [{ check, state: "note", says: "Discord did not say how many are left" }];
  const { remaining, total } = gateway.session_start_limit;
  const says = `${remaining} of ${total} left for today`;
  const todo = "stop whatever restarts the bot again and again, and wait a day";
  return [
    remaining >= fewSignIns ? { check, state: "ok", says } : { check, state: "problem", says, todo },
    ...shardFinding(gateway.shards, settings.shards),
  ];
}

/** Discord recommends fewer servers on a shard than it allows, so that fewer shards than it names still serve. */
function shardFinding(recommended: number, shards: number | undefined): Finding[] {
  if (shards === undefined) return [];
  const says = `DISCORD_SHARDS is ${shards}, Discord recommends ${recommended}`;
  if (shards >= recommended) return [{ check: "Discord shards", state: "ok", says }];
  const todo = "raise DISCORD_SHARDS in every process, or leave it empty in a bot of one process";
  return [{ check: "Discord shards", state: "note", says, todo }];
}

type Answer = { readonly status: number; readonly body: unknown; readonly date: string | null; readonly at: number };

async function read(path: string, { token, apiUrl }: DiscordSettings): Promise<Answer | Finding> {
  const base = apiUrl ?? discordApi;
  try {
    const response = await fetch(`${base}/v10${path}`, {
      headers: { authorization: `Bot ${token}`, "user-agent": "DiscordBot (casebook, 1)" },
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    const [at, date] = [Date.now(), response.headers.get("date")];
    return { status: response.status, body: await response.json().catch(() => undefined), date, at };
  } catch {
    return away(`no answer from ${new URL(base).origin}`);
  }
}

function refused(): Finding {
  const todo = `copy a fresh one from ${whereToFind.DISCORD_TOKEN}`;
  return { check: "Discord token", state: "problem", says: "Discord refuses it", todo };
}

function away(says: string): Finding {
  const todo = "check the network, a proxy, or DISCORD_API_URL; see discordstatus.com";
  return { check: "Discord", state: "problem", says, todo };
}
