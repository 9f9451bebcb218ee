import { parseArgs } from "node:util";
import { drillDigests } from "./digests.ts";

const usage =
  "usage: npm run drill -- digests [--subscriptions 200] [--processes 1] [--seed 1] [--days 31] [--faults 0.1] [--kill-every 5000] [--content content]";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    subscriptions: { type: "string", default: "200" },
    processes: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    days: { type: "string", default: "31" },
    faults: { type: "string", default: "0.1" },
    "kill-every": { type: "string", default: "5000" },
    content: { type: "string", default: "content" },
  },
});
const number = (
  name: "subscriptions" | "processes" | "seed" | "days" | "faults" | "kill-every",
  least: number,
): number => {
  const value = Number(values[name]);
  if (Number.isFinite(value) && value >= least) return value;
  console.error(`--${name} is a number from ${least}.\n${usage}`);
  process.exit(2);
};

if (positionals.join(" ") !== "digests") {
  console.error(usage);
  process.exit(2);
}
const started = Date.now();
const { delivered, lost, doubled, stray, kills } = await drillDigests({
  subscriptions: number("subscriptions", 1),
  processes: number("processes", 1),
  seed: number("seed", 0),
  days: number("days", 1),
  faults: number("faults", 0),
  killEvery: number("kill-every", 0),
  content: values.content,
  say: (line) => console.error(line),
});
const count = (value: number) => value.toLocaleString("en-US");
console.log(
  `${Math.round((Date.now() - started) / 1000)} s, ${count(kills)} kills, ${count(stray)} posts that nobody expected`,
);
console.log(`delivered ${count(delivered)}, lost ${count(lost)}, doubled ${count(doubled)}`);
process.exit(lost + doubled + stray === 0 ? 0 : 1);
