import { setTimeout as sleep } from "node:timers/promises";
import { type Bot, startBot, type Times } from "./bots.ts";
import { ms, spread, table } from "./figures.ts";

const connections = 16;
const segment = 4000;
const segmentsWarmUp = 2;

/** Work given to a bot for one segment, over and over by 16 askers at once. */
type Load = {
  readonly name: string;
  readonly bot: "bare" | "casebook";
  readonly over: "slack" | "discord";
  readonly line: (i: number) => string;
};

type Measured = {
  readonly answers: number;
  readonly seconds: number;
  readonly processorMs: number;
  readonly times: readonly Times[];
};

const studies = "hugging-face openai anthropic mistral databricks arbitrum solana worldcoin".split(" ");
const sections = "lessons timeline partnerships metrics risks faq summary glance".split(" ");
const questions = [
  "who founded X",
  "what is the valuation of X",
  "what are the risks of X",
  "who are the partners of X",
  "when was X founded",
  "why does X matter",
  "how does X make money",
  "what did X learn",
];
const filler = "please kindly now today again really just exactly".split(" ");

const caseLine = (i: number): string => `case ${pick(studies, i)} ${pick(sections, Math.floor(i / 8))}`;

/** A question that was not asked before: no two have the same words around them, for 16 million questions. */
function askLine(i: number): string {
  const around = Array.from({ length: 6 }, (_, place) => pick(filler, Math.floor(i / 64 / 8 ** place))).join(" ");
  return `ask ${around} ${pick(questions, i).replace("X", pick(studies, Math.floor(i / 8)).replace("-", " "))}?`;
}

/** Half of it cases, a third questions, the rest searches. */
function mixedLine(i: number): string {
  if (i % 6 < 3) return caseLine(i);
  return i % 6 < 5 ? askLine(10_000_000 + i) : `find ${pick(questions, i).replace("X", "")} ${pick(studies, i)}`;
}

function pick(list: readonly string[], i: number): string {
  return list[i % list.length] ?? "";
}

const loads: readonly Load[] = [
  { name: "Slack: bare Bolt handler", bot: "bare", over: "slack", line: caseLine },
  { name: "Slack: `case`", bot: "casebook", over: "slack", line: caseLine },
  { name: "Slack: `ask`, no question twice", bot: "casebook", over: "slack", line: askLine },
  { name: "Slack: mixed commands", bot: "casebook", over: "slack", line: mixedLine },
  { name: "Discord: bare discord.js handler", bot: "bare", over: "discord", line: caseLine },
  { name: "Discord: mixed commands", bot: "casebook", over: "discord", line: mixedLine },
];

/**
 * Signed HTTP and the gateway over loopback, by 16 askers at once, in segments of four seconds that take turns with a
 * bare handler's: what disturbs the machine disturbs both. Both bots run throughout, each in a process of its own.
 */
export async function benchLoad(minutes: number): Promise<string> {
  const bots = {
    bare: await startBot("bench/bare.ts", connections),
    casebook: await startBot("src/main.ts", connections),
  };
  const rounds = Math.max(1, Math.round((minutes * 60_000) / (loads.length * segment)));
  const measured = new Map<Load, Measured[]>(loads.map((load) => [load, []]));
  const memory: { minute: number; megabytes: number }[] = [];
  const counts = new Map<Load, number>();
  const begun = performance.now();
  try {
    for (let round = -segmentsWarmUp; round < rounds; round++) {
      for (const load of loads) {
        const from = counts.get(load) ?? 0;
        const found = await drive(bots[load.bot], load, from);
        counts.set(load, from + found.answers);
        if (round >= 0) measured.get(load)?.push(found);
      }
      await sleep(500);
      if (round >= 0)
        memory.push({ minute: (performance.now() - begun) / 60_000, megabytes: bots.casebook.usage().megabytes });
    }
  } finally {
    await Promise.all([bots.bare.stop(), bots.casebook.stop()]);
  }
  const bareOf = ({ over }: Load): readonly Measured[] =>
    loads.filter((one) => one.bot === "bare" && one.over === over).flatMap((one) => measured.get(one) ?? []);
  const rows = loads.map((load) => rowOf(load, measured.get(load) ?? [], bareOf(load)));
  return [
    `${rounds} rounds of ${loads.length} segments of ${segment / 1000} s, ${connections} at once.`,
    "",
    table(["", "answers a second", "of bare", "ack p50", "p99", "full answer p50", "p99", "processor each"], rows),
    "",
    memoryLine(memory),
  ].join("\n");
}

async function drive(bot: Bot, { over, line }: Load, from: number): Promise<Measured> {
  const times: Times[] = [];
  const before = bot.usage().processorMs;
  const start = performance.now();
  let next = from;
  const asker = async (connection: number): Promise<void> => {
    while (performance.now() - start < segment) {
      const asked = line(next++);
      times.push(await (over === "slack" ? bot.slack(asked, connection) : bot.discord(asked)));
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, i) => asker(i)));
  const seconds = (performance.now() - start) / 1000;
  return { answers: next - from, seconds, processorMs: bot.usage().processorMs - before, times };
}

function rowOf({ name, bot }: Load, found: readonly Measured[], bare: readonly Measured[]): string[] {
  const rate = ({ answers, seconds }: Measured) => answers / seconds;
  const shares = found.map((one, i) => rate(one) / rate(bare[i] ?? one));
  const times = found.flatMap((one) => one.times);
  const [ack, full] = [spread(times.map((one) => one.ack)), spread(times.map((one) => one.full))];
  const each = spread(found.map((one) => one.processorMs / one.answers)).p50;
  return [
    ...[
      name,
      spread(found.map(rate)).p50.toFixed(0),
      bot === "bare" ? "" : `${(spread(shares).p50 * 100).toFixed(0)} %`,
    ],
    ...[ms(ack.p50), ms(ack.p99), ms(full.p50), ms(full.p99), ms(each)],
  ];
}

/** The line of least squares through what was resident after each round. */
function memoryLine(memory: readonly { minute: number; megabytes: number }[]): string {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const minute = mean(memory.map((one) => one.minute));
  const level = mean(memory.map((one) => one.megabytes));
  const over = memory.reduce((sum, one) => sum + (one.minute - minute) * (one.megabytes - level), 0);
  const under = memory.reduce((sum, one) => sum + (one.minute - minute) ** 2, 0);
  const [first, last] = [memory[0]?.megabytes ?? 0, memory.at(-1)?.megabytes ?? 0];
  const slope = under === 0 ? "" : `, ${(over / under).toFixed(1)} MB a minute by least squares`;
  return `The bot's memory: ${first.toFixed(0)} MB after warm-up, ${last.toFixed(0)} MB at the end${slope}.`;
}
