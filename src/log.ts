import { type DestinationStream, destination, type Logger, pino } from "pino";
import { currentRequest } from "#operate/request.ts";

export type Log = Pick<Logger, "debug" | "info" | "warn" | "error" | "fatal">;

/** Keys whose values never reach a log: tokens, secrets, what people wrote, one-time addresses. */
const secretKeys = [
  "token",
  "botToken",
  "appToken",
  "signingSecret",
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
const shapes =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|https:\/\/hooks\.slack\.com\/\S+|postgres(?:ql)?:\/\/\S+|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g;

/** Replaces whatever looks like a token or a secret address. */
export function redact(text: string): string {
  return text.replace(shapes, "[redacted]");
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
        err: (error: unknown) =>
          error instanceof Error
            ? { type: error.name, message: redact(error.message), stack: redact(error.stack ?? "") }
            : redact(String(error)),
      },
      hooks: {
        logMethod(inputArguments, method) {
          const cleaned = inputArguments.map((argument) =>
            typeof argument === "string" ? redact(argument) : argument,
          );
          Reflect.apply(method, this, cleaned);
        },
      },
    },
    to,
  );
}
