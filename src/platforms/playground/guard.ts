import type { IncomingMessage, ServerResponse } from "node:http";
import { isIP } from "node:net";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** Headers of every answer: nothing from elsewhere, nothing inline, nobody may frame it or learn of it. */
export function protect(response: ServerResponse): void {
  const headers = {
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
  };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/**
 * Why a request is not answered, or nothing. Another site may point its own name at this machine (DNS rebinding) or
 * send requests across; so the name must be one this server goes by, and a request that does something must be ours.
 */
export function refusalOf({ headers, method }: IncomingMessage, host: string): string | undefined {
  const name = hostnameOf(headers.host);
  if (name === undefined || !goesBy(name, host))
    return "This name does not lead here: open the address that was printed.";
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`)
    return "Another site may not do that.";
  const site = headers["sec-fetch-site"];
  if (method === "POST" && site !== undefined && site !== "same-origin") return "Another site may not do that.";
  if (method === "POST" && headers["content-type"] !== "application/json") return "Only JSON is taken.";
  return undefined;
}

function hostnameOf(host: string | undefined): string | undefined {
  const address = `http://${host ?? ""}`;
  return host && URL.canParse(address) ? new URL(address).hostname.replace(/^\[|\]$/g, "") : undefined;
}

/** A name nobody else can point here: this machine's own, the one it was told to listen on, or a bare number. */
function goesBy(name: string, host: string): boolean {
  return name === "localhost" || name === host || isIP(name) !== 0;
}
