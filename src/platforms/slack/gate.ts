import type { IncomingMessage } from "node:http";
import type { HTTPReceiver } from "@slack/bolt";
import { readBody } from "#core/body.ts";
import type { RequestListener } from "#core/front.ts";
import type { Log } from "./log.ts";
import { isSigned } from "./signature.ts";

/** Longest body in bytes, Bolt's own. */
const longestBody = 4 * 1024 * 1024;

type Parts = { readonly signingSecret: string; readonly log: Log; readonly now?: () => number };

/**
 * Hands what Slack signed to Bolt, whose own check (`signatureVerification`) is to be off: it takes a tenth of a millisecond,
 * ten times as long as this one, most of it to compare two hashes. Pages to install the bot are asked for by browsers, and come unsigned.
 */
export function signedOnly(receiver: HTTPReceiver, { signingSecret, log, now = Date.now }: Parts): RequestListener {
  const handOn: RequestListener = (request, response) => {
    try {
      receiver.requestListener(request, response);
    } catch {
      // Bolt throws for a path that is none of its own.
      request.resume();
      response.writeHead(404).end();
    }
  };

  const refusal = (request: IncomingMessage, body: Buffer | undefined): number | undefined => {
    if (!body) return 413;
    const { "x-slack-signature": signature, "x-slack-request-timestamp": timestamp } = request.headers;
    if (isSigned(body, { signature, timestamp }, signingSecret, now())) return undefined;
    return isConnectionCheck(request, body) ? 200 : 401;
  };

  return (request, response) => {
    if (request.method !== "POST") return handOn(request, response);
    readBody(request, longestBody).then(
      (body) => {
        const status = refusal(request, body);
        if (status === undefined) return handOn(Object.assign(request, { rawBody: body }), response);
        if (status !== 200)
          log.warn({ status }, "Slack: a request that is not signed with SLACK_SIGNING_SECRET was turned away");
        request.resume();
        response.writeHead(status).end();
      },
      // The connection broke while the body came.
      () => response.destroy(),
    );
  };
}

/**
 * Slack looks now and then whether it can reach the address, and signs nothing then. Nothing is read of such a request.
 * https://docs.slack.dev/interactivity/implementing-slash-commands/#responding_basic_receipt
 */
function isConnectionCheck({ headers }: IncomingMessage, body: Buffer): boolean {
  if (headers["content-type"] !== "application/x-www-form-urlencoded") return false;
  const checks = new URLSearchParams(body.toString()).getAll("ssl_check");
  return checks.length === 1 && checks[0] === "1";
}
