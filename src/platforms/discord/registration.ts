import { isDeepStrictEqual } from "node:util";
import { DiscordAPIError, REST, Routes } from "discord.js";
import { z } from "zod";
import type { AnyCommand } from "#core/command.ts";
import { type CommandDeclaration, declareAll, type MenuDeclaration } from "./declaration.ts";
import { type GatewayConfig, tokenRefused, unreachable } from "./gateway.ts";
import { addressOf, closeRest } from "./rest.ts";

/** A command as Discord gives it back; everything beyond these fields is Discord's own. */
export const registeredSchema = z.looseObject({
  id: z.string(),
  type: z.number().default(1),
  name: z.string(),
  description: z.string().default(""),
  options: z.array(z.looseObject({ name: z.string() })).nullish(),
  integration_types: z.array(z.number()).nullish(),
  contexts: z.array(z.number()).nullish(),
  /** Sent as a number, given back as digits. */
  default_member_permissions: z.coerce.number().nullish(),
});
export type Registered = z.output<typeof registeredSchema>;

export type Change = { readonly kind: "add" | "change" | "remove"; readonly name: string; readonly says: string };

type Declaration = CommandDeclaration | MenuDeclaration;

/**
 * What registering `wanted` would change. Slash commands are all ours, and the entries in menus that are wanted; other
 * entries, and commands of other kinds, stay.
 */
export function differences(wanted: readonly Declaration[], registered: readonly Registered[]): Change[] {
  const changes = wanted.flatMap((command): Change[] => {
    const { name } = command;
    const found = registered.find((one) => isSame(one, command));
    const shown = labelOf(command);
    if (!found)
      return [{ kind: "add", name, says: `+ ${shown}${"description" in command ? `: ${command.description}` : ""}` }];
    const fields = changedFields(command, found);
    return fields.length > 0 ? [{ kind: "change", name, says: `~ ${shown}: ${fields.join(", ")}` }] : [];
  });
  const gone = registered.filter((one) => one.type === 1 && !wanted.some((command) => isSame(one, command)));
  return [...changes, ...gone.map(({ name }): Change => ({ kind: "remove", name, says: `- /${name}` }))];
}

type Kind = Pick<Registered, "type" | "name">;
const isSame = (one: Kind, other: Kind) => one.type === other.type && one.name === other.name;
const labelOf = ({ type, name }: Kind) => (type === 1 ? `/${name}` : `“${name}” in a message's menu`);

function changedFields(wanted: Declaration, found: Registered): string[] {
  const fields: string[] = [];
  const { description, options } = { description: "", options: [], ...wanted };
  if (description !== found.description) fields.push("description");
  const [before, after] = [(found.options ?? []).map(comparable), options.map(comparable)];
  const names = new Set([...before, ...after].map((option) => String(option.name)));
  for (const name of names) {
    const same = isDeepStrictEqual(
      before.find((option) => option.name === name),
      after.find((option) => option.name === name),
    );
    if (!same) fields.push(`option ${name}`);
  }
  if (fields.length === 0 && !isDeepStrictEqual(before, after)) fields.push("order of options");
  for (const key of ["integration_types", "contexts"] as const)
    if (wanted[key] && !isDeepStrictEqual([...wanted[key]].sort(), [...(found[key] ?? [])].sort())) fields.push(key);
  if ((wanted.default_member_permissions ?? null) !== (found.default_member_permissions ?? null))
    fields.push("default_member_permissions");
  return fields;
}

const optionFields = ["type", "name", "description", "required", "autocomplete", "choices", "min_value", "max_value"];

/** An option without what Discord adds to it, and without what is the default. */
function comparable(option: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(option)
      .filter(([key, value]) => optionFields.includes(key) && value !== false && value !== undefined && value !== null)
      .map(([key, value]) => [key, key === "choices" && Array.isArray(value) ? value.map(nameAndValue) : value]),
  );
}

