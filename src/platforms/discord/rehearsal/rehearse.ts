import { REST } from "discord.js";
import type { Painter } from "#chart/painter.ts";
import type { Dispatch } from "#core/adapter.ts";
import { inTurn } from "#core/in-turn.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import type { Call } from "#core/rehearsal.ts";
import { createAnswerer } from "../answer.ts";
import { createConversation } from "../converse.ts";
import { interactionSchema, messageSchema } from "../incoming.ts";
import { createSender } from "../send.ts";
import { botId, snowflake } from "./payloads.ts";

type Parts = {
  readonly dispatch: Dispatch;
  readonly kept: KeptLines;
  readonly paint: Painter;
  readonly log: Log;
};

/** What Discord delivers, by its form. */
export function kindOf(body: unknown): "command" | "click" | "typing" | "form" | "message" | undefined {
  const interaction = interactionSchema.safeParse(body);
  if (interaction.success) {
    const kinds = { 2: "command", 3: "click", 4: "typing", 5: "form", menu: "command" } as const;
    return kinds[interaction.data.type];
  }
  return messageSchema.safeParse(body).success ? "message" : undefined;
}

/**
 * The adapter with everything but the wire: what is delivered goes through the same decoding, answering and sending
 * as in Discord, and what would be sent is given back. One delivery at a time.
 */
export function createRehearsal({ dispatch, kept, paint, log }: Parts): {
  deliver(body: unknown): Promise<readonly Call[]>;
} {
  let calls: Call[] = [];
  const rest = new REST({
    makeRequest: async (address, init) => {
      calls.push({ method: methodOf(address, init.method ?? "GET"), body: await readBody(init.body) });
      return Response.json({ id: snowflake() });
    },
  }).setToken("playground");
  // Timers of a client that talks to nobody; they would keep the process alive.
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
  const answer = createAnswerer({ dispatch, kept, sender: createSender({ rest, kept, paint, log }) });
  const converse = createConversation({ rest, dispatch, kept, paint, log });

  const take = async (body: unknown): Promise<void> => {
    const interaction = interactionSchema.safeParse(body);
    if (interaction.success) return answer(interaction.data);
    const message = messageSchema.safeParse(body);
    if (message.success) await converse(message.data, botId, () => undefined);
  };

  return {
    deliver: inTurn(async (body) => {
      calls = [];
      await take(body);
      return calls;
    }),
  };
}

function methodOf(address: string, verb: string): string {
  const path = decodeURIComponent(new URL(address).pathname);
  const name = /\/callback$/.test(path) ? "callback" : /\/@original$/.test(path) ? "edit" : "message";
  return `${verb} ${name}`;
}

/** A request's JSON, with the files that go along under `attached` as addresses a browser can show. */
async function readBody(body: unknown): Promise<Record<string, unknown>> {
  if (typeof body === "string") return parseObject(body);
  if (!(body instanceof FormData)) return {};
  const json = body.get("payload_json");
  const files = [...body].filter((part): part is [string, File] => part[1] instanceof File);
  const attached = await Promise.all(files.map(async ([, file]) => [file.name, await dataAddress(file)] as const));
  return { ...parseObject(typeof json === "string" ? json : "{}"), attached: Object.fromEntries(attached) };
}

async function dataAddress(file: File): Promise<string> {
  return `data:${file.type || "image/png"};base64,${Buffer.from(await file.arrayBuffer()).toString("base64")}`;
}

function parseObject(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json);
  return typeof value === "object" && value !== null ? { ...value } : {};
}
