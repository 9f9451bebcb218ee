import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { limitDispatch } from "#core/limits.ts";
import { Unreachable } from "#core/unreachable.ts";
import { bossQueue } from "#store/boss-queue.ts";
import { inspectStore } from "#store/inspect.ts";
import { openStore } from "#store/open.ts";
import { openCasebook } from "../../src/open.ts";
import { cacheDirectory } from "../cache.ts";
import { openGate } from "../faults/gate.ts";
import { startPostgres } from "./postgres.ts";

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
}, 120_000);
afterAll(() => postgres?.stop());

const patient = { timeout: 60_000 };

/** Takes connections and, at most, the login; then it says nothing more. */
async function startMute({ login }: { login: boolean }): Promise<string> {
  const sockets = new Set<Socket>();
  const ready = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => {}).resume());
    if (login) socket.once("data", () => socket.write(ready));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `postgres://casebook:casebook@127.0.0.1:${(server.address() as AddressInfo).port}/casebook`;
}

/** A database behind a gate, and the gate. */
async function openBehindGate() {
  const url = await postgres.database();
  const gate = await openGate(Number(new URL(url).port));
  onTestFinished(gate.close);
  return { gate, url: url.replace(/:\d+\//, `:${gate.port}/`) };
}

test(
  "a PostgreSQL that takes connections and never answers is given up in seconds, by whoever asks it",
  patient,
  async () => {
    const [mute, loggedIn] = [await startMute({ login: false }), await startMute({ login: true })];
    const directory = "no-folder-is-made";
    await Promise.all([
      expect(openStore({ url: mute, directory })).rejects.toThrow(Unreachable),
      expect(openStore({ url: loggedIn, directory, queryPatience: 1000 })).rejects.toThrow(Unreachable),
      expect(bossQueue({ url: mute, onError: () => {} })).rejects.toThrow(/timeout/),
      expect(inspectStore({ url: mute, directory })).rejects.toThrow(/timeout/),
      expect(inspectStore({ url: loggedIn, directory })).rejects.toThrow(/timeout/),
    ]);
  },
);

test(
  "a query that PostgreSQL never answers ends, and so does its transaction; its connection is used for nothing more",
  patient,
  async () => {
    const { gate, url } = await openBehindGate();
    const store = await openStore({ url, directory: "", queryPatience: 1000 });
    onTestFinished(() => store.close());
    await store.keptLines.keep(new Map([["k1", "case openai"]]));
    const horizons = { talks: 0, claims: 0, scorecards: 0, rest: 0 };
    gate.turn("silent");
    await expect(store.retention.purge(horizons)).rejects.toThrow(/timeout/);
    gate.heal();
    // The first would wait for the same dead connection, had it gone back.
    expect(await store.keptLines.find("k1")).toBe("case openai");
    expect(await store.retention.purge(horizons)).toBe(0);
    // What PostgreSQL itself refuses costs no connection.
    await expect(store.keptLines.find("\0")).rejects.toThrow(/invalid byte sequence/);
    expect(await store.keptLines.find("k1")).toBe("case openai");
  },
);

test("a command that needs a PostgreSQL that went silent is answered within its limit", patient, async () => {
  const { gate, url } = await openBehindGate();
  const store = await openStore({ url, directory: "", queryPatience: 5000 });
  onTestFinished(() => store.close());
  const casebook = await openCasebook(
    { CONTENT_DIR: "content", CACHE_DIR: cacheDirectory },
    { follow: false, store: async () => store },
  );
  if ("problems" in casebook) throw new Error("the content does not load");
  onTestFinished(() => casebook.close());
  const { read, run } = limitDispatch(casebook.dispatch, { perPerson: 100, perWorkspace: 100, patience: 2500 });
  const origin = { platform: "slack", via: "command", workspace: "T1", channel: "C1", asker: "U1" } as const;
  const say = (line: string) => run(read(line, origin));
  expect(await say("gaps file which zebra barks loudest?")).toMatchObject({ ok: true });
  gate.turn("silent");
  const [filed, answered] = await Promise.all([say("gaps file which zebra sings?"), say("case openai")]);
  expect(filed).toMatchObject({ ok: false, data: { error: "slow" } });
  expect(answered).toMatchObject({ ok: true });
  gate.heal();
  await expect.poll(async () => (await say("gaps file which zebra sings?")).ok, { timeout: 30_000 }).toBe(true);
});
