import { type DestinationStream, destination, pino } from "pino";
import { errorCode, framesOf } from "#core/errors.ts";
import type { Log } from "#core/log.ts";
import { secretsIn } from "#core/secrets.ts";
import { currentRequest } from "#operate/request.ts";

/** Keys whose values never reach a log: tokens, secrets, what people wrote, one-time addresses. */
const secretKeys = [
  "token",
  "botToken",
  "appToken",
  "signingSecret",
  "clientSecret",
  "stateSecret",
  "refreshToken",
  "sealKeys",
  "authorization",
  "password",
  "secret",
  "text",
  "question",
  "line",
  "response_url",
  "responseUrl",
  "body",
];
/** What is ours, however short, and our own database's whole address. */
const own = /xox[a-z]-[\w-]+|xapp-[\w-]+|postgres(?:ql)?:\/\/\S+/g;
const secrets = secretsIn();

/** Replaces whatever looks like a token or a secret address. */
export function redact(text: string): string {
  return text.replace(own, "[redacted]").replace(secrets, "[redacted]");
}

/** The fields of a line with their strings redacted; what lies deeper than any field of ours is left out. */
function cleaned(fields: object, deeper = 3): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, cleanedValue(value, deeper)]));
}

function cleanedValue(value: unknown, deeper: number): unknown {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value)) return deeper > 0 ? value.map((one) => cleanedValue(one, deeper - 1)) : [];
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return deeper > 0 ? cleaned(value, deeper - 1) : {};
}

/** An error for the log. While a request is worked on, its message is left out: it may quote what was asked. */
function described(error: unknown): object | string {
  const quotes = currentRequest() !== undefined;
  if (!(error instanceof Error)) return quotes ? typeof error : redact(String(error));
  const code = errorCode(error);
  if (quotes) return { type: error.name, code, stack: redact(framesOf(error).join("\n")) };
  return { type: error.name, code, message: redact(error.message), stack: redact(error.stack ?? "") };
}

/** Structured log, on standard error unless said otherwise, one JSON object a line, without secrets and without what people wrote. */
export function createLog(level: string, to: DestinationStream = destination({ dest: 2, sync: true })): Log {
  return pino(
    {
      level,
      base: null,
      // Every line that is written while a request is worked on carries its id.
      mixin: () => {
        const request = currentRequest();
        return request ? { request: request.id } : {};
      },
      redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: "[redacted]" },
      serializers: {
        err: described,
      },
      formatters: { log: (fields) => cleaned(fields) },
      hooks: {
        logMethod(inputArguments, method) {
          const said = inputArguments.map((argument) => (typeof argument === "string" ? redact(argument) : argument));
          Reflect.apply(method, this, said);
        },
      },
    },
    to,
  );
}
