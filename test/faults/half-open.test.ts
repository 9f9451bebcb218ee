import { expect, onTestFinished, test } from "vitest";
import { goodToken, startLocalDiscord } from "../platforms/discord/local-discord.ts";
import { commandData } from "../platforms/discord/payloads.ts";
import { type SlackServer, startSlackServer } from "../platforms/slack/slack-server.ts";
import { startPostgres } from "../store/postgres.ts";
import { answersTo, eventually, portOf, slow, startProcess } from "./bot.ts";
import { openGate } from "./gate.ts";

const answers = (slack: SlackServer, name: string) => JSON.stringify(answersTo(slack, name));

test("connections to Slack and PostgreSQL that go dead without a word hold nothing up for ever", slow, async () => {
  const postgres = await startPostgres();
  onTestFinished(postgres.stop);
  const url = await postgres.database();
  const slack = await startSlackServer();
  const [database, api] = [await openGate(portOf(url)), await openGate(portOf(slack.apiUrl))];
  for (const close of [slack.close, database.close, api.close]) onTestFinished(close);
  const through = (name: string) => slack.responseUrl(name).replace(/:\d+/, `:${api.port}`);
  const bot = await startProcess({
    slackApi: `http://127.0.0.1:${api.port}/api/`,
    environment: { DATABASE_URL: url.replace(/:\d+\//, `:${database.port}/`) },
  });
  onTestFinished(async () => void (await bot.kill("SIGKILL")));
  await bot.hears('"ready"');
  await bot.ask("gaps file which zebra barks loudest?", through("before"));
  await eventually(() => expect(answers(slack, "before")).toContain("Filed"));

  database.turn("silent");
  await bot.ask("why did hugging face leave the chatbot business?", through("silent"));
  await eventually(() => expect(answers(slack, "silent")).toContain("Hugging Face"));
  database.heal();
  await eventually(async () => {
    const name = `back-${Date.now()}`;
    await bot.ask("gaps file which zebra barks loudest?", through(name));
    await eventually(() => expect(answers(slack, name)).toMatch(/Filed|failed on our side|takes longer/));
    expect(answers(slack, name)).toContain("Filed");
  });

  api.turn("silent");
  expect(await bot.ask("case solana", through("dead"))).toMatchObject({ status: 200 });
  api.heal();
  await bot.ask("case openai", through("alive"));
  await eventually(() => expect(answers(slack, "alive")).toContain("OpenAI"));
  // The call that met the dead connection is made again.
  await eventually(() => expect(answers(slack, "dead")).toContain("Solana"));
});

test("Discord away at the start is waited for, and away later it is come back to", slow, async () => {
  const [slack, discord] = [await startSlackServer(), await startLocalDiscord()];
  const gate = await openGate(portOf(discord.apiUrl), "refused");
  for (const close of [slack.close, discord.stop, gate.close]) onTestFinished(close);
  const bot = await startProcess({
    slackApi: slack.apiUrl,
    environment: { DISCORD_TOKEN: goodToken, DISCORD_API_URL: `http://127.0.0.1:${gate.port}/api` },
  });
  onTestFinished(async () => void (await bot.kill("SIGKILL")));
  await bot.hears("Discord could not be reached");
  await bot.hears("listening on /slack/events");
  // Meanwhile the other platform serves.
  await bot.ask("case openai", slack.responseUrl("meanwhile"));
  await eventually(() => expect(answers(slack, "meanwhile")).toContain("OpenAI"));
  gate.turn("open");
  await bot.hears('"ready"');
  const ask = async () => {
    const id = discord.interact(2, commandData("case", { name: "study", value: "openai" }));
    await eventually(() => expect(JSON.stringify(discord.responses(id))).toContain("OpenAI"));
    return discord.responses(id).length;
  };
  expect(await ask()).toBe(2);
  discord.drop();
  await eventually(() => expect(discord.signIns.length).toBeGreaterThan(1));
  expect(await ask()).toBe(2);
});
