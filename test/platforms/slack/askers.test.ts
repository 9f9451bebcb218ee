import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import type { Dispatch } from "#core/adapter.ts";
import type { Origin } from "#core/invocation.ts";
import { digestCommand } from "../../../commands/digest.ts";
import { gapsCommand } from "../../../commands/gaps.ts";
import { startBot, stubDispatch } from "./harness.ts";
import { makeReply } from "./make.ts";
import { startSlackServer } from "./slack-server.ts";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** A bot whose commands tell us who they think asks. */
async function listening(...answers: unknown[]) {
  const slack = await startSlackServer();
  for (const body of answers) slack.trouble("users.info", { body });
  const asked: Origin[] = [];
  const stub = stubDispatch(() => makeReply());
  const dispatch: Dispatch = {
    ...stub,
    commands: [digestCommand, gapsCommand],
    run: (invocation) => {
      asked.push(invocation.origin);
      return stub.run(invocation);
    },
  };
  const bot = await startBot({ dispatch, slack });
  cleanups.push(bot.stop);
  const say = async (command: string, text: string) => {
    const before = asked.length;
    await bot.command(command, text);
    await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(before + 1);
    return z.object({ zone: z.string().optional(), admin: z.boolean().optional() }).parse(asked.at(-1));
  };
  return { say, looks: () => slack.to("users.info").length };
}

test("a digest is set up in the asker's own time zone, and an administrator is known as one; asked for once", async () => {
  const { say, looks } = await listening({ ok: true, user: { tz: "America/Chicago", is_admin: true } });
  expect(await say("/digest", "list")).toEqual({ zone: "America/Chicago", admin: true });
  expect(await say("/digest", "list")).toEqual({ zone: "America/Chicago", admin: true });
  expect(looks()).toBe(1);
});

test("when Slack did not say who asks, it is asked again at the next command", async () => {
  const failed = { ok: false, error: "internal_error" };
  const { say, looks } = await listening(failed, { ok: true, user: { tz: "UTC", is_admin: true } });
  expect(await say("/digest", "list")).toEqual({});
  expect(await say("/digest", "list")).toEqual({ zone: "UTC", admin: true });
  expect(await say("/digest", "list")).toEqual({ zone: "UTC", admin: true });
  expect(looks()).toBe(2);
});

test("an owner and a primary owner count as administrators, a member does not", async () => {
  for (const role of ["is_owner", "is_primary_owner"]) {
    const owner = await listening({ ok: true, user: { tz: "UTC", [role]: true } });
    expect(await owner.say("/digest", "list"), role).toMatchObject({ admin: true });
  }
  const member = await listening({ ok: true, user: { tz: "UTC", is_admin: false } });
  expect(await member.say("/digest", "list")).toMatchObject({ admin: false });
});

test("who asks for the list of gaps is looked up too, so that it can be left to administrators", async () => {
  const { say } = await listening({ ok: true, user: { tz: "UTC", is_admin: true } });
  expect(await say("/gaps", "")).toMatchObject({ admin: true });
});

test("an app without the scope answers all the same, and takes nobody for an administrator", async () => {
  const { say } = await listening({ ok: false, error: "missing_scope" });
  expect(await say("/digest", "list")).toEqual({});
});

test("commands that do not depend on it ask Slack nothing", async () => {
  const { say, looks } = await listening();
  await say("/case", "hugging-face");
  expect(looks()).toBe(0);
});
