import { expect, test } from "vitest";
import type { Origin } from "#core/invocation.ts";
import { observeDeliverer, observeDispatch } from "#operate/observe.ts";
import { currentRequest } from "#operate/request.ts";
import { openReal } from "../real.ts";
import { figureOf, makeObserver } from "./make.ts";

const origin: Origin = { platform: "slack", via: "command", workspace: "T1", channel: "C1", asker: "U1" };
const real = await openReal();

async function open() {
  const made = makeObserver();
  const dispatch = observeDispatch(real.dispatch, made.instruments);
  const say = (line: string) =>
    made.observer.request("slack", async () => {
      made.observer.acked();
      return dispatch.run(dispatch.read(line, origin));
    });
  return { ...made, dispatch, say };
}

test.each([
  ["case hugging-face", "case", "answered"],
  ["ask what does zorblax corporation pay its gardeners?", "ask", "not-known"],
  ["case nosuchcompanyatall", "case", "refused"],
])("%s is counted as %s, %s", async (line, command, outcome) => {
  const { say, metrics, entries } = await open();
  await say(line);
  expect(await figureOf(metrics, "casebook_request_duration_seconds_count", { command, outcome })).toBe(1);
  expect(await figureOf(metrics, "casebook_command_duration_seconds_count", { command, platform: "slack" })).toBe(1);
  expect(await figureOf(metrics, "casebook_not_known_total", { platform: "slack" })).toBe(
    outcome === "not-known" ? 1 : undefined,
  );
  expect(entries().at(-1)).toMatchObject({ msg: "answered", platform: "slack", via: "command", command, outcome });
});

test("every line of a request carries its id, and no other request's", async () => {
  const { say, entries } = await open();
  await Promise.all([say("case solana"), say("case openai"), say("glossary co-sell")]);
  const byRequest = Map.groupBy(entries(), ({ request }) => request);
  expect([...byRequest.keys()]).toHaveLength(3);
  for (const [id, lines] of byRequest) {
    expect(id).toMatch(/^[0-9a-f]{8}$/);
    expect(lines.map(({ msg }) => msg)).toEqual(["acked", "ran", "answered"]);
  }
  expect(currentRequest()).toBeUndefined();
});

test("a word that names no command is neither a label nor in the log", async () => {
  const { dispatch, observer, metrics, lines } = await open();
  const invocation = dispatch.read("case solana", origin);
  await observer.request("slack", () => dispatch.run({ ...invocation, command: "ourmergerwithacme" }));
  expect(await metrics.registry.metrics()).not.toContain("ourmerger");
  expect(lines.join("")).not.toContain("ourmerger");
  expect(await figureOf(metrics, "casebook_command_duration_seconds_count", { command: "unknown" })).toBe(1);
});

test("an ack that takes over a second is counted and warned of; a quick one is not", async () => {
  const { observer, metrics, entries } = await open();
  await observer.request("discord", async () => observer.acked());
  expect(await figureOf(metrics, "casebook_slow_acks_total")).toBeUndefined();
  await observer.request("discord", async () => {
    const until = performance.now() + 1010;
    while (performance.now() < until);
    observer.acked();
    observer.acked();
  });
  expect(await figureOf(metrics, "casebook_slow_acks_total", { platform: "discord" })).toBe(1);
  expect(await figureOf(metrics, "casebook_ack_duration_seconds_count", { platform: "discord" })).toBe(2);
  expect(entries().filter(({ level }) => level === 40)).toHaveLength(1);
});

test("a command that breaks and an answer that does not go out are counted apart", async () => {
  const { observer, instruments, metrics, entries } = await open();
  const { dispatch } = real;
  const broken = observeDispatch(
    {
      ...dispatch,
      run: async (invocation) => ({ ...(await dispatch.run(invocation)), ok: false, data: { error: "internal" } }),
    },
    instruments,
  );
  await observer.request("slack", async () => {
    await broken.run(dispatch.read("case solana", origin));
    observer.unanswered();
  });
  expect(await figureOf(metrics, "casebook_failures_total", { command: "case" })).toBe(1);
  expect(await figureOf(metrics, "casebook_unanswered_total", { platform: "slack" })).toBe(1);
  expect(entries().at(-1)).toMatchObject({ msg: "not answered", outcome: "failed" });
});

test("requests under way are counted, also when their work rejects", async () => {
  const { observer, metrics } = await open();
  const { promise, reject } = Promise.withResolvers<void>();
  const request = observer.request("slack", () => promise);
  expect(await figureOf(metrics, "casebook_requests_in_progress")).toBe(1);
  reject(new Error("no"));
  await expect(request).rejects.toThrow("no");
  expect(await figureOf(metrics, "casebook_requests_in_progress")).toBe(0);
});

test("deliveries are counted by outcome, waits by how long the platform asked for", async () => {
  const { observer, instruments, metrics } = await open();
  const results = [
    { kind: "sent", message: "1" } as const,
    { kind: "gone", reason: "closed" } as const,
    { kind: "sent", message: "2" } as const,
  ];
  const deliverer = observeDeliverer(
    {
      platform: "slack",
      post: async () => results.pop() ?? { kind: "unknown", reason: "" },
      find: async () => ({ kind: "absent" }),
    },
    instruments,
  );
  const { dispatch } = real;
  const reply = await dispatch.run(dispatch.read("case solana", origin));
  const delivery = { id: "d", platform: "slack", channel: "C1", due: 0, person: false, reply, attempts: 0, nextTry: 0 };
  for (let i = 0; i < 3; i++) await deliverer.post({ ...delivery, state: "waiting" });
  expect(await figureOf(metrics, "casebook_deliveries_total", { outcome: "sent" })).toBe(2);
  expect(await figureOf(metrics, "casebook_deliveries_total", { outcome: "gone" })).toBe(1);
  observer.toldToWait("discord", 1500);
  observer.toldToWait("discord", 500);
  expect(await figureOf(metrics, "casebook_rate_limit_waits_total", { platform: "discord" })).toBe(2);
  expect(await figureOf(metrics, "casebook_rate_limit_wait_seconds_total", { platform: "discord" })).toBe(2);
});