function nameAndValue({ name, value }: { name: unknown; value: unknown }): { name: unknown; value: unknown } {
  return { name, value };
}

export type RegisterOptions = {
  readonly commands: readonly AnyCommand[];
  readonly config: GatewayConfig & { readonly applicationId?: string | undefined };
  /** Register for one server, at once; without it for all. */
  readonly guild?: string | undefined;
  /** Names of commands that only people who may manage a server see, until its admins say otherwise. */
  readonly managed?: readonly string[];
  /** Say what would change, write nothing. */
  readonly dryRun: boolean;
  readonly say: (sentence: string) => void;
};

/**
 * Brings Discord's list of commands in line with ours: reads, compares, and writes once if anything differs. Gives
 * the number of changes.
 * @throws an Error whose message is a sentence for the operator
 */
export async function register({ commands, config, guild, managed, dryRun, say }: RegisterOptions): Promise<number> {
  const rest = new REST(addressOf(config.apiUrl)).setToken(config.token);
  try {
    const application = config.applicationId ?? (await ownApplication(rest));
    const route = guild ? Routes.applicationGuildCommands(application, guild) : Routes.applicationCommands(application);
    const registered = z.array(registeredSchema).parse(await rest.get(route));
    const wanted = declareAll(commands, guild ? "guild" : "global", managed);
    const changes = differences(wanted, registered);
    for (const { says } of changes) say(says);
    const place = guild ? `server ${guild}` : "all servers";
    if (changes.length === 0) say(`Nothing to change: ${wanted.length} commands are registered for ${place}.`);
    else if (dryRun) say(`Dry run: ${count(changes.length)} for ${place}, nothing written.`);
    else {
      const others = registered
        .filter((one) => one.type !== 1 && !wanted.some((command) => isSame(one, command)))
        .map(({ version: _, ...command }) => command);
      await rest.put(route, { body: [...wanted.map((command) => withId(command, registered)), ...others] });
      say(`Registered ${count(changes.length)} for ${place}.`);
    }
    if (guild) await warnOfDoubles(rest, application, say);
    return changes.length;
  } catch (error) {
    throw new Error(sentenceFor(error, guild, config.apiUrl));
  } finally {
    closeRest(rest);
  }
}

/** With its id a command keeps admins' permission settings and its mentions in old messages. */
function withId(command: Declaration, registered: readonly Registered[]): object {
  const found = registered.find((one) => isSame(one, command));
  return found ? { id: found.id, default_member_permissions: null, ...command } : command;
}

async function warnOfDoubles(rest: REST, application: string, say: (sentence: string) => void): Promise<void> {
  const global = z.array(registeredSchema).parse(await rest.get(Routes.applicationCommands(application)));
  if (global.some(({ type }) => type === 1))
    say("Note: commands are registered for all servers too, so people in this server see each one twice.");
}

async function ownApplication(rest: REST): Promise<string> {
  return z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication())).id;
}

function count(changes: number): string {
  return `${changes} ${changes === 1 ? "change" : "changes"}`;
}

function sentenceFor(error: unknown, guild: string | undefined, apiUrl: string | undefined): string {
  const status = error instanceof DiscordAPIError ? error.status : 0;
  if (status === 401) return tokenRefused;
  if (error instanceof DiscordAPIError && error.code === 30034)
    return "Discord takes no more new commands for today (200 a day): try again tomorrow.";
  if ((status === 403 || status === 404) && guild)
    return `Discord does not let this bot register commands in server ${guild}: check the server's id and invite the bot with the applications.commands scope.`;
  if (status === 403 || status === 404)
    return "Discord knows no such application for this token: check DISCORD_APPLICATION_ID, or leave it out.";
  if (error instanceof DiscordAPIError) return `Discord refused the commands: ${error.message}`;
  if (error instanceof z.ZodError)
    return "Discord answered with something that is no list of commands: check DISCORD_API_URL.";
  return unreachable(apiUrl);
}
