import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, expect, test } from "vitest";
import { backupSqlite } from "#store/backup.ts";
import { inspectInstallations, inspectStore } from "#store/inspect.ts";
import { openStore } from "#store/open.ts";

const folder = () => mkdtemp(join(tmpdir(), "casebook-inspect-"));
const fileIn = (directory: string) => join(directory, "casebook.sqlite");
/** The folder's files, and every byte of the database. */
const stateOf = async (directory: string) => [await readdir(directory), await readFile(fileIn(directory), "hex")];

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function stopped(): Promise<string> {
  const directory = await folder();
  const store = await openStore({ directory });
  await store.installations.keep("T1", "sealed", 1);
  await store.close();
  return directory;
}

async function restored(): Promise<string> {
  const directory = await folder();
  backupSqlite(fileIn(await stopped()), fileIn(directory));
  return directory;
}

async function running(): Promise<string> {
  const directory = await folder();
  const store = await openStore({ directory });
  cleanups.push(() => store.close());
  await store.installations.keep("T1", "sealed", 1);
  return directory;
}

test.each([
  ["that nobody has open", stopped],
  ["restored from a backup", restored],
  ["of a running bot", running],
])("looking at a database %s changes no byte of it and leaves nothing beside it", async (_, make) => {
  const directory = await make();
  const before = await stateOf(directory);
  expect(await inspectStore({ directory })).toMatchObject({ kind: "present", waiting: [], integrity: "ok" });
  expect(await inspectInstallations({ directory })).toEqual([{ id: "T1", sealed: "sealed" }]);
  expect(await stateOf(directory)).toEqual(before);
});

test("what was written last is seen, too, while it stands in the log beside the file", async () => {
  const directory = await stopped();
  const writer = new DatabaseSync(fileIn(directory));
  cleanups.push(async () => writer.close());
  writer.exec("update installations set sealed = 'newer'");
  expect(await inspectInstallations({ directory })).toEqual([{ id: "T1", sealed: "newer" }]);
});
