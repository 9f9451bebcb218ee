import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "#store/open.ts";
import { freePort } from "../free-port.ts";
import { goodToken } from "../platforms/discord/local-discord.ts";
import { type SlackServer, startSlackServer } from "../platforms/slack/slack-server.ts";
import { startPostgres } from "../store/postgres.ts";
import { answersTo, eventually, type Process, portOf, slow, startProcess } from "./bot.ts";
import { openGate } from "./gate.ts";

async function slackServer(): Promise<SlackServer> {
  const slack = await startSlackServer();
  onTestFinished(slack.close);
  return slack;
}

async function slackBehindGate(first?: "refused") {
  const slack = await slackServer();
  const gate = await openGate(portOf(slack.apiUrl), first);
  onTestFinished(gate.close);
  return { slack, gate, slackApi: `http://127.0.0.1:${gate.port}/api/` };
}

async function started(...options: Parameters<typeof startProcess>): Promise<Process> {
  const bot = await startProcess(...options);
  onTestFinished(async () => void (await bot.kill("SIGKILL")));
  return bot;
}

test("Slack away at the start is waited for; away later, it costs those answers and no more", slow, async () => {
  const { slack, gate, slackApi } = await slackBehindGate("refused");
  const bot = await started({ slackApi });
  await bot.hears("Slack did not answer");
  gate.turn("open");
  await bot.hears('"ready"');
  const through = (name: string) => slack.responseUrl(name).replace(/:\d+/, `:${gate.port}`);
  expect(await bot.ask("case openai", through("before"))).toMatchObject({ status: 200 });
  await eventually(() => expect(answersTo(slack, "before")).toHaveLength(1));
  gate.turn("refused");
  expect(await bot.ask("case openai", through("during"))).toMatchObject({ status: 200 });
  await bot.hears("not answered");
  gate.turn("open");
  expect(await bot.ask("case openai", through("after"))).toMatchObject({ status: 200 });
  await eventually(() => expect(answersTo(slack, "after")).toHaveLength(1));
  expect(answersTo(slack, "during")).toEqual([]);
});

test("while Discord is away, who waits on Slack is told, and what is past its time is deleted", slow, async () => {
  const slack = await slackServer();
  const data = await mkdtemp(join(tmpdir(), "casebook-away-"));
  const store = await openStore({ directory: data });
  const place = { platform: "slack", workspace: "T1", channel: "C1", thread: "17.1", asker: "U1" };
  await store.gaps.file("who founded Hugging Face?", "", place, Date.now());
  await store.gaps.count("why?", place, 0);
  await store.close();
  const bot = await started({
    slackApi: slack.apiUrl,
    data,
    environment: { DISCORD_TOKEN: goodToken, DISCORD_API_URL: `http://127.0.0.1:${await freePort()}` },
  });
  await bot.hears("Discord could not be reached");
  await bot.hears("deleted what was past its time");
  await eventually(() =>
    expect(slack.to("chat.postMessage")[0]?.args).toMatchObject({ channel: "C1", thread_ts: "17.1" }),
  );
  expect(bot.said()).not.toContain('"msg":"ready"');
});

test("a name that cannot be looked up is waited for, not died of", slow, async () => {
  const bot = await started({ slackApi: "http://slack.invalid/api/" });
  await bot.hears(/Slack did not answer.*Slack did not answer/s);
  expect(await bot.kill("SIGTERM")).toEqual({ code: 0, signal: null });
});

test(
  "PostgreSQL away at the start and later: what needs no store is answered, and it comes back by itself",
  slow,
  async () => {
    const postgres = await startPostgres();
    onTestFinished(postgres.stop);
    const url = await postgres.database();
    const gate = await openGate(portOf(url), "refused");
    onTestFinished(gate.close);
    const slack = await slackServer();
    const bot = await started({
      slackApi: slack.apiUrl,
      environment: { DATABASE_URL: url.replace(/:\d+\//, `:${gate.port}/`) },
    });
    await bot.hears("PostgreSQL did not answer");
    gate.turn("open");
    await bot.hears('"ready"');
    gate.turn("refused");
    await bot.ask("case openai", slack.responseUrl("away"));
    await eventually(() => expect(answersTo(slack, "away")).not.toHaveLength(0));
    expect(JSON.stringify(answersTo(slack, "away"))).toContain("OpenAI");
    await bot.ask("gaps file which zebra barks loudest?", slack.responseUrl("lost"));
    await eventually(() => expect(JSON.stringify(answersTo(slack, "lost"))).toContain("failed on our side"));
    gate.turn("open");
    await eventually(async () => {
      const name = `back-${Date.now()}`;
      await bot.ask("gaps file which zebra barks loudest?", slack.responseUrl(name));
      await eventually(() => expect(answersTo(slack, name)).not.toHaveLength(0));
      expect(JSON.stringify(answersTo(slack, name))).toContain("Filed");
    });
  },
);
