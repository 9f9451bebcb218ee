import { webApi } from "@slack/bolt";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createOneByOne } from "#platforms/slack/one-by-one.ts";
import { createPost } from "#platforms/slack/post.ts";
import { createRespond } from "#platforms/slack/respond.ts";
import { createSeen } from "#platforms/slack/seen.ts";
import { memoryLines, memoryLog } from "./harness.ts";
import { makeReply } from "./make.ts";
import { type SlackServer, startSlackServer } from "./slack-server.ts";

let slack: SlackServer;
beforeEach(async () => {
  slack = await startSlackServer();
});
afterEach(() => slack.close());

const clientOf = () =>
  new webApi.WebClient("xoxb-test", {
    slackApiUrl: slack.apiUrl,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
  });
const postOf = () => createPost({ client: clientOf(), kept: memoryLines(), log: memoryLog() });

test("posts to one channel are a second apart and in order; other channels do not wait", async () => {
  const post = postOf();
  const titles = ["one", "two"];
  await Promise.all([
    ...titles.map((title) => post({ channel: "C1" }, makeReply({ title }))),
    post({ channel: "C2" }, makeReply({ title: "other" })),
  ]);
  const sent = slack.to("chat.postMessage");
  const to = (channel: string) => sent.filter(({ args }) => args.channel === channel);
  expect(to("C1").map(({ args }) => args.text)).toEqual(titles);
  expect(sent.map(({ args }) => args.text).indexOf("other")).toBeLessThan(2);
  expect((to("C1")[1]?.at ?? 0) - (to("C1")[0]?.at ?? 0)).toBeGreaterThanOrEqual(990);
});

test("a post gives the message's ts, carries metadata, and offers no Share", async () => {
  const ts = await postOf()({ channel: "C1", thread: "1.2" }, makeReply(), {
    metadata: { event_type: "digest", event_payload: { period: "2026-W47" } },
  });
  expect(ts).toMatch(/^\d+\.\d+$/);
  const [call] = slack.to("chat.postMessage");
  expect(call?.args).toMatchObject({
    thread_ts: "1.2",
    metadata: { event_type: "digest", event_payload: { period: "2026-W47" } },
  });
  expect(JSON.stringify(call?.args.blocks)).not.toContain("share:v1");
});

test("a post calls the one user group that it names, in blocks and in text, and nobody without one", async () => {
  const post = postOf();
  await post({ channel: "C1" }, makeReply({ title: "<!channel>" }), { ping: "S0123ABCD" });
  await post({ channel: "C2" }, makeReply({ title: "<!subteam^S0123ABCD>" }));
  const [calls, quiet] = slack.to("chat.postMessage").map(({ args }) => JSON.stringify([args.text, args.blocks]));
  expect(calls).toContain("<!subteam^S0123ABCD>");
  expect(calls).toContain('{"type":"usergroup","usergroup_id":"S0123ABCD"}');
  expect(calls).toContain("&lt;!channel&gt;");
  expect(quiet).not.toContain("usergroup_id");
  expect(quiet).toContain('["&lt;!subteam^S0123ABCD&gt;"');
});

test("a post that Slack refuses for good rejects with Slack's word, and does not hold up the next", async () => {
  slack.trouble("chat.postMessage", { body: { ok: false, error: "is_archived" } });
  const post = postOf();
  await expect(post({ channel: "C1" }, makeReply())).rejects.toThrow(/is_archived/);
  await expect(post({ channel: "C1" }, makeReply())).resolves.toMatch(/\./);
});

test("a wait longer than anyone has patience for is not waited", async () => {
  slack.trouble("chat.postMessage", { status: 429, headers: { "retry-after": "120" }, body: {} });
  await expect(postOf()({ channel: "C1" }, makeReply())).rejects.toThrow();
});

test("a response_url is used five times and for half an hour, no more", async () => {
  let now = 0;
  const respond = createRespond(slack.responseUrl(), () => now);
  for (let use = 0; use < 5; use++) expect(await respond({ text: "x" })).toBe("sent");
  expect(await respond({ text: "x" })).toBe("gone");
  expect(slack.to("response_url")).toHaveLength(5);
  const later = createRespond(slack.responseUrl(), () => now);
  now = 30 * 60_000;
  expect(await later({ text: "x" })).toBe("gone");
});

test("a response_url that answers with trouble says which", async () => {
  const outcome = async (...troubles: Parameters<SlackServer["trouble"]>[1][]) => {
    slack.trouble("response_url", ...troubles);
    return createRespond(slack.responseUrl())({ text: "x" });
  };
  expect(await outcome({ body: { ok: false, error: "invalid_blocks" } })).toBe("blocks");
  expect(await outcome({ status: 404, body: "used_url" })).toBe("gone");
  expect(await outcome({ status: 500 }, { status: 502 })).toBe("sent");
  expect(await outcome({ status: 429, headers: { "retry-after": "60" } })).toBe("unreachable");
  expect(await createRespond("http://127.0.0.1:9/x")({ text: "x" })).toBe("unreachable");
});

test("a delivery is taken once, however it is named, and forgotten after its time", () => {
  let now = 0;
  const seen = createSeen(() => now, 1000, 100);
  expect(seen.claim(["event-1", "C1:1.1"])).toBe(true);
  expect(seen.claim(["event-2", "C1:1.1"])).toBe(false);
  now = 999;
  expect(seen.claim(["event-1"])).toBe(false);
  now = 1001;
  expect(seen.claim(["event-1"])).toBe(true);
  for (let i = 0; i < 500; i++) seen.claim([`more-${i}`]);
  expect(seen.claim(["more-499"])).toBe(false);
  expect(seen.claim(["more-1"])).toBe(true);
});

test("turns of one name follow each other even when one fails", async () => {
  const oneByOne = createOneByOne(20);
  const order: string[] = [];
  const act = (name: string) => async () => {
    order.push(name);
    if (name === "b") throw new Error("b failed");
  };
  const turns = ["a", "b", "c"].map((name) => oneByOne("same", act(name)));
  await Promise.allSettled(turns);
  expect(order).toEqual(["a", "b", "c"]);
});
