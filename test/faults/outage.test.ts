import { afterEach, expect, test } from "vitest";
import { type SlackServer, startSlackServer } from "../platforms/slack/slack-server.ts";
import { startPostgres } from "../store/postgres.ts";
import { eventually, type Process, startProcess } from "./bot.ts";
import { openGate } from "./gate.ts";

const slow = 180_000;
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const portOf = (url: string): number => Number(new URL(url).port);

async function slackBehindGate(first?: "refused") {
  const slack = await startSlackServer();
  const gate = await openGate(portOf(slack.apiUrl), first);
  closing.push(slack.close, gate.close);
  return { slack, gate, slackApi: `http://127.0.0.1:${gate.port}/api/` };
}

async function started(...options: Parameters<typeof startProcess>): Promise<Process> {
  const bot = await startProcess(...options);
  closing.push(() => bot.kill("SIGKILL"));
  return bot;
}

const answersTo = (slack: SlackServer, name: string) =>
  slack.to("response_url").filter(({ args }) => args.url === `/response/${name}`);

test("Slack away at the start is waited for; away later, it costs those answers and no more", {
  timeout: slow,
}, async () => {
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
  gate.turn("open");
  expect(await bot.ask("case openai", through("after"))).toMatchObject({ status: 200 });
  await eventually(() => expect(answersTo(slack, "after")).toHaveLength(1));
});

test("a name that cannot be looked up is waited for, not died of", { timeout: slow }, async () => {
  const bot = await started({ slackApi: "http://slack.invalid/api/" });
  await bot.hears(/Slack did not answer.*Slack did not answer/s);
  expect(await bot.kill("SIGTERM")).toBeDefined();
});

test("PostgreSQL away at the start and later: what needs no store is answered, and it comes back by itself", {
  timeout: slow,
}, async () => {
  const postgres = await startPostgres();
  closing.push(postgres.stop);
  const url = await postgres.database();
  const gate = await openGate(portOf(url), "refused");
  const slack = await startSlackServer();
  closing.push(gate.close, slack.close);
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
});
