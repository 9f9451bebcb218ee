import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { z } from "zod";
import { loadLibrary } from "#content/load.ts";
import { type AnyCommand, defineCommand } from "#core/command.ts";
import { fold } from "#core/nearest.ts";
import { events, scopes, slackManifest, usageHint } from "#platforms/slack/manifest.ts";
import { commands } from "../../../commands/index.ts";
import { openReal } from "../../real.ts";

const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
const isManifest = ajv.compile(JSON.parse(readFileSync("test/fixtures/slack/manifest.v1.schema.json", "utf8")));
const manifest = slackManifest(commands);

test("the manifest is one that Slack takes", () => {
  isManifest(manifest);
  expect(isManifest.errors ?? []).toEqual([]);
});

test("with an address it is one for HTTP, that every workspace and organisation may install", () => {
  const many = slackManifest(commands, "https://casebook.example.com");
  isManifest(many);
  expect(isManifest.errors ?? []).toEqual([]);
  expect(new Set(many.features.slash_commands.map(({ url }) => url))).toEqual(
    new Set(["https://casebook.example.com/slack/events"]),
  );
  expect(many.oauth_config.redirect_urls).toEqual(["https://casebook.example.com/slack/oauth_redirect"]);
  expect(many.settings).toMatchObject({ org_deploy_enabled: true, socket_mode_enabled: false });
  expect(manifest.settings).toMatchObject({ org_deploy_enabled: false, socket_mode_enabled: true });
});

test("every command is a slash command with a description and a usage hint", () => {
  expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(
    commands.map(({ name }) => `/${name}`),
  );
  for (const { command, usage_hint } of manifest.features.slash_commands)
    expect([command, usage_hint]).toEqual([command, expect.stringMatching(/\S/)]);
});

/** What each event needs, from Slack's reference of events. */
const scopeOf: Record<(typeof events)[number], string | undefined> = {
  app_home_opened: undefined,
  app_mention: "app_mentions:read",
  app_uninstalled: undefined,
  "message.im": "im:history",
  team_access_granted: undefined,
  team_access_revoked: undefined,
  tokens_revoked: undefined,
};

test("it asks for what its events and messages need, and for nothing else", () => {
  const needed = new Set([
    "assistant:write",
    "commands",
    "chat:write",
    // A digest whose answer was lost is looked for in its channel.
    "channels:history",
    "groups:history",
    "im:write",
    // Pictures of charts are uploaded.
    "files:write",
    // Who sets up a digest has a time zone, and may be an administrator.
    "users:read",
    ...events.flatMap((event) => scopeOf[event] ?? []),
  ]);
  expect(manifest.oauth_config.scopes.bot).toEqual([...needed].sort());
  expect(Object.keys(scopes).sort()).toEqual([...needed].sort());
  expect(manifest.settings.event_subscriptions.bot_events).toEqual([...events]);
});

test("the source calls no method that these scopes do not allow", () => {
  const calls = ["adapter", "answer", "conversation", "deliver", "home", "post", "start", "upload"].flatMap((file) => [
    ...readFileSync(`src/platforms/slack/${file}.ts`, "utf8").matchAll(/client\.([a-z]+\.[A-Za-z]+)\(/g),
  ]);
  const used = new Set(calls.map(([, method]) => method));
  expect([...used].sort()).toEqual([
    "auth.test",
    "chat.postEphemeral",
    "chat.postMessage",
    "conversations.history",
    "conversations.open",
    "conversations.replies",
    "files.completeUploadExternal",
    "views.open",
    "views.publish",
  ]);
});

test("Socket Mode, interactivity, the Home tab and messages to the bot are on", () => {
  expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
  expect(manifest.features.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
});

test("a usage hint shows words in order, then names; what must be given in angle brackets", () => {
  const command = defineCommand({
    name: "find",
    summary: "x",
    examples: ["find x"],
    visibility: "private",
    options: z.object({ query: z.string(), gpuType: z.string().optional(), count: z.coerce.number().default(1) }),
    positional: ["query"],
    run: () => ({ title: "x", parts: [], data: {} }),
  });
  expect(usageHint(command)).toBe("<query> [gpu-type:…] [count:…] [share:yes]");
});

test("more commands than Slack takes are refused before anyone pastes them", () => {
  const [one] = commands;
  const many: AnyCommand[] = Array.from({ length: 51 }, () => one).filter((command) => command !== undefined);
  expect(() => slackManifest(many)).toThrow(/50 slash commands/);
});

test("every suggested question is one that the casebook answers", async () => {
  const { say } = await openReal();
  for (const { message } of manifest.features.agent_view.suggested_prompts)
    expect(await say(message), message).toMatchObject({ ok: true });
});

test("no suggested question names a company: another casebook, or a workspace's part of this one, may not have it", async () => {
  const { library } = await loadLibrary("content");
  const names = library?.ofKind("case-study").flatMap(({ title, aliases }) => [title, ...aliases].map(fold)) ?? [];
  expect(names).toContain("hugging face");
  for (const { message } of manifest.features.agent_view.suggested_prompts)
    expect(names.filter((name) => ` ${fold(message)} `.includes(` ${name} `))).toEqual([]);
});
