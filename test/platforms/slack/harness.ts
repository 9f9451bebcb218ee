import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Dispatch } from "#core/adapter.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import type { Reply } from "#core/reply.ts";
import { createSlackAdapter, type SlackParts } from "#platforms/slack/adapter.ts";
import type { SlackConfig } from "#platforms/slack/config.ts";
import { createFront } from "../../../src/front.ts";
import { freePort } from "../../free-port.ts";
import { openReal } from "../../real.ts";
import { type SlackServer, startSlackServer } from "./slack-server.ts";

export const signingSecret = "0123456789abcdef0123456789abcdef";

const payloadSchema = z.record(z.string(), z.unknown());
type Payload = z.infer<typeof payloadSchema>;

/** A payload of the fixtures; `change` may alter a copy of it. */
export function payload(name: string, change: (body: Payload) => void = () => {}): Payload {
  const body = payloadSchema.parse(JSON.parse(readFileSync(`test/fixtures/slack/payloads/${name}.json`, "utf8")));
  change(body);
  return body;
}

/** What stands inside a payload, to be changed where it stands. */
export function inside(body: Payload, ...path: readonly string[]): Payload {
  return path.reduce((part, key) => {
    const found = part[key];
    if (!isPayload(found)) throw new Error(`the payload has no ${path.join(".")}`);
    return found;
  }, body);
}

const isPayload = (value: unknown): value is Payload => typeof value === "object" && value !== null;

type Kind = "command" | "interaction" | "event";
type Signing = { secret?: string; at?: number; headers?: Record<string, string>; kind?: Kind };

/** A request as Slack signs it: a form for commands and interactions, JSON for events. */
export async function deliver(
  url: string,
  body: Record<string, unknown>,
  { secret = signingSecret, at, headers = {}, kind = kindOf(body) }: Signing = {},
) {
  const text = kind === "event" ? JSON.stringify(body) : formOf(body, kind);
  const timestamp = String(Math.floor((at ?? moment()) / 1000));
  const signature = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${text}`).digest("hex")}`;
  const started = performance.now();
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": kind === "event" ? "application/json" : "application/x-www-form-urlencoded",
      "x-slack-signature": signature,
      "x-slack-request-timestamp": timestamp,
      ...headers,
    },
    body: text,
  });
  const { status, headers: given } = response;
  return { status, headers: given, body: await response.text(), ms: performance.now() - started };
}

const signedAt = new Set<number>();

/** Now, or the second before it that no delivery was signed at yet: Slack never signs two alike, and tests send the same one twice. */
function moment(): number {
  const now = Math.floor(Date.now() / 1000);
  let second = now;
  while (signedAt.has(second) && now - second < 240) second--;
  signedAt.add(second);
  return second * 1000;
}

function kindOf(body: Record<string, unknown>): Kind {
  if ("command" in body || "ssl_check" in body) return "command";
  return "actions" in body || "view" in body || body.type === "message_action" ? "interaction" : "event";
}

function formOf(body: Record<string, unknown>, kind: Kind): string {
  if (kind === "interaction") return String(new URLSearchParams({ payload: JSON.stringify(body) }));
  return String(
    new URLSearchParams(Object.entries(body).map(([key, value]): [string, string] => [key, String(value)])),
  );
}

/** Kept lines in memory. */
export function memoryLines(): KeptLines & { readonly lines: Map<string, string> } {
  const lines = new Map<string, string>();
  return {
    lines,
    keep: async (more) => {
      for (const [key, line] of more) lines.set(key, line);
    },
    find: async (key) => lines.get(key),
  };
}

/** A log that remembers what was written, as text; errors once more by themselves. */
export function memoryLog(): Log & { readonly written: string[]; readonly errors: string[] } {
  const [written, errors]: [string[], string[]] = [[], []];
  const textOf = (said: readonly unknown[]) =>
    said
      .map((one) =>
        one instanceof Error
          ? one.stack
          : JSON.stringify(one, (_, value) => (value instanceof Error ? value.stack : value)),
      )
      .join(" ");
  const write = (...said: unknown[]) => void written.push(textOf(said));
  const error = (...said: unknown[]) => {
    write(...said);
    errors.push(textOf(said));
  };
  return { written, errors, debug: write, info: write, warn: write, error };
}

export type Bot = Awaited<ReturnType<typeof startBot>>;

type Options = { config?: Partial<SlackConfig>; dispatch?: Dispatch; parts?: Partial<SlackParts>; slack?: SlackServer };

const real = await openReal();

/** The real adapter with the real commands and content, before a Slack of our own. */
export async function startBot({ config = {}, dispatch, parts = {}, slack: given }: Options = {}) {
  const slack = given ?? (await startSlackServer());
  const log = memoryLog();
  const kept = memoryLines();
  const port = config.PORT ?? (await freePort());
  const adapter = createSlackAdapter(
    {
      SLACK_BOT_TOKEN: "xoxb-test-token",
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
      HOST: "127.0.0.1",
      PORT: port,
      ...config,
    },
    {
      dispatch: dispatch ?? real.dispatch,
      kept,
      log,
      front: createFront({ host: "127.0.0.1", port }),
      ...parts,
    },
  );
  await adapter.start();
  const url = `http://127.0.0.1:${port}/slack/events`;
  return {
    adapter,
    slack,
    log,
    kept,
    url,
    deliver: (body: Record<string, unknown>, signing?: Signing) => deliver(url, body, signing),
    command: (command: string, text: string, name?: string) =>
      deliver(
        url,
        payload("slash_command", (body) =>
          Object.assign(body, { command, text, response_url: slack.responseUrl(name) }),
        ),
      ),
    stop: async () => {
      await adapter.stop();
      await slack.close();
    },
  };
}

/** Commands of a test's own, for when a reply must be slow, odd or broken. */
export function stubDispatch(run: (line: string) => Reply | Promise<Reply>): Dispatch {
  return {
    commands: [],
    read: (line, origin) => ({
      command: line.split(" ")[0] ?? "",
      words: [],
      named: {},
      rest: line,
      share: / share(?::yes)?$/.test(line),
      page: 1,
      origin,
    }),
    run: async (invocation) => ({ ...(await run(invocation.rest)), shared: invocation.share }),
    complete: () => [],
    isPublic: (invocation) => invocation.share,
  };
}
