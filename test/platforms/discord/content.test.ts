import { afterAll, beforeAll, expect, test } from "vitest";
import { renderDiscord } from "#platforms/discord/render.ts";
import { commands } from "../../../commands/index.ts";
import { openReal } from "../../real.ts";
import { judgeMessage } from "./judge.ts";

let real: Awaited<ReturnType<typeof openReal>>;
beforeAll(async () => {
  real = await openReal();
});
afterAll(() => real?.close());

test.each(commands.flatMap(({ examples }) => examples))("“%s” is a message that Discord takes", async (line) => {
  expect(judgeMessage(renderDiscord(await real.say(line)))).toEqual([]);
});

test("every section of every case study is, on all its pages, and names every source", async () => {
  for (const entry of real.library().ofKind("case-study")) {
    for (const section of [...entry.sections.map(({ id }) => id), "sources", "related"]) {
      const reply = await real.say(`case ${entry.id} ${section}`);
      let shown = "";
      for (let page = 1, pages = 1; page <= pages; page++) {
        const message = renderDiscord({ ...reply, page });
        expect(judgeMessage(message), `${reply.line} page:${page}`).toEqual([]);
        const text = JSON.stringify(message);
        pages = Number(/-# Page \d+ of (\d+)/.exec(text)?.[1] ?? 1);
        shown += text;
      }
      for (const [i] of reply.sources.entries()) expect(shown, reply.line).toContain(`-# [${i + 1}] `);
    }
  }
});
