import { expect, test } from "vitest";
import { replySchema } from "#core/reply.ts";
import { commands } from "../../commands/index.ts";
import { openReal } from "../real.ts";

const { say } = await openReal();
const lines = commands.flatMap((command) => command.examples.map((example) => [command.name, example] as const));

test.each(lines)("%s: the example “%s” parses and answers", async (name, example) => {
  const reply = await say(example);
  expect(replySchema.safeParse(reply).error).toBeUndefined();
  expect(reply.ok, JSON.stringify(reply.parts)).toBe(true);
  expect([name, "case"]).toContain(reply.command);
});

test.each(commands.map((command) => [command.name]))("%s alone answers or says what it needs", async (name) => {
  const reply = await say(`/${name}`);
  expect(reply.data).not.toMatchObject({ error: "internal" });
  expect(reply.parts.length).toBeGreaterThan(0);
});

const hostile = [
  "",
  " ",
  "\u0000\u0001\u001b[31m",
  "👍🏽👨‍👩‍👧‍👦",
  "\u202eABC\u202c עברית العربية",
  "<!channel> @everyone",
  "x".repeat(10_000),
  "a:b c=d ::: === \"\" ''",
  "'; DROP TABLE kept_lines; --",
  "../../etc/passwd",
  "__proto__ constructor",
  "-1",
  "page:0",
  "page:99999",
  "share",
  "share share",
  "%s%n%d",
  "$(reboot) `reboot`",
];

test.each(commands.map((command) => [command.name]))("%s answers politely whatever stands behind it", async (name) => {
  for (const rest of hostile) {
    const reply = await say(`/${name} ${rest}`);
    expect(reply.data, `${name} ${rest.slice(0, 40)}`).not.toMatchObject({ error: "internal" });
    expect(JSON.stringify(reply).length).toBeLessThan(400_000);
    expect(reply.title.length).toBeLessThanOrEqual(150);
  }
});

test("command names are free on Slack and fit Discord", () => {
  const taken = new Set(
    "archive away call collapse dm expand feed feedback help invite join kick leave me msg mute open prefs remind remove rename search shortcuts shrug star status topic unarchive who".split(
      " ",
    ),
  );
  for (const { name } of commands) {
    expect(taken.has(name), name).toBe(false);
    expect(name).toMatch(/^[a-z]{1,32}$/);
  }
});
