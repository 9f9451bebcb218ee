import { loadLibrary } from "#content/load.ts";
import { renderDiscord } from "#platforms/discord/render.ts";
import { renderSlack } from "#platforms/slack/render.ts";
import { createSearchIndex } from "#search/passages/search-index.ts";
import { openCasebook } from "../src/open.ts";
import { ms, spread, table } from "./figures.ts";

const rounds = 200;
const lines: Record<string, readonly string[]> = {
  case: ["case hugging-face lessons", "case openai", "case solana timeline", "case anthropic partnerships"],
  find: ["find network effects", "find hyperscaler partnership", "find token grants", "find revenue share"],
  ask: [
    "ask why did hugging face leave the chatbot business?",
    "ask who founded solana?",
    "ask what is MFU",
    "ask how much did anthropic raise in its last round",
  ],
  compare: ["compare hugging-face openai", "compare openai anthropic valuation"],
};

/** Content to index, and command line to payload, in this process. */
export async function benchRender(): Promise<string> {
  const loads: number[] = [];
  const builds: number[] = [];
  let passages = 0;
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    const { library } = await loadLibrary("content");
    const loaded = performance.now();
    if (!library) throw new Error("the content does not load");
    createSearchIndex(library);
    loads.push(loaded - start);
    builds.push(performance.now() - loaded);
    passages = library.passages.length;
  }
  const opened = await openCasebook(
    { CONTENT_DIR: "content" },
    { follow: false, store: () => Promise.reject(new Error("no store in the bench")) },
  );
  if ("problems" in opened) throw new Error("the content does not load");
  const origin = { platform: "terminal", via: "command" } as const;
  const rows: string[][] = [];
  for (const [name, examples] of Object.entries(lines)) {
    const times: Record<"slack" | "discord", number[]> = { slack: [], discord: [] };
    for (let i = 0; i < rounds; i++) {
      for (const line of examples) {
        for (const [platform, render] of [
          ["slack", renderSlack],
          ["discord", renderDiscord],
        ] as const) {
          const start = performance.now();
          render(await opened.dispatch.run(opened.dispatch.read(line, origin)));
          if (i >= rounds / 10) times[platform].push(performance.now() - start);
        }
      }
    }
    const [slack, discord] = [spread(times.slack), spread(times.discord)];
    rows.push([`\`${name}\``, ms(slack.p50), ms(slack.p99), ms(discord.p50), ms(discord.p99)]);
  }
  opened.close();
  return [
    `Content: ${passages} passages; read and checked in ${ms(spread(loads).p50)}, indexed in ${ms(spread(builds).p50)} (medians of 5); resident ${Math.round(process.memoryUsage.rss() / 1e6)} MB after the run.`,
    "",
    table(["command line → payload", "Block Kit p50", "p99", "Components V2 p50", "p99"], rows),
  ].join("\n");
}
