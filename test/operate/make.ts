import { createMetrics } from "#operate/metrics.ts";
import { createObserver } from "#operate/observe.ts";
import type { Traces } from "#operate/traces.ts";
import { createLog } from "../../src/log.ts";

/** The bot's own log at its lowest level, remembered as the lines it writes. */
export function writtenLog() {
  const lines: string[] = [];
  const log = createLog("trace", { write: (line: string) => void lines.push(line) });
  return { log, lines, entries: () => lines.map((line): Record<string, unknown> => JSON.parse(line)) };
}

/** An observer with instruments of its own. */
export function makeObserver(traces?: Traces) {
  const { log, lines, entries } = writtenLog();
  const metrics = createMetrics();
  const instruments = { metrics, log, traces };
  return { observer: createObserver(instruments), instruments, metrics, log, lines, entries };
}

/** The value of one metric with these labels; undefined when it was never counted. */
export async function figureOf(
  { registry }: ReturnType<typeof createMetrics>,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): Promise<number | undefined> {
  const wanted = Object.entries(labels).map(([key, value]) => `${key}="${value}"`);
  const line = (await registry.metrics())
    .split("\n")
    .find(
      (one) =>
        (one.startsWith(`${name}{`) || one.startsWith(`${name} `)) && wanted.every((label) => one.includes(label)),
    );
  return line === undefined ? undefined : Number(line.split(" ").at(-1));
}
