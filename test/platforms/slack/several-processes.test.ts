import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { openStore } from "#store/open.ts";
import { openGate } from "../../faults/gate.ts";
import { startPostgres } from "../../store/postgres.ts";
import { until } from "../../until.ts";
import { inside, payload, startBot, stubDispatch } from "./harness.ts";
import { makeReply } from "./make.ts";
import { type SlackServer, startSlackServer } from "./slack-server.ts";
import { granted, newKey, organisation, startTenants, tokenOf } from "./tenants.ts";

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
}, 120_000);
afterAll(() => postgres?.stop());

test("what one process installs, another that shares PostgreSQL answers with, and forgets", async () => {
  const url = await postgres.database();
  const stores = [await openStore({ url, directory: "" }), await openStore({ url, directory: "" })] as const;
  const slack = await startSlackServer();
  const key = newKey();
  const one = await startTenants({ slack, store: stores[0], key });
  const other = await startTenants({ slack, store: stores[1], key });
  for (const answer of [granted("ACME"), organisation("GRID")]) {
    slack.trouble("oauth.v2.access", { body: answer });
    expect((await one.install("code")).status).toBe(200);
  }
  await other.mention("TACME", "Ev-1");
  await other.mention("TLEFT", "Ev-2", { enterprise: "EGRID", bot: "UBOTGRID" });
  const posts = await until(() => slack.to("chat.postMessage").length === 2 && slack.to("chat.postMessage"));
  expect(new Map(posts.map(({ args, token }) => [args.channel, token]))).toEqual(
    new Map([
      ["CTACME", tokenOf("ACME")],
      ["CTLEFT", tokenOf("GRID")],
    ]),
  );
  await one.adapter.post("TLEFT", { channel: "CX" }, makeReply());
  expect(slack.to("chat.postMessage").at(-1)?.token).toBe(tokenOf("GRID"));
  const kept = await stores[0].installations.all();
  expect(kept.map(({ id }) => id)).toEqual(["EGRID", "TACME"]);
  expect(JSON.stringify(kept)).not.toContain("xoxb");
  await other.send(
    payload("app_uninstalled", (body) => {
      Object.assign(body, { team_id: "TACME", event_time: Math.ceil(Date.now() / 1000) });
      inside(body, "authorizations", "0").team_id = "TACME";
    }),
  );
  await until(() => other.removed.includes("TACME"));
  await expect(one.adapter.post("TACME", { channel: "CX" }, makeReply())).rejects.toThrow(/not installed/);
  await Promise.all([one.stop(), other.stop()]);
  await Promise.all([...stores.map((store) => store.close()), slack.close()]);
});

const echo = stubDispatch((line) => makeReply({ title: line }));

/** Two bots with one token, each with a store of its own on one database. */
async function startTwo(url: string, other = url) {
  const slack = await startSlackServer();
  const stores = [await openStore({ url, directory: "" }), await openStore({ url: other, directory: "" })] as const;
  const start = ({ claims }: (typeof stores)[number]) => startBot({ slack, dispatch: echo, parts: { claims } });
  const [one, two] = [await start(stores[0]), await start(stores[1])];
  onTestFinished(async () => {
    await Promise.all([one.adapter.stop(), two.adapter.stop()]);
    await Promise.all([...stores.map((store) => store.close()), slack.close()]);
  });
  return { slack, one, two, store: stores[1] };
}

const said = (n: number) =>
  payload("app_mention", (body) => {
    body.event_id = `EvN${n}`;
    // A channel each: posts to one are a second apart.
    Object.assign(inside(body, "event"), { text: "<@U0BOT00001> case acme", ts: `17.${n}`, channel: `C${n}` });
  });

const answered = (slack: SlackServer) => slack.to("chat.postMessage").map(({ args }) => String(args.channel));

test("an event that Slack brings to two processes is answered once, also when both get it at the same moment", async () => {
  const { slack, one, two } = await startTwo(await postgres.database());
  const retry = { headers: { "x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout" } };
  expect((await one.deliver(said(0))).status).toBe(200);
  await until(() => answered(slack).includes("C0"));
  expect((await two.deliver(said(0), retry)).status).toBe(200);
  // The same message as another event, as Slack tells of a mention and of a message.
  expect((await two.deliver({ ...said(0), event_id: "EvOTHER" })).status).toBe(200);

  const at = Date.now();
  const moments = Array.from({ length: 25 }, (_, i) => i + 1);
  await Promise.all(moments.flatMap((n) => [one, two].map((bot) => bot.deliver(said(n), { at }))));
  await until(() => new Set(answered(slack)).size === 26);
  await sleep(300);
  expect(answered(slack)).toHaveLength(26);
  expect([...one.log.written, ...two.log.written].join("\n")).not.toMatch(/could not be looked up/);
});

test.each(["refused", "silent"] as const)(
  "while the shared memory is %s an event is answered all the same, once by each process that gets it",
  async (way) => {
    const url = await postgres.database();
    const gate = await openGate(Number(new URL(url).port));
    onTestFinished(gate.close);
    const { slack, one, two, store } = await startTwo(url, url.replace(/:\d+\//, `:${gate.port}/`));
    await two.deliver(said(1));
    await until(() => answered(slack).length === 1);
    gate.turn(way);
    for (const _ of ["first", "again"]) await two.deliver(said(2));
    await until(() => answered(slack).includes("C2"));
    expect(two.log.written.join("\n")).toMatch(/could not be looked up/);
    gate.turn("open");
    await vi.waitFor(store.ping, 20_000);
    await two.deliver(said(3));
    await until(() => answered(slack).includes("C3"));
    await one.deliver(said(3));
    await sleep(300);
    expect(answered(slack).sort()).toEqual(["C1", "C2", "C3"]);
  },
);
