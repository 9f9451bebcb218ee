import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type SlackServer, startSlackServer } from "../platforms/slack/slack-server.ts";
import { answersTo, eventually, slow, startProcess } from "./bot.ts";

let slack: SlackServer;
beforeEach(async () => {
  slack = await startSlackServer();
});
afterEach(() => slack.close());

const environment = { REQUESTS_PER_PERSON: "10000", REQUESTS_PER_WORKSPACE: "10000" };
const answered = (name: string) => answersTo(slack, name);

test("stopped in the middle of a burst, it answers all that it acked, and ends well", slow, async () => {
  const bot = await startProcess({ slackApi: slack.apiUrl, environment: { ...environment, ANSWER_THREADS: "1" } });
  await bot.hears('"ready"');
  const burst = Array.from({ length: 120 }, (_, i) =>
    bot.ask(`case ${i % 2 ? "openai" : "solana"} lessons`, slack.responseUrl(`r${i}`)).catch(() => undefined),
  );
  await Promise.race(burst);
  const end = bot.kill("SIGTERM");
  const acks = await Promise.all(burst);
  expect(await end).toEqual({ code: 0, signal: null });
  const acked = acks.flatMap((ack, i) => (ack?.status === 200 ? [`r${i}`] : []));
  expect(acked.length).toBeGreaterThan(0);
  expect(acked.filter((name) => answered(name).length !== 1)).toEqual([]);
});

test("killed outright, it starts again with what was kept", slow, async () => {
  const first = await startProcess({ slackApi: slack.apiUrl, environment });
  await first.hears('"ready"');
  await first.ask("gaps file which zebra barks loudest?", slack.responseUrl("filed"));
  await eventually(() => expect(answered("filed")).toHaveLength(1));
  const burst = Array.from({ length: 60 }, (_, i) =>
    first.ask(`gaps file which zebra number ${i} barks?`, slack.responseUrl(`z${i}`)).catch(() => undefined),
  );
  await Promise.race(burst);
  await first.kill("SIGKILL");
  await Promise.all(burst);
  const second = await startProcess({ slackApi: slack.apiUrl, environment, data: first.data });
  await second.hears('"ready"');
  await second.ask("gaps", slack.responseUrl("listed"));
  await eventually(() => expect(answered("listed")).toHaveLength(1));
  const told = JSON.stringify(answered("listed")[0]?.args);
  expect(told).toContain("which zebra barks loudest?");
  await second.kill("SIGTERM");
});

test("with no file descriptors left it waits, and answers again when there are some", slow, async () => {
  const bot = await startProcess({ slackApi: slack.apiUrl, environment, ulimit: "-n 120" });
  await bot.hears('"ready"');
  const idle: Socket[] = Array.from({ length: 200 }, () => connect(bot.port, "127.0.0.1").on("error", () => {}));
  // Connections are taken in the order in which they came: this one is behind more than there are descriptors for.
  const nothing = { status: undefined };
  const early = bot.ask("case openai", slack.responseUrl("early")).catch(() => nothing);
  expect(await Promise.race([early, sleep(3000, nothing)])).toBe(nothing);
  expect(answered("early")).toEqual([]);
  for (const socket of idle) socket.destroy();
  await eventually(async () => {
    const name = `after-${Date.now()}`;
    expect(await bot.ask("case openai", slack.responseUrl(name))).toMatchObject({ status: 200 });
    await eventually(() => expect(answered(name)).toHaveLength(1));
  });
  expect(await bot.kill("SIGTERM")).toEqual({ code: 0, signal: null });
});

test(
  "with no room left on the disk, what needs none is answered, and the asker of the rest is told",
  slow,
  async () => {
    const bot = await startProcess({ slackApi: slack.apiUrl, environment, ulimit: "-f 800" });
    await bot.hears('"ready"');
    const long = "zebra ".repeat(400);
    await eventually(async () => {
      const name = `full-${Date.now()}`;
      await bot.ask(`gaps file which ${name} ${long} barks?`, slack.responseUrl(name));
      await eventually(() => expect(answered(name)).toHaveLength(1));
      expect(JSON.stringify(answered(name)[0]?.args)).toContain("failed on our side");
    });
    await bot.ask("case openai", slack.responseUrl("still"));
    await eventually(() => expect(JSON.stringify(answered("still")[0]?.args)).toContain("OpenAI"));
    expect(await bot.kill("SIGTERM")).toEqual({ code: 0, signal: null });
  },
);

test("a hundred senders that never finish their requests keep nobody waiting", slow, async () => {
  const bot = await startProcess({ slackApi: slack.apiUrl, environment });
  await bot.hears('"ready"');
  const loris = Array.from({ length: 100 }, () => {
    const socket = connect(bot.port, "127.0.0.1").on("error", () => {});
    socket.write("POST /slack/events HTTP/1.1\r\nHost: bot\r\nContent-Length: 1000\r\n\r\nx");
    return socket;
  });
  await bot.ask("case openai", slack.responseUrl("quick"));
  await eventually(() => expect(answered("quick")).toHaveLength(1));
  for (const socket of loris) socket.destroy();
  expect(await bot.kill("SIGTERM")).toEqual({ code: 0, signal: null });
});
