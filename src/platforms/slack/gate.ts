import type { IncomingMessage } from "node:http";
import { parse } from "node:querystring";
import type { HTTPReceiver } from "@slack/bolt";
import { readBody } from "#core/body.ts";
import type { RequestListener } from "#core/front.ts";
import type { Log } from "#core/log.ts";
import { isSigned } from "./signature.ts";

/** Longest body in bytes: what Slack sends stays far below it. */
export const longestBody = 1024 * 1024;

type Parts = { readonly signingSecret: string; readonly log: Log };

/**
 * Hands what Slack signed to Bolt, whose own check (`signatureVerification`) is to be off: it takes a tenth of a
 * millisecond, ten times as long as this one and more, most of it to compare two hashes. Pages to install the bot are asked
 * for by browsers, and come unsigned.
 * @throws when there is no secret
 */
export function signedOnly(
  receiver: Pick<HTTPReceiver, "requestListener">,
  { signingSecret, log }: Parts,
): RequestListener {
  if (signingSecret === "") throw new Error("without a signing secret nothing can be checked");
  const handOn: RequestListener = (request, response) => {
    try {
      receiver.requestListener(request, response);
    } catch {
      // Bolt throws for a path that is none of its own.
      request.resume();
      response.writeHead(404).end();
    }
  };

  return (request, response) => {
    if (request.method !== "POST") return handOn(request, response);
    const turnAway = (status: number, why: string): void => {
      log.warn({ status }, `Slack: a request was turned away: ${why}`);
      request.resume();
      response.writeHead(status).end();
    };
    readBody(request, longestBody)
      .then((body) => {
        if (response.headersSent) return;
        if (!body) return turnAway(413, "it is too long");
        const { "x-slack-signature": signature, "x-slack-request-timestamp": timestamp } = request.headers;
        if (isSigned(body, { signature, timestamp }, signingSecret, Date.now()))
          return handOn(Object.assign(request, { rawBody: body }), response);
        if (isConnectionCheck(request, body)) response.writeHead(200).end();
        else turnAway(401, "it is not signed with SLACK_SIGNING_SECRET");
      })
      // The connection broke while the body came.
      .catch(() => response.destroy());
  };
}

/** A check of the connection is short; nothing longer that nobody signed is read. */
const longestCheck = 4096;

/**
 * Slack looks now and then whether it can reach the address, and signs nothing then. Nothing is done for such a request.
 * https://docs.slack.dev/interactivity/implementing-slash-commands/#responding_basic_receipt
 */
function isConnectionCheck({ headers }: IncomingMessage, body: Buffer): boolean {
  if (headers["content-type"] !== "application/x-www-form-urlencoded" || body.length > longestCheck) return false;
  return parse(body.toString()).ssl_check === "1";
}
