import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "#store/open.ts";

const run = (args: readonly string[], environment: Record<string, string>) =>
  spawnSync(process.execPath, ["src/backup.ts", ...args], {
    env: { PATH: process.env.PATH ?? "", ...environment },
    encoding: "utf8",
  });

test("a copy made while the store is in use holds all that was written, and opens as a store", async () => {
  const directory = await mkdtemp(join(tmpdir(), "casebook-backup-"));
  const copy = await mkdtemp(join(tmpdir(), "casebook-copy-"));
  const store = await openStore({ directory });
  for (let i = 0; i < 200; i++) await store.keptLines.keep(new Map([[`k${i}`, `line ${i}`]]));
  const file = join(copy, "casebook.sqlite");
  const said = execFileSync(process.execPath, ["src/backup.ts", file], {
    env: { PATH: process.env.PATH ?? "", DATA_DIR: directory },
    encoding: "utf8",
  });
  expect(said.trim()).toBe(file);
  await store.keptLines.keep(new Map([["later", "after the copy"]]));
  await store.close();
  const restored = await openStore({ directory: copy });
  expect(await restored.keptLines.find("k199")).toBe("line 199");
  expect(await restored.keptLines.find("later")).toBeUndefined();
  await restored.close();
});

test("without a database, over another file, or with PostgreSQL it says what to do and writes nothing", async () => {
  const directory = await mkdtemp(join(tmpdir(), "casebook-backup-"));
  expect(run([], { DATA_DIR: directory })).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/nothing to back up/),
  });
  await (await openStore({ directory })).close();
  const over = join(directory, "casebook.sqlite");
  expect(run([over], { DATA_DIR: directory })).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/there already/),
  });
  const shared = run([], { DATABASE_URL: "postgres://a:secret@127.0.0.1/x" });
  expect(shared).toMatchObject({ status: 2, stderr: expect.stringMatching(/pg_dump/) });
  expect(shared.stderr).not.toContain("secret");
});
