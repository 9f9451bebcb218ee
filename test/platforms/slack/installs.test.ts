import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Delivery } from "#core/outbox.ts";
import { createSeal, readSealKeys } from "#core/seal.ts";
import type { Store } from "#core/store.ts";
import { keptInstallations } from "#platforms/slack/installs/kept.ts";
import { openStore } from "#store/open.ts";
import { until } from "../../until.ts";
import { inside, payload } from "./harness.ts";
import { makeReply } from "./make.ts";
import { type SlackServer, startSlackServer } from "./slack-server.ts";
import { granted, newKey, organisation, startTenants, tokenOf } from "./tenants.ts";

let slack: SlackServer;
let store: Store;
let directory: string;
let bot: Awaited<ReturnType<typeof startTenants>>;
const key = newKey();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "casebook-installs-"));
  store = await openStore({ directory });
  slack = await startSlackServer();
  bot = await startTenants({ slack, store, key });
});
afterEach(() => {
  slack.calls.length = 0;
});
afterAll(async () => {
  await bot?.stop();
  await store?.close();
  await slack?.close();
});

const grant = (answer: object) => slack.trouble("oauth.v2.access", { body: answer });
const posts = () => slack.to("chat.postMessage");
const newest = (name: string) => store.installations.find(name);
const onDisk = async () => {
  const files = (await readdir(directory)).map((file) => readFile(join(directory, file), "latin1"));
  return (await Promise.all(files)).join("");
};

const delivery = (workspace: string, id: string): Delivery => ({
  ...{ id, platform: "slack", workspace, channel: `C${workspace}`, due: 0, person: false },
  ...{ attempts: 0, nextTry: 0, reply: makeReply({ title: `Digest of ${workspace}` }) },
  state: "waiting",
});

const uninstalled = (team: string, more: Record<string, unknown> = {}) =>
  payload("app_uninstalled", (body) => {
    Object.assign(body, { team_id: team, context_team_id: team, event_time: Math.ceil(Date.now() / 1000) }, more);
    Object.assign(inside(body, "authorizations", "0"), { team_id: team });
  });

