import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type AnyCommand, defineCommand } from "#core/command.ts";
import { declareCommand } from "#platforms/discord/declaration.ts";
import { register } from "#platforms/discord/registration.ts";
import { commands } from "../../../commands/index.ts";
import { judge } from "./judge.ts";
import { goodToken, type LocalDiscord, startLocalDiscord } from "./local-discord.ts";
import { ids } from "./payloads.ts";

const everywhere = `/applications/${ids.application}/commands`;
const inGuild = `/applications/${ids.application}/guilds/${ids.guild}/commands`;

const made = (name: string, more: Partial<AnyCommand> = {}): AnyCommand => ({
  ...defineCommand({
    name,
    summary: "Does it",
    examples: [`${name} it`],
    visibility: "private",
    options: z.object({ what: z.string().optional().describe("What to do") }),
    positional: ["what"],
    run: () => ({ title: "x", parts: [], data: {} }),
  }),
  ...more,
});

let discord: LocalDiscord;
afterEach(() => discord?.stop());
async function fresh() {
  discord = await startLocalDiscord();
  const run = async (
    list: readonly AnyCommand[],
    more: { dryRun?: boolean; guild?: string; token?: string; applicationId?: string; managed?: string[] } = {},
  ) => {
    const { dryRun = false, guild, token = goodToken, applicationId, managed = [] } = more;
    const said: string[] = [];
    const changes = await register({
      commands: list,
      config: { token, apiUrl: discord.apiUrl, applicationId },
      guild,
      managed,
      dryRun,
      say: (sentence) => said.push(sentence),
    });
    return { changes, said };
  };
  const writes = () => discord.seen.filter(({ method }) => method === "PUT");
  return { run, writes };
}

describe("a declaration", () => {
  test.each(commands.map((command) => [command.name, command] as const))(
    "of %s is one that Discord takes",
    (_, command) => {
      expect(judge("put", everywhere, [declareCommand(command)])).toEqual([]);
      expect(judge("put", inGuild, [declareCommand(command, "guild")])).toEqual([]);
    },
  );

  test("has kebab-case names, required options first, choices for an enum, completion where there is one", () => {
    const options = z.object({
      studyName: z.string().optional().describe("A study"),
      size: z.enum(["small", "large"]).optional().describe("How large"),
      count: z.int().min(1).max(9).optional().describe("How many"),
      what: z.string().describe("x".repeat(150)),
    });
    const declared = declareCommand({ ...made("try"), options, complete: { studyName: () => [] } });
    expect(declared.options).toEqual([
      { type: 3, name: "what", description: `${"x".repeat(99)}…`, required: true },
      { type: 3, name: "study-name", description: "A study", autocomplete: true },
      {
        type: 3,
        name: "size",
        description: "How large",
        choices: [
          { name: "small", value: "small" },
          { name: "large", value: "large" },
        ],
      },
      { type: 4, name: "count", description: "How many", min_value: 1, max_value: 9 },
      { type: 5, name: "share", description: "Show the answer to everyone in this channel" },
    ]);
    expect(declared).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
  });

  test("of a command that reads free words has a text option, and asks for no other", () => {
    const declared = declareCommand(made("try", { options: z.object({ what: z.string() }), read: () => ({}) }));
    expect(declared.options.map(({ name, required }) => [name, required])).toEqual([
      ["what", undefined],
      ["text", undefined],
      ["share", undefined],
    ]);
    expect(declared.options[1]?.description).toContain("it");
  });

  test("of a public command has no share option", () => {
    expect(declareCommand(made("try", { visibility: "public" })).options.map(({ name }) => name)).toEqual(["what"]);
  });

  test("with more options than Discord takes is refused by name", () => {
    const options = z.object(
      Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`o${i}`, z.string().optional()])),
    );
    expect(() => declareCommand(made("huge", { options }))).toThrow("huge");
  });

  test("with a longer name, or more letters, than Discord takes is refused by name", () => {
    expect(() => declareCommand(made("x".repeat(33)))).toThrow("33 letters in a name; Discord takes 32");
    const long = (i: number) => z.enum(Array.from({ length: 25 }, (_, n) => `${i}-${n}-${"v".repeat(80)}`));
    const options = z.object({ a: long(1), b: long(2) });
    expect(() => declareCommand(made("wordy", { options }))).toThrow(
      /wordy has \d+ letters in all; Discord takes 8000/,
    );
  });
});

