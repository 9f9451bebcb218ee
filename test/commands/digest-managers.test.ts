import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lazyStore } from "#store/open.ts";
import { openCasebook } from "../../src/open.ts";
import { cacheDirectory } from "../cache.ts";

const store = lazyStore({ directory: await mkdtemp(join(tmpdir(), "casebook-managers-")) });
const opened = await openCasebook(
  { CONTENT_DIR: "content", CACHE_DIR: cacheDirectory, DIGEST_MANAGERS: ["admins", "U9"] },
  { follow: false, store: store.get, postsTo: ["slack", "discord"] },
);

test.each([
  ["a member", { asker: "U1" }, false],
  ["an admin", { asker: "U2", admin: true }, true],
  ["somebody named in the settings", { asker: "U9" }, true],
])("where only managers may set up digests, %s", async (_, who, may) => {
  if ("problems" in opened) throw new Error("the content does not load");
  const origin = { platform: "discord", via: "command", workspace: "1", channel: `c${who.asker}`, ...who } as const;
  const say = (line: string) => opened.dispatch.run(opened.dispatch.read(line, origin));
  expect((await say("digest subscribe weekdays 09:00 ai")).ok).toBe(may);
  expect((await say("digest now ai")).ok).toBe(may);
  expect((await say("digest list")).ok).toBe(true);
  expect((await say("digest preview ai")).ok).toBe(true);
});

test("where the bot may not post, a digest is refused before it is set up, and says what to do", async () => {
  if ("problems" in opened) throw new Error("the content does not load");
  const shut = "I may not post here: give me the permission.";
  const origin = { platform: "discord", via: "command", workspace: "1", channel: "c7", asker: "U9", shut } as const;
  const say = (line: string) => opened.dispatch.run(opened.dispatch.read(line, origin));
  for (const line of ["digest subscribe weekdays 09:00 ai", "digest now ai"])
    expect(await say(line)).toMatchObject({ ok: false, data: { error: "shut" } });
  expect((await say("digest preview ai")).ok).toBe(true);
  expect((await say("digest list")).ok).toBe(true);
});