test("a workspace is installed through its browser, answered with its own token, and forgotten when it removes the app", async () => {
  grant(granted("ACME"));
  const { begun, page, href, cookie, status, done, headers } = await bot.install("code-1");
  expect(begun.status).toBe(200);
  expect(`${href.origin}${href.pathname}`).toBe("https://slack.com/oauth/v2/authorize");
  expect(href.searchParams.get("scope")?.split(",")).toContain("app_mentions:read");
  expect(cookie).toMatch(/^__Host-casebook-install=[^;]+; Secure; HttpOnly; Path=\/; Max-Age=600$/);
  expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(headers.get("content-security-policy")).toMatch(/default-src 'none'/);
  expect(done).toContain("ready in The &#60;b&#62;ACME&#60;/b&#62; team");
  for (const one of [page, done]) expect(one).not.toMatch(/<(img|script|link|iframe)\b|src=|url\(/i);
  expect(slack.to("oauth.v2.access")[0]?.args).toMatchObject({ code: "code-1", client_secret: "the-client-secret" });

  expect(await newest("TACME")).toMatch(/^1\.[0-9a-f]{8}\./);
  const bytes = await onDisk();
  expect(bytes).toContain("TACME");
  for (const secret of [tokenOf("ACME"), "xoxb-", "the-client-secret"]) expect(bytes).not.toContain(secret);

  expect((await bot.command("TACME", { text: "acme" })).status).toBe(200);
  const answer = await until(() => slack.to("response_url")[0]);
  expect(answer.args.text).toMatch(/You asked: casebook acme/);
  await bot.mention("TACME", "Ev-acme");
  expect(await until(() => posts()[0])).toMatchObject({ token: tokenOf("ACME"), args: { channel: "CTACME" } });

  expect((await bot.send(uninstalled("TACME"))).status).toBe(200);
  await until(() => bot.removed.includes("TACME"));
  expect(await newest("TACME")).toBeUndefined();
  slack.calls.length = 0;
  expect((await bot.command("TACME")).status).toBe(200);
  const told = await until(() => slack.to("response_url")[0]);
  expect(told.args).toMatchObject({ response_type: "ephemeral", text: expect.stringMatching(/not installed/) });
  expect(bot.log.written.join("\n")).toMatch(/asked from a workspace where the app is not installed/);
  expect(bot.log.written.join("\n")).not.toMatch(/xoxb-|client-secret|code-1/);
});

test("an install without our cookie, with another's state, without a code, or that was cancelled is refused in words", async () => {
  const { state, cookie } = await bot.install("unused");
  slack.calls.length = 0;
  const visit = async (query: Record<string, string>, sent = "") => {
    const response = await fetch(`${bot.base}/slack/oauth_redirect?${new URLSearchParams(query)}`, {
      headers: { cookie: sent },
    });
    return { status: response.status, page: await response.text() };
  };
  const ours = cookie.split(";")[0] ?? "";
  const forged = `${state.slice(0, -6)}abcdef`;
  expect(await visit({ code: "stolen", state })).toMatchObject({ status: 400 });
  expect(await visit({ code: "stolen", state }, "__Host-casebook-install=other")).toMatchObject({ status: 400 });
  expect(await visit({ code: "stolen", state: forged }, `__Host-casebook-install=${forged}`)).toMatchObject({
    status: 400,
  });
  expect(await visit({ code: "stolen" }, ours)).toMatchObject({ status: 400 });
  expect(await visit({ state }, ours)).toMatchObject({ status: 400 });
  const cancelled = await visit({ error: "access_denied", state }, ours);
  expect([cancelled.status, cancelled.page]).toEqual([200, expect.stringContaining("nothing was changed")]);
  expect(slack.to("oauth.v2.access")).toEqual([]);
  // Anybody can bring these about: no operator is called for them.
  expect(bot.log.errors).toEqual([]);
  grant({ ok: false, error: "invalid_code" });
  const refused = await bot.install("<script>alert(1)</script>");
  expect([refused.status, refused.done]).toEqual([502, expect.stringContaining("/slack/install")]);
  expect(refused.done).not.toContain("<script>");
});

test("an install that Slack does not answer ends in a page that says so", { timeout: 30_000 }, async () => {
  slack.trouble("oauth.v2.access", { delay: 20_000 }, { delay: 20_000 });
  const { status, done } = await bot.install("code-silent");
  expect([status, done]).toEqual([502, expect.stringContaining("Slack did not complete it")]);
  expect(slack.to("oauth.v2.access")).toHaveLength(2);
});

test("two workspaces never mix: mentions, unasked posts and digests each go with their own token", async () => {
  for (const name of ["ONE", "TWO"]) {
    grant(granted(name));
    await bot.install(`code-${name}`);
  }
  await Promise.all(["TONE", "TTWO", "TONE"].map((team, i) => bot.mention(team, `Ev-mix-${i}`)));
  await until(() => posts().length === 3);
  await bot.adapter.post("TTWO", { channel: "CTTWO" }, makeReply());
  expect(await bot.deliverer.post(delivery("TTWO", "d-2"))).toMatchObject({ kind: "sent" });
  expect(await bot.deliverer.post(delivery("TONE", "d-1"))).toMatchObject({ kind: "sent" });
  const pairs = posts().map(({ args, token }) => `${args.channel} ${token}`);
  expect(new Set(pairs)).toEqual(new Set([`CTONE ${tokenOf("ONE")}`, `CTTWO ${tokenOf("TWO")}`]));
  expect(pairs).toHaveLength(6);
  await expect(bot.adapter.post("TNOBODY", { channel: "C1" }, makeReply())).rejects.toThrow(/not installed/);
  expect(await bot.deliverer.post(delivery("TNOBODY", "d-3"))).toMatchObject({ kind: "gone" });
  slack.trouble("chat.postMessage", { body: { ok: false, error: "token_revoked" } });
  expect(await bot.deliverer.post(delivery("TONE", "d-4"))).toMatchObject({ kind: "gone" });
  slack.trouble("chat.postMessage", { body: { ok: false, error: "invalid_auth" } });
  expect(await bot.deliverer.post(delivery("TONE", "d-5"))).toMatchObject({ kind: "wait" });
  expect(await bot.deliverer.post(delivery("TTWO", "d-6"))).toMatchObject({ kind: "sent" });
});

test("an organisation's install serves each of its workspaces, for digests too, until the organisation removes it", async () => {
  grant(organisation("GRID"));
  expect((await bot.install("code-grid")).done).toContain("ready in GRID");
  const of = { enterprise: "EGRID", bot: "UBOTGRID" };
  await bot.mention("TLEFT", "Ev-left", of);
  await bot.mention("TRIGHT", "Ev-right", of);
  await until(() => posts().length === 2);
  expect(await bot.deliverer.post(delivery("TLEFT", "d-left"))).toMatchObject({ kind: "sent" });
  expect(await bot.deliverer.post(delivery("TOTHER", "d-other"))).toMatchObject({ kind: "gone" });
  expect(posts().map(({ args, token }) => [args.channel, args.team_id, token])).toEqual(
    expect.arrayContaining([
      ["CTLEFT", "TLEFT", tokenOf("GRID")],
      ["CTRIGHT", "TRIGHT", tokenOf("GRID")],
    ]),
  );
  const wide = uninstalled("TLEFT", { enterprise_id: "EGRID", is_enterprise_install: true });
  wide.authorizations = [{ enterprise_id: "EGRID", team_id: null, user_id: "U1", is_enterprise_install: true }];
  await bot.send(wide);
  await until(() => bot.removed.includes("TRIGHT"));
  expect(bot.removed).toEqual(expect.arrayContaining(["EGRID", "TLEFT", "TRIGHT"]));
  expect(await bot.deliverer.post(delivery("TLEFT", "d-left-2"))).toMatchObject({ kind: "gone" });

  grant(organisation("GRID"));
  bot.installed.length = 0;
  await bot.install("code-grid-again");
  await bot.mention("TLEFT", "Ev-left-again", of);
  await until(() => bot.installed.includes("TLEFT"));
  expect(await bot.deliverer.post(delivery("TLEFT", "d-left-3"))).toMatchObject({ kind: "sent" });
});

test("a workspace that its organisation takes the app from is forgotten alone, until the app is let in again", async () => {
  grant(organisation("LIMIT"));
  await bot.install("code-limit");
  const of = { enterprise: "ELIMIT", bot: "UBOTLIMIT" };
  for (const team of ["TIN", "TOUT"]) await bot.mention(team, `Ev-limit-${team}`, of);
  await until(() => posts().length === 2);
  // One of them has an install of its own besides.
  grant(granted("OWN"));
  await bot.install("code-own");
  await bot.mention("TOWN", "Ev-limit-own", of);
  await until(() => posts().length === 3);
  const access = (type: string, more: Record<string, unknown> = {}) =>
    payload("app_uninstalled", (body) => {
      Object.assign(body, { team_id: "TOUT", enterprise_id: "ELIMIT", event_id: `Ev-${type}` }, more);
      // As Slack's reference shows it: the workspace's token is none of the organisation's.
      body.authorizations = [{ enterprise_id: "ELIMIT", team_id: "TOUT", is_bot: false, is_enterprise_install: false }];
      body.event = { type, team_ids: ["TOUT", "TOWN"], event_ts: "1767225600.000100" };
    });
  for (const changes of [bot.installed, bot.removed]) changes.length = 0;
  expect((await bot.send(access("team_access_revoked"))).status).toBe(200);
  await until(() => bot.removed.length > 0);
  expect(bot.removed).toEqual(["TOUT"]);
  expect(await bot.deliverer.post(delivery("TOUT", "d-out"))).toMatchObject({ kind: "gone" });
  expect(await bot.deliverer.post(delivery("TIN", "d-in"))).toMatchObject({ kind: "sent" });
  expect(await bot.deliverer.post(delivery("TOWN", "d-own"))).toMatchObject({ kind: "sent" });
  expect(
    posts()
      .slice(-2)
      .map(({ token }) => token),
  ).toEqual([tokenOf("LIMIT"), tokenOf("OWN")]);
  expect(bot.installed).toEqual([]);

  expect((await bot.send(access("team_access_granted"))).status).toBe(200);
  await until(() => bot.installed.includes("TOUT"));
  expect(await bot.deliverer.post(delivery("TOUT", "d-out-2"))).toMatchObject({ kind: "sent" });
  // An organisation that never installed it lets it in nowhere.
  const strange = { authorizations: [{ enterprise_id: "ESTRANGE", team_id: null }], event_id: "Ev-strange" };
  const before = bot.installed.length;
  expect((await bot.send({ ...access("team_access_granted"), ...strange })).status).toBe(200);
  await sleep(100);
  expect(bot.installed).toHaveLength(before);
});

test("a token that runs out is renewed once, however many ask, and the new one is kept", async () => {
  grant(granted("ROLL", { expires_in: 60, refresh_token: "xoxe-1-first" }));
  await bot.install("code-roll");
  slack.calls.length = 0;
  const renewed = { expires_in: 43_200, refresh_token: "xoxe-1-second", access_token: "xoxe.xoxb-1-renewed" };
  slack.trouble("oauth.v2.access", { body: granted("ROLL", renewed), delay: 150 });
  await Promise.all([1, 2, 3].map((i) => bot.mention("TROLL", `Ev-roll-${i}`)));
  await until(() => posts().length === 3);
  expect(slack.to("oauth.v2.access").map(({ args }) => [args.grant_type, args.refresh_token])).toEqual([
    ["refresh_token", "xoxe-1-first"],
  ]);
  expect(new Set(posts().map(({ token }) => token))).toEqual(new Set(["xoxe.xoxb-1-renewed"]));
  expect(await bot.deliverer.post(delivery("TROLL", "d-roll"))).toMatchObject({ kind: "sent" });
  expect(posts().at(-1)?.token).toBe("xoxe.xoxb-1-renewed");
  expect(slack.to("oauth.v2.access")).toHaveLength(1);
  expect(await onDisk()).not.toMatch(/xoxe/);
});

test("where the renewal fails, the token at hand serves while it lasts", async () => {
  grant(granted("KEEP", { expires_in: 600, refresh_token: "xoxe-1-keep" }));
  await bot.install("code-keep");
  slack.trouble("oauth.v2.access", { body: { ok: false, error: "invalid_refresh_token" } });
  await bot.mention("TKEEP", "Ev-keep");
  expect((await until(() => posts()[0])).token).toBe(tokenOf("KEEP"));
});

test("a token that is over while another process renews it is read again from the store", async () => {
  grant(granted("RACE", { expires_in: 0, refresh_token: "xoxe-1-race" }));
  await bot.install("code-race");
  slack.trouble("oauth.v2.access", { body: { ok: false, error: "invalid_refresh_token" }, delay: 300 });
  const delivered = bot.mention("TRACE", "Ev-race");
  await until(() => slack.to("oauth.v2.access").length === 2);
  const kept = keptInstallations({ installations: store.installations, seal: createSeal(readSealKeys(key) ?? []) });
  const query = { teamId: "TRACE", enterpriseId: undefined, isEnterpriseInstall: false };
  const { bot: was, ...rest } = await kept.fetchInstallation(query);
  if (!was) throw new Error("no bot is kept");
  const later = Math.floor(Date.now() / 1000) + 43_200;
  await kept.storeInstallation({ ...rest, bot: { ...was, token: "xoxb-of-the-other-process", expiresAt: later } });
  await delivered;
  expect((await until(() => posts()[0])).token).toBe("xoxb-of-the-other-process");
  await store.installations.remove("TRACE", Date.now() + 1000);
  await kept.storeInstallation({ ...rest, bot: was });
  expect(await newest("TRACE")).toBeUndefined();
});

test("while the store is away a delivery is refused, so that Slack brings it again, and nothing is lost", async () => {
  grant(granted("AWAY"));
  await bot.install("code-away");
  const { find } = store.installations;
  store.installations.find = () => Promise.reject(new Error("the store is away"));
  expect((await bot.mention("TAWAY", "Ev-away")).status).toBe(503);
  expect(await bot.deliverer.post(delivery("TAWAY", "d-away"))).toMatchObject({ kind: "wait" });
  store.installations.find = find;
  expect((await bot.mention("TAWAY", "Ev-away")).status).toBe(200);
  expect((await until(() => posts()[0])).token).toBe(tokenOf("AWAY"));
});

test("word of a removal that comes after a new install takes nothing away; revoked tokens of people do not either", async () => {
  grant(granted("BACK"));
  await bot.install("code-back");
  const before = bot.removed.length;
  await bot.send(uninstalled("TBACK", { event_time: Math.floor(Date.now() / 1000) - 60 }));
  const revoked = (tokens: object) =>
    payload("tokens_revoked", (body) => {
      Object.assign(body, { team_id: "TBACK", event_time: Math.ceil(Date.now() / 1000) });
      inside(body, "authorizations", "0").team_id = "TBACK";
      inside(body, "event").tokens = tokens;
    });
  await bot.send(revoked({ oauth: ["U0USER001"] }));
  await sleep(100);
  expect(await newest("TBACK")).toBeDefined();
  expect(bot.removed).toHaveLength(before);
  await bot.send(revoked({ oauth: [], bot: ["UBOTBACK"] }));
  await until(() => bot.removed.includes("TBACK"));
  expect(await newest("TBACK")).toBeUndefined();
});

test("only the workspaces and organisations that are named may install it; another's token is given back", async () => {
  const choosy = await startTenants({ slack, store, key, allowed: ["TOURS", "EOURS"] });
  onTestFinished(choosy.stop);
  for (const answer of [granted("OURS"), organisation("OURS"), granted("SUB", { enterprise: { id: "EOURS" } })]) {
    grant(answer);
    expect((await choosy.install("code-ours")).status).toBe(200);
  }
  expect(slack.to("auth.revoke")).toEqual([]);
  grant(granted("THEIRS"));
  const refused = await choosy.install("code-theirs");
  expect([refused.status, refused.done]).toEqual([403, expect.stringContaining("has not opened it to your workspace")]);
  expect(slack.to("auth.revoke").map(({ token }) => token)).toEqual([tokenOf("THEIRS")]);
  expect((await store.installations.all()).map(({ id }) => id)).toEqual(
    expect.arrayContaining(["TOURS", "EOURS", "TSUB"]),
  );
  expect(await newest("TTHEIRS")).toBeUndefined();
});

test("after a new key is put first, a start seals all anew, and the former key may go", async () => {
  grant(granted("KEYS"));
  await bot.install("code-keys");
  const sealed = await newest("TKEYS");
  await bot.stop();
  const fresh = newKey();
  bot = await startTenants({ slack, store, key: `${fresh},${key}` });
  expect(await newest("TKEYS")).not.toBe(sealed);
  expect(bot.log.written.join("\n")).toMatch(/under the first INSTALLATION_KEY now/);
  await bot.stop();
  bot = await startTenants({ slack, store, key: fresh });
  await bot.mention("TKEYS", "Ev-keys");
  expect((await until(() => posts()[0])).token).toBe(tokenOf("KEYS"));

  await bot.stop();
  bot = await startTenants({ slack, store, key: newKey() });
  expect(bot.log.written.join("\n")).toMatch(/no INSTALLATION_KEY opens these installations/);
  expect((await bot.mention("TKEYS", "Ev-lost")).status).toBe(200);
  expect(await bot.deliverer.post(delivery("TKEYS", "d-lost"))).toMatchObject({ kind: "wait" });
  expect((await bot.command("TNOBODY")).status).toBe(200);
});
