import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

function logged(expression: string): string {
  const script = `import { createLog } from ${JSON.stringify(new URL("../src/log.ts", import.meta.url).href)}; const log = createLog("info"); ${expression}`;
  return spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).stderr;
}

test.each([
  ['log.info({ token: "xoxb-1-abc" }, "x")', "xoxb-1-abc"],
  ['log.info({ slack: { botToken: "secret-value" } }, "x")', "secret-value"],
  [
    'log.error({ err: new Error("failed with xoxb-12-34-abc at https://hooks.slack.com/commands/T/1/abc") }, "x")',
    "34-abc",
  ],
  ['log.warn("token xapp-1-A-2-b was refused")', "xapp-1-A-2-b"],
  ['log.info({ question: "what do we pay Anna?" }, "asked")', "Anna"],
  ['log.error({ err: new Error("postgres://bob:hunter2@db/x") }, "x")', "hunter2"],
  ['log.error({ problem: "refused xoxb-12-34-abc" }, "x")', "34-abc"],
  ['log.warn({ told: [{ reason: "postgres://bob:hunter2@db/x" }] }, "x")', "hunter2"],
])("%s leaves no secret in the log", (expression, secret) => {
  const output = logged(expression);
  expect(output).toContain("[redacted]");
  expect(output).not.toContain(secret);
});

test("what is not secret is logged as JSON", () => {
  const fields =
    '{ command: "case", wait: 5, off: undefined, at: new Date(0), workspaces: ["T1"], err: new TypeError("no") }';
  expect(JSON.parse(logged(`log.info(${fields}, "answered")`))).toMatchObject({
    command: "case",
    wait: 5,
    at: "1970-01-01T00:00:00.000Z",
    workspaces: ["T1"],
    err: { type: "TypeError", message: "no" },
    msg: "answered",
  });
});

test("a field that holds itself is no trouble", () => {
  expect(JSON.parse(logged('const ring = {}; ring.ring = ring; log.info({ ring }, "answered")'))).toMatchObject({
    msg: "answered",
  });
});
