import { spawnSync } from "node:child_process";
import { ms, spread, table } from "./figures.ts";

/** Whole processes: from nothing to the first answer, beside Node starting and doing nothing. */
export function benchStart(): string {
  const runs = 7;
  const time = (args: readonly string[], input?: string, environment: Readonly<Record<string, string>> = {}) => {
    const times: number[] = [];
    const env = { ...process.env, ...environment };
    for (let i = 0; i < runs; i++) {
      const start = performance.now();
      spawnSync(process.execPath, args, { input, env, stdio: ["pipe", "ignore", "ignore"] });
      times.push(performance.now() - start);
    }
    return spread(times).p50;
  };
  const questions = `${Array.from({ length: 1000 }, (_, i) => `ask ${["who founded", "what is the valuation of", "what are the risks of", "who are the partners of", "when was the pivot of"][i % 5]} ${["hugging face", "openai", "anthropic", "mistral", "databricks", "arbitrum", "solana", "worldcoin"][i % 8]} in year ${i}?`).join("\n")}\n`;
  const bare = time(["-e", "0"]);
  const line = ["src/casebook.ts", "case hugging-face lessons"];
  const batch = ["src/casebook.ts", "--as", "json"];
  const nothingKept = { CACHE_DIR: "none" };
  return table(
    ["whole process (median of 7)", "time"],
    [
      ["Node alone, doing nothing", ms(bare)],
      ["start to first answer", ms(time(line))],
      ["the same with nothing kept (CACHE_DIR=none)", ms(time(line, undefined, nothingKept))],
      ["1,000 questions in one batch", ms(time(batch, questions))],
      ["the same with nothing kept", ms(time(batch, questions, nothingKept))],
    ],
  );
}
