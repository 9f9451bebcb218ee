import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { scheduleOf } from "#digest/subscription-schedule.ts";
import { openStore } from "#store/open.ts";
import { subscriptionOf } from "../digest/desk.ts";

test("a digest of every second Monday, as an earlier release kept it, is read as that of the month", async () => {
  const directory = await mkdtemp(join(tmpdir(), "casebook-nth-"));
  const before = await openStore({ directory });
  const kept = [
    "every second monday 09:00",
    "every last friday 16:00 17:00",
    "every monday and friday 09:00",
    "monthly 2 09:00",
  ];
  for (const [i, schedule] of kept.entries())
    await before.subscriptions.add(subscriptionOf({ id: `nth${i}`, schedule, nextAt: 0, createdAt: i }));
  await before.close();
  const database = new DatabaseSync(join(directory, "casebook.sqlite"));
  // That release knew no later steps either.
  database.exec("delete from kysely_migration where name >= '011-nth-weekdays'");
  for (const column of ["spoken", "line"]) database.exec(`alter table threads drop column ${column}`);
  for (const column of ["heard_in", "heard_at"]) database.exec(`alter table gaps drop column ${column}`);
  database.exec("alter table meeting_questions drop column refused");
  database.close();
  const store = await openStore({ directory });
  onTestFinished(() => store.close());
  const now = await store.subscriptions.ofChannel({ platform: "slack", channel: "C1" });
  expect(now.map(({ schedule }) => schedule)).toEqual([
    "every second monday of the month 09:00",
    "every last friday of the month 16:00 17:00",
    ...kept.slice(2),
  ]);
  expect(now.map((one) => scheduleOf(one).patterns[0])).toEqual([
    "0 9 * * 1#2",
    "0 16 * * 5#L",
    "0 9 * * 1,5",
    "0 9 2 * *",
  ]);
});
