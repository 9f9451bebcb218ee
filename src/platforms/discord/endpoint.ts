import type { KeyObject } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { readBody } from "#core/body.ts";
import type { RequestListener } from "#core/front.ts";
import type { Log } from "#core/log.ts";
import { isSigned } from "./signature.ts";

/** Longest body in bytes: a form's five answers and a message of a menu stay far below it. */
export const longestBody = 512 * 1024;

const ping = z.object({ type: z.literal(1) });

type Parts = {
  readonly key: KeyObject;
  /** Takes what was delivered; false where it is of no form we know. */
  readonly take: (interaction: unknown) => boolean;
  /** While it says so, deliveries are turned away. */
  readonly stopping: () => boolean;
  readonly log: Log;
  readonly now?: () => number;
};

/**
 * Takes Discord's deliveries over HTTP. Each is checked for its signature over the body as it came, and only then read.
 * A ping is answered here. Everything else is taken with 202 and answered through the API as if it had come through the
 * gateway: so the first response is known to have arrived before the answer is sent, and of a delivery that is played
 * again only the first is answered, because Discord takes one first response.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction
 */
export function createEndpoint({ key, take, stopping, log, now = Date.now }: Parts): RequestListener {
  const answer = async (request: IncomingMessage): Promise<{ status: number; body?: object }> => {
    if (request.method !== "POST") return { status: 405 };
    if (!/^application\/json(?:;|$)/i.test(request.headers["content-type"] ?? "")) return { status: 415 };
    const raw = await readBody(request, longestBody);
    if (!raw) return { status: 413 };
    const signed = {
      signature: headerOf(request, "x-signature-ed25519"),
      timestamp: headerOf(request, "x-signature-timestamp"),
    };
    if (!isSigned(raw, signed, key, now())) return { status: 401 };
    const delivered = parse(raw);
    if (ping.safeParse(delivered).success) return { status: 200, body: { type: 1 } };
    if (stopping()) return { status: 503 };
    return { status: take(delivered) ? 202 : 400 };
  };

  return (request, response) => {
    answer(request).then(
      ({ status, body }) => {
        // Anybody can send such a request, and Discord does so now and then to see that it is turned away.
        if (status >= 400) log.debug({ status }, "a request to the interactions endpoint was turned away");
        request.resume();
        if (body) response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
        else response.writeHead(status, { "content-length": 0 }).end();
      },
      // The connection broke while the body came.
      () => response.destroy(),
    );
  };
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" ? value : undefined;
}

function parse(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString());
  } catch {
    return undefined;
  }
}
