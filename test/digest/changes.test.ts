import { expect, test } from "vitest";
import type { Reply } from "#core/reply.ts";
import { openReal } from "../real.ts";

const now = new Date("2026-11-28T12:00Z");
const { say, store } = await openReal({}, { now: () => now });
const textOf = ({ parts }: Reply) => JSON.stringify(parts);

test("where nothing was noted yet, no change is no news", async () => {
  expect(textOf(await say("digest changes"))).toContain("No changes are noted here yet");
});

test("before changes were noted nothing is known, and since when they are is said", async () => {
  const { contentHistory } = await store();
  const at = Date.parse("2026-11-20T08:00Z");
  await contentHistory.record({ from: "", version: "v1", at, passages: [], changes: [], moved: new Map() });
  const early = await say("digest changes since=2026-11-01");
  expect(early).toMatchObject({ ok: true, title: "No changes since Fri 20 Nov" });
  expect(textOf(early)).toContain("Changes are noted since Fri 20 Nov only.");
  expect(textOf(await say("digest changes since=2026-11-25"))).toContain(
    "Nothing changed in the casebook since Wed 25 Nov",
  );
});

test.each([
  ["2030-01-01", "Tue 1 Jan 2030 is still to come"],
  ["soon", "“soon” is no day"],
  ["01/11/2026", "“01/11/2026” is no day"],
  ["2026-02-30", "“2026-02-30” is no day"],
  ["11", "“11” is no day"],
])("since:%s is refused", async (since, says) => {
  const refused = await say(`digest changes since=${since}`);
  expect(refused.ok).toBe(false);
  expect(textOf(refused)).toContain(says);
  expect(await say("digest changes since:2026-11-21")).toMatchObject({ ok: true });
});

test("the day may stand behind the words as people write it, and an example keeps to changes", async () => {
  expect(await say("digest changes ai since 2026-11-25")).toMatchObject({
    ok: true,
    title: "No changes since Wed 25 Nov",
  });
  expect(textOf(await say("digest changes since last week"))).toContain("“last week” is no day");
  expect(textOf(await say("digest changes zzzqqq"))).toContain("digest changes ai");
});

test.each(["digest show", "digest resend"])("%s without a post asks which", async (line) => {
  expect(textOf(await say(line))).toContain("Which post?");
});

test("only zones that are spelt nearly so are offered", async () => {
  const far = await say("digest subscribe weekdays 09:00 Mars/Phobos ai");
  expect(textOf(far)).toContain("Name one by region and city, such as Europe/Paris.");
  expect(textOf(far)).not.toContain("Chagos");
  const near = await say("digest subscribe weekdays 09:00 America/NewYork ai");
  expect(textOf(near)).toContain("region and city: America/New_York.");
});
