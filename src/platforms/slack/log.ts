import { type Logger as BoltLogger, LogLevel } from "@slack/bolt";
import type { Log } from "#core/log.ts";

/** Bolt's and its clients' warnings in our log. Their lower levels are left out: those print messages and tokens. */
export function boltLogger(log: Log): BoltLogger {
  return {
    debug: () => {},
    info: () => {},
    warn: (...said) => log.warn(sentence(said)),
    error: (...said) => log.error(sentence(said)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

/**
 * The same for the pages to install it. The library hands over an error object when a visit came to nothing, which anybody
 * on the internet can bring about: that is a warning.
 */
export function installLogger(log: Log): BoltLogger {
  const logger = boltLogger(log);
  return {
    ...logger,
    error: (...said) => (said.some((one) => one instanceof Error) ? logger.warn(...said) : logger.error(...said)),
  };
}

function sentence(said: readonly unknown[]): string {
  const words = said.map((one) => (one instanceof Error ? one.message : typeof one === "string" ? one : ""));
  return `Slack: ${words.filter(Boolean).join(" ")}`;
}
