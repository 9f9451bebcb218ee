import { afterEach, expect, test } from "vitest";
import { type Instruments, openInstruments, type Watched } from "../../src/instruments.ts";
import { readConfig } from "../../src/read-config.ts";
import { openReal } from "../real.ts";
import { writtenLog } from "./make.ts";

const real = await openReal();
let opened: Instruments | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

async function open(watched: () => Watched, environment: Record<string, string> = { METRICS_PORT: "0" }) {
  const read = readConfig(environment);
  if ("problems" in read) throw new Error(read.problems.join());
  opened = await openInstruments(read.config, writtenLog().log, watched());
  const base = `http://127.0.0.1:${opened.port}`;
  return async (path: string, init?: RequestInit) => {
    const response = await fetch(base + path, init);
    return { status: response.status, text: await response.text(), type: response.headers.get("content-type") ?? "" };
  };
}

const store = async () => ({ ping: async () => {} });
const adapter = (platform: string, connected = true) => ({
  ...{ platform, start: async () => {}, stop: async () => {} },
  connected: () => connected,
});

test("without METRICS_PORT nothing listens", async () => {
  await open(() => ({ store }), {});
  expect(opened?.port).toBeUndefined();
});

test("the process says that it lives before anything is loaded, and that it is not ready", async () => {
  const get = await open(() => ({ store }));
  expect(await get("/healthz")).toMatchObject({ status: 200 });
  const { status, text } = await get("/readyz");
  expect(status).toBe(503);
  expect(JSON.parse(text)).toEqual({
    ready: false,
    parts: { content: "not loaded yet", store: "ready", platforms: "not started yet" },
  });
});

test("it is ready when content, store and every platform are", async () => {
  const casebook = real;
  const get = await open(() => ({ casebook, store, adapters: [adapter("slack"), adapter("discord")] }));
  const { status, text } = await get("/readyz");
  expect(JSON.parse(text)).toEqual({
    ready: true,
    parts: { content: "ready", store: "ready", slack: "ready", discord: "ready" },
  });
  expect(status).toBe(200);
});

test("it names what is missing, without an address that an error brings along", async () => {
  const casebook = real;
  const away = () => Promise.reject(new Error("connect ECONNREFUSED postgres://bob:hunter2@db/casebook"));
  const get = await open(() => ({ casebook, store: away, adapters: [adapter("slack"), adapter("discord", false)] }));
  const { status, text } = await get("/readyz");
  expect(status).toBe(503);
  expect(JSON.parse(text).parts).toEqual({
    content: "ready",
    store: "cannot be reached",
    slack: "ready",
    discord: "not connected",
  });
});

test("a store that does not answer is not waited for", async () => {
  const casebook = real;
  const get = await open(() => ({ casebook, store: () => new Promise(() => {}), adapters: [] }));
  expect(JSON.parse((await get("/readyz")).text).parts.store).toBe("no answer within 2 s");
});

test("while it stops it is alive and not ready", async () => {
  const casebook = real;
  const get = await open(() => ({ casebook, store, adapters: [], stopping: true }));
  expect((await get("/healthz")).status).toBe(200);
  expect(JSON.parse((await get("/readyz")).text)).toMatchObject({ ready: false, parts: { process: "stopping" } });
});

test("Prometheus reads figures of the index and the process, every name beginning with casebook_", async () => {
  const casebook = real;
  const get = await open(() => ({ casebook, store, adapters: [] }));
  const { text, type } = await get("/metrics");
  expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
  const figures = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  expect(figures.filter((line) => !line.startsWith("casebook_"))).toEqual([]);
  const figure = (name: string) => Number(figures.find((line) => line.startsWith(`${name} `))?.split(" ")[1]);
  expect(figure("casebook_index_passages")).toBe(casebook.library().passages.length);
  expect(figure("casebook_index_entries")).toBe(casebook.library().entries.length);
  expect(figure("casebook_index_age_seconds")).toBeGreaterThan(0);
  expect(figure("casebook_content_problems")).toBe(0);
  expect(figure("casebook_answer_threads")).toBe(0);
  expect(figure("casebook_process_resident_memory_bytes")).toBeGreaterThan(1e6);
  expect(figure("casebook_nodejs_eventloop_lag_p99_seconds")).toBeGreaterThanOrEqual(0);
});

test("Prometheus reads what is ready, and what waits in the outbox; not a number where nobody can tell", async () => {
  const casebook = real;
  const backlog = async () => ({ waiting: 3, givenUp: 1, longestWait: 90_000 });
  let away = false;
  const read = async () => {
    if (away) throw new Error("away");
    return { ping: async () => {}, backlog };
  };
  const get = await open(() => ({ casebook, store: read, adapters: [adapter("slack", false)] }));
  const there = (await get("/metrics")).text;
  for (const line of [
    'casebook_ready{part="content"} 1',
    'casebook_ready{part="store"} 1',
    'casebook_ready{part="slack"} 0',
    "casebook_deliveries_waiting 3",
    "casebook_deliveries_given_up 1",
    "casebook_delivery_longest_wait_seconds 90",
  ])
    expect(there).toContain(`\n${line}\n`);
  away = true;
  const gone = (await get("/metrics")).text;
  expect(gone).toContain('casebook_ready{part="store"} 0');
  expect(gone).toContain("casebook_deliveries_waiting Nan");
});

test("counters of every platform that runs are 0 from the start, so that the first burst is an increase", async () => {
  const casebook = real;
  const get = await open(() => ({ casebook, store, adapters: [adapter("slack"), adapter("discord")] }));
  opened?.observeDispatch(casebook.dispatch);
  for (const platform of ["slack", "discord"])
    opened?.observeDeliverer({
      platform,
      post: async () => ({ kind: "unknown", reason: "" }),
      find: async () => ({ kind: "absent" }),
    });
  const lines = (await get("/metrics")).text.split("\n").filter((line) => /^casebook_\w+_total\{/.test(line));
  const own = lines.filter((line) => /platform="/.test(line));
  for (const platform of ["slack", "discord"]) {
    for (const name of ["unanswered", "slow_acks", "not_known", "rate_limit_waits", "rate_limit_wait_seconds"])
      expect(own).toContain(`casebook_${name}_total{platform="${platform}"} 0`);
    for (const command of [...casebook.dispatch.commands.map(({ name }) => name), "unknown"])
      expect(own).toContain(`casebook_failures_total{platform="${platform}",command="${command}"} 0`);
    expect(own).toContain(`casebook_deliveries_total{platform="${platform}",outcome="refused"} 0`);
  }
  expect(own.length).toBe(2 * (5 + casebook.dispatch.commands.length + 1 + 6));
});

test("other paths and other methods are refused", async () => {
  const get = await open(() => ({ store }));
  expect((await get("/")).status).toBe(404);
  expect((await get("/constructor")).status).toBe(404);
  expect((await get("/metrics", { method: "POST", body: "x" })).status).toBe(405);
});

test("a port that is taken ends in a sentence that names the setting", async () => {
  const get = await open(() => ({ store }));
  expect((await get("/healthz")).status).toBe(200);
  const read = readConfig({ METRICS_PORT: String(opened?.port) });
  if ("problems" in read) throw new Error(read.problems.join());
  await expect(openInstruments(read.config, writtenLog().log, { store })).rejects.toThrow(
    /^Nothing can listen on 127\.0\.0\.1:\d+ \(EADDRINUSE\): set another METRICS_PORT/,
  );
});
