import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { lazyStore, openStore } from "#store/open.ts";
import { startPostgres } from "./postgres.ts";

const unused = "no-folder-is-made";
let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => server.stop());

test("connections that PostgreSQL closes are reported and replaced, and the process goes on", async () => {
  const url = await server.database();
  const lost: string[] = [];
  const store = await openStore({ url, directory: unused, onLost: (error) => lost.push(error.message) });
  await store.keptLines.keep(new Map([["k1", "case openai"]]));
  const operator = new pg.Client(url);
  await operator.connect();
  await operator.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()",
  );
  await vi.waitFor(() => expect(lost).toContainEqual(expect.stringMatching(/terminating connection/)), 20_000);
  await operator.end();
  expect(await store.keptLines.find("k1")).toBe("case openai");
  await store.close();
});

test("a store that could not be opened is opened once its database is there", async () => {
  const url = await server.database();
  const later = lazyStore({ url: url.replace(/\w+$/, "later"), directory: unused });
  await expect(later.get()).rejects.toThrow(/3D000/);
  const operator = new pg.Client(url);
  await operator.connect();
  await operator.query("create database later");
  await operator.end();
  expect(await (await later.get()).keptLines.find("k1")).toBeUndefined();
  await later.close();
});
