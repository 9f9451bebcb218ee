import { spawnSync } from "node:child_process";
import { z } from "zod";
import { ms, table } from "./figures.ts";
import { writeLargeLibrary } from "./library.ts";

const spreadSchema = z.object({ p50: z.number(), p99: z.number() });
/** What one process measured: milliseconds and megabytes. */
export const measuredSchema = z.object({
  passages: z.number(),
  entries: z.number(),
  /** From nothing to ready, the index with it. */
  start: z.number(),
  index: z.number(),
  reload: z.object({ whole: z.number(), longest: z.number() }),
  ready: z.object({ megabytes: z.number(), resident: z.number() }),
  resident: z.number(),
  commands: z.record(z.string(), z.object({ wall: spreadSchema, own: spreadSchema })),
});
export type Measured = z.infer<typeof measuredSchema>;

/** A generated library, opened and asked by one process per engine. */
export async function benchLarge(passages: number): Promise<string> {
  const folder = await writeLargeLibrary("tmp", passages);
  const engines = ["minisearch", "postings"] as const;
  const measured = engines.map((engine) => {
    const child = spawnSync(
      process.execPath,
      ["--expose-gc", "--disable-warning=ExperimentalWarning", "bench/large-process.ts", folder, engine],
      { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
    );
    return measuredSchema.parse(JSON.parse(child.stdout));
  });
  const [first] = measured;
  const row = (name: string, value: (one: Measured) => string) => [name, ...measured.map(value)];
  const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;
  const rows = [
    row("start until ready", ({ start }) => seconds(start)),
    row("of it the index", ({ index }) => seconds(index)),
    row("one file changed: until it serves", ({ reload }) => seconds(reload.whole)),
    row("longest that others wait meanwhile", ({ reload }) => ms(reload.longest)),
    row("in use when ready", ({ ready }) => `${ready.megabytes.toFixed(0)} MB`),
    row("resident when ready", ({ ready }) => `${ready.resident.toFixed(0)} MB`),
    row("resident after all questions", ({ resident }) => `${resident.toFixed(0)} MB`),
    ...Object.keys(first?.commands ?? {}).flatMap((name) => [
      row(`${name}: p50`, ({ commands }) => ms(commands[name]?.wall.p50 ?? Number.NaN)),
      row(`${name}: p99`, ({ commands }) => ms(commands[name]?.wall.p99 ?? Number.NaN)),
      row(`${name}: p99 of processor time`, ({ commands }) => ms(commands[name]?.own.p99 ?? Number.NaN)),
    ]),
  ];
  return table([`${first?.passages.toLocaleString("en-US")} passages, ${first?.entries} entries`, ...engines], rows);
}
