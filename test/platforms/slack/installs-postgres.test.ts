import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "#store/open.ts";
import { startPostgres } from "../../store/postgres.ts";
import { payload } from "./harness.ts";
import { makeReply } from "./make.ts";
import { startSlackServer, until } from "./slack-server.ts";
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
      body.authorizations[0].team_id = "TACME";
    }),
  );
  await until(() => other.removed.includes("TACME"));
  await expect(one.adapter.post("TACME", { channel: "CX" }, makeReply())).rejects.toThrow(/not installed/);
  await Promise.all([one.stop(), other.stop()]);
  await Promise.all([...stores.map((store) => store.close()), slack.close()]);
});