describe("registering", () => {
  test("writes all commands at first, and nothing when nothing differs", async () => {
    const { run, writes } = await fresh();
    const first = await run(commands);
    const all = commands.length + 1;
    expect(first.changes).toBe(all);
    expect(first.said).toContain("+ “Ask the casebook about this” in a message's menu");
    expect(first.said).toContain(`Registered ${all} changes for all servers.`);
    const second = await run(commands);
    expect(second).toEqual({
      changes: 0,
      said: [`Nothing to change: ${all} commands are registered for all servers.`],
    });
    expect(writes()).toHaveLength(1);
    expect(discord.refusals).toEqual([]);
  });

  test("hides a managed command from members who may not manage the server, and shows it again", async () => {
    const { run, writes } = await fresh();
    await run([made("digest"), made("stays")]);
    expect((await run([made("digest"), made("stays")], { managed: ["digest"] })).said[0]).toBe(
      "~ /digest: default_member_permissions",
    );
    expect(writes().at(-1)?.body).toMatchObject([{ name: "digest", default_member_permissions: 32 }, {}]);
    expect((await run([made("digest"), made("stays")], { managed: ["digest"] })).changes).toBe(0);
    await run([made("digest"), made("stays")]);
    expect(writes().at(-1)?.body).toMatchObject([{ name: "digest", default_member_permissions: null }, {}]);
    expect(discord.refusals).toEqual([]);
  });

  test("says what is added, changed and removed, and writes once", async () => {
    const { run, writes } = await fresh();
    await run([made("stays"), made("changes"), made("goes")]);
    const { said } = await run([
      made("stays"),
      made("changes", { summary: "Does it better", visibility: "public" }),
      made("comes"),
    ]);
    expect(said).toEqual([
      "~ /changes: description, option share",
      "+ /comes: Does it",
      "- /goes",
      "Registered 3 changes for all servers.",
    ]);
    expect(writes()).toHaveLength(2);
  });

  test("keeps ids, so that permissions and old mentions last, and commands of other kinds", async () => {
    const { run } = await fresh();
    discord.register(everywhere, [
      { type: 3, name: "Look this up", description: "" },
      { type: 4, name: "launch", description: "Play", handler: 2 },
    ]);
    await run([made("stays")]);
    const idOf = (name: string) => discord.commands.get(everywhere)?.find((command) => command.name === name)?.id;
    const before = idOf("stays");
    await run([made("stays", { summary: "Does it better" })]);
    expect(idOf("stays")).toBe(before);
    expect(discord.commands.get(everywhere)?.map(({ name }) => name)).toEqual(["stays", "Look this up", "launch"]);
    expect(discord.refusals).toEqual([]);
  });

  test("as a dry run writes nothing", async () => {
    const { run, writes } = await fresh();
    expect((await run([made("new")], { dryRun: true })).said).toEqual([
      "+ /new: Does it",
      "Dry run: 1 change for all servers, nothing written.",
    ]);
    expect(writes()).toEqual([]);
  });

  test("for one server leaves out what only global commands have, and warns of doubles", async () => {
    const { run, writes } = await fresh();
    await run([made("new")]);
    const { said } = await run([made("new")], { guild: ids.guild });
    expect(said.at(-1)).toMatch(/see each one twice/);
    expect(writes()[1]).toMatchObject({ path: inGuild });
    expect(JSON.stringify(writes()[1]?.body)).not.toContain("contexts");
  });

  test("with a wrong token says so in one sentence", async () => {
    const { run } = await fresh();
    await expect(run([made("new")], { token: "wrong-wrong-wrong-wrong" })).rejects.toThrow(
      /^DISCORD_TOKEN is not accepted by Discord: .+ Reset Token\.$/,
    );
  });

  test("in a server that lets it not says how to invite it", async () => {
    const { run } = await fresh();
    discord.faults.push({ path: /guilds/, status: 403, body: { code: 50001, message: "Missing Access" }, times: 1 });
    await expect(run([made("new")], { guild: ids.guild })).rejects.toThrow(/applications\.commands/);
  });

  test("after too many new commands in a day says to wait", async () => {
    const { run } = await fresh();
    discord.faults.push({
      method: "PUT",
      path: /commands$/,
      status: 400,
      body: { code: 30034, message: "Max number of daily application command creates has been reached" },
      times: 1,
    });
    await expect(run([made("new")])).rejects.toThrow(/tomorrow/);
  });
});
