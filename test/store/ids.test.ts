import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { newId } from "#core/ids.ts";
import { openStore } from "#store/open.ts";
import { idLetters } from "#store/wording.ts";

test("of the ids of gaps and questions no two of a quarter of a million are the same", () => {
  const ids = Array.from({ length: 250_000 }, () => newId(idLetters));
  expect(new Set(ids).size).toBe(ids.length);
});

test("gaps and questions with ids of an older release are still found by them", async () => {
  const directory = await mkdtemp(join(tmpdir(), "casebook-ids-"));
  const place = { platform: "slack", workspace: "T1", channel: "C1", thread: "" };
  const first = await openStore({ directory });
  await first.gaps.count("who pays?", place, 1);
  const { id } = await first.meetings.start(place, [], "U1", 1);
  await first.meetings.add(id, { question: "why?", answer: "", passage: "", asker: "U1" }, 1);
  await first.close();
  const database = new DatabaseSync(join(directory, "casebook.sqlite"));
  for (const table of ["gaps", "meeting_questions"]) database.exec(`update ${table} set id = '0f1e2d3c'`);
  database.close();
  const store = await openStore({ directory });
  expect(await store.meetings.own(id, "0f1e2d3c", "Ann", "U1")).toBe(true);
  expect(await store.gaps.close(["0f1e2d3c"], 2)).toBe(1);
  await store.close();
});
