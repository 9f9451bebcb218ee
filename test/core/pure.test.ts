import { expect, test } from "vitest";
import { z } from "zod";
import { createLibrary } from "#content/library.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { createDispatch } from "#core/dispatch.ts";
import type { Origin } from "#core/invocation.ts";
import { onceEach } from "#core/once-each.ts";
import { createSearchIndex, type SearchIndex } from "#search/passages/search-index.ts";
import { noRecords } from "../room/entry.ts";

const indexOf = (version: string) => createSearchIndex(createLibrary([], noRecords, version));
const ann: Origin = { platform: "slack", via: "command", workspace: "T1", channel: "C1", asker: "U1" };
const bo: Origin = { platform: "discord", via: "command", workspace: "G1", asker: "7" };

/** One command that shows all it is told, and a clock and a library that can be changed. */
function bot(pure: boolean) {
  const seen: Context[] = [];
  const now = { date: new Date("2026-11-20T10:59:00Z"), search: indexOf("one") };
  const show = defineCommand({
    name: "show",
    summary: "Shows what it is told",
    examples: ["show it"],
    visibility: "private",
    ...(pure ? { pure: true as const } : {}),
    options: z.object({ what: z.string().optional() }),
    positional: ["what"],
    run: async ({ what }, context) => {
      seen.push(context);
      if (what === "store") await context.store();
      const { library, origin } = context;
      return { title: `${what}`, parts: [], data: { version: library.version, asker: origin.asker } };
    },
  });
  const dispatch = createDispatch({
    commands: [show],
    context: (origin) => ({
      ...{ library: now.search.library, search: now.search, commands: [show], now: now.date, origin },
      store: () => Promise.reject(new Error("none here")),
      status: { version: "0", loadedAt: new Date(0), problems: [] },
    }),
  });
  const run = (line: string, origin: Origin) => dispatch.run(dispatch.read(line, origin));
  return { run, seen, now };
}

test("the same line of a pure command is given the same reply, whoever asks, and runs once", async () => {
  const { run, seen } = bot(true);
  expect(await run("show it", ann)).toBe(await run("show it", bo));
  expect(seen).toHaveLength(1);
});

test("any other command runs each time and learns who asks", async () => {
  const { run } = bot(false);
  expect((await run("show it", ann)).data).toMatchObject({ asker: "U1" });
  expect((await run("show it", bo)).data).toMatchObject({ asker: "7" });
});

test("a pure command learns neither who asks, nor where, nor the minute, and has no store", async () => {
  const { run, seen } = bot(true);
  await run("show it", ann);
  expect(seen[0]?.origin).toEqual({ platform: "terminal", via: "command" });
  expect(seen[0]?.now).toEqual(new Date("2026-11-20T10:00:00Z"));
  expect((await run("show store", ann)).data).toMatchObject({ error: "internal" });
});

test("page, share and wording make other replies", async () => {
  const { run } = bot(true);
  const replies = await Promise.all(
    ["show it", "show it page:2", "show it share", "show what:it", "show that"].map((line) => run(line, ann)),
  );
  expect(new Set(replies).size).toBe(replies.length);
  expect(replies.map(({ page, shared }) => `${page} ${shared}`)).toEqual([
    "1 false",
    "2 false",
    "1 true",
    "1 false",
    "1 false",
  ]);
});

test("a new library and a new hour make new replies at once; the old library's come back with it", async () => {
  const { run, now } = bot(true);
  const before = await run("show it", ann);
  const old: SearchIndex = now.search;
  now.search = indexOf("two");
  expect((await run("show it", ann)).data).toMatchObject({ version: "two" });
  now.search = old;
  expect(await run("show it", ann)).toBe(before);
  now.date = new Date("2026-11-20T11:00:00Z");
  expect(await run("show it", ann)).not.toBe(before);
});

test("what failed is tried again", async () => {
  const { run, seen } = bot(true);
  await run("show store", ann);
  await run("show store", ann);
  expect(seen).toHaveLength(2);
});

test("only so many replies are remembered: those asked for last", async () => {
  const { run, seen } = bot(true);
  const first = await run("show 0", ann);
  for (let i = 1; i < 500; i++) await run(`show ${i}`, ann);
  expect(await run("show 0", ann)).toBe(first);
  await run("show 500", ann);
  expect(await run("show 0", ann)).toBe(first);
  expect(seen).toHaveLength(501);
  await run("show 1", ann);
  expect(seen).toHaveLength(502);
});

test("what is made from a reply is made once a reply", async () => {
  const { run } = bot(false);
  const [one, other] = [await run("show it", ann), await run("show it", ann)];
  let made = 0;
  const count = onceEach(() => ++made);
  expect([count(one), count(one), count(other)]).toEqual([1, 1, 2]);
});
