import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "#store/open.ts";
import { makeReply } from "../platforms/slack/make.ts";

const now = 1_800_000_000_000;
const post = (id: string) => ({ id, platform: "slack", channel: "C1", due: 1, person: false, reply: makeReply() });

async function open(between?: (database: DatabaseSync) => void) {
  const directory = await mkdtemp(join(tmpdir(), "casebook-posts-"));
  const first = await openStore({ directory });
  await first.outbox.add(post("kept"), now);
  await first.close();
  const database = new DatabaseSync(join(directory, "casebook.sqlite"));
  between?.(database);
  database.close();
  const store = await openStore({ directory });
  onTestFinished(() => store.close());
  return store;
}

test("a reply that could not be read again is not written", async () => {
  const store = await open();
  const reply = makeReply({ parts: [{ kind: "buttons", buttons: [] }] });
  await expect(store.outbox.add({ ...post("bad"), reply }, now)).rejects.toThrow(/not kept/);
  expect(await store.outbox.find("bad")).toBeUndefined();
});

test.each(["{}", "no JSON"])(
  "a kept reply that cannot be read any more (%s) leaves the others readable",
  async (kept) => {
    const store = await open((database) => database.exec(`update deliveries set reply = '${kept}'`));
    await store.outbox.add(post("other"), now);
    const history = await store.outbox.history({ platform: "slack", channel: "C1" }, 10);
    expect(history.map(({ id, unreadable }) => [id, unreadable ?? false])).toEqual([
      ["kept", true],
      ["other", false],
    ]);
    expect(await store.outbox.claim("kept", now, 1000)).toMatchObject({ unreadable: true });
  },
);

test("a database from before failures were counted apart opens, and its posts are sent", async () => {
  const store = await open((database) => {
    database.exec("alter table deliveries drop column failures");
    database.exec("alter table content_versions drop column begun_at");
    for (const column of ["spoken", "line"]) database.exec(`alter table threads drop column ${column}`);
    for (const column of ["heard_in", "heard_at"]) database.exec(`alter table gaps drop column ${column}`);
    database.exec("alter table meeting_questions drop column refused");
    database.exec("delete from kysely_migration where name >= '009'");
  });
  expect(await store.outbox.claim("kept", now, 1000)).toMatchObject({ attempts: 0, failures: 0, waitingSince: now });
});
