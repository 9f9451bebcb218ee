import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type SlackServer, startSlackServer } from "../platforms/slack/slack-server.ts";
import { answersTo, eventually, slow, startProcess } from "./bot.ts";

let slack: SlackServer;
beforeEach(async () => {
  slack = await startSlackServer();
});
afterEach(() => slack.close());

const answers = (name: string) => JSON.stringify(answersTo(slack, name));

test(
  "while somebody else holds the database, what needs none is answered and the rest is told; then it works again",
  slow,
  async () => {
    const bot = await startProcess({ slackApi: slack.apiUrl });
    await bot.hears('"ready"');
    const other = new DatabaseSync(join(bot.data, "casebook.sqlite"), { timeout: 30_000 });
    other.exec("BEGIN IMMEDIATE");
    await bot.ask("gaps file which zebra barks loudest?", slack.responseUrl("locked"));
    await bot.ask("case openai", slack.responseUrl("read"));
    await eventually(() => expect(answers("locked")).toContain("failed on our side"));
    await eventually(() => expect(answers("read")).toContain("OpenAI"));
    other.exec("ROLLBACK");
    other.close();
    await bot.ask("gaps file which zebra barks loudest?", slack.responseUrl("free"));
    await eventually(() => expect(answers("free")).toContain("Filed"));
    await bot.ask("gaps", slack.responseUrl("list"));
    await eventually(() => expect(answers("list")).toContain("barks loudest"));
    expect(await bot.kill("SIGTERM")).toEqual({ code: 0, signal: null });
  },
);

test("a database file that is none ends the start with a sentence, and is left as it is", slow, async () => {
  const data = await mkdtemp(join(tmpdir(), "casebook-broken-"));
  await writeFile(join(data, "casebook.sqlite"), "this is no database ".repeat(500));
  const bot = await startProcess({ slackApi: slack.apiUrl, data });
  expect(await bot.ended).toEqual({ code: 1, signal: null });
  expect(bot.said()).toMatch(/casebook\.sqlite.*(?:restore|backup)/s);
  expect(bot.said()).not.toContain("    at ");
});
