import { parseArgs } from "node:util";
import { snowflake, whereToFind } from "#platforms/discord/application.ts";
import { register } from "#platforms/discord/registration.ts";
import { commands } from "../commands/index.ts";
import { readArguments } from "./arguments.ts";
import { readEnvironment } from "./environment.ts";
import { leave } from "./leave.ts";
import { readConfig } from "./read-config.ts";

const usage = "usage: npm run register -- [--dry-run] [--guild ID]";

const { guild, dryRun } = readArguments(usage, () => {
  const { values } = parseArgs({ options: { "dry-run": { type: "boolean" }, guild: { type: "string" } } });
  if (values.guild !== undefined && !snowflake.test(values.guild))
    throw new Error("--guild takes a server's id, a number of 17 to 20 digits.");
  return { guild: values.guild, dryRun: values["dry-run"] ?? false };
});
const settings = readConfig(readEnvironment());
if ("problems" in settings) leave(settings.problems, 2);
const {
  DIGEST_MANAGERS: managers,
  DISCORD_TOKEN: token,
  DISCORD_APPLICATION_ID: applicationId,
  DISCORD_API_URL: apiUrl,
} = settings.config;
if (!token) leave([`DISCORD_TOKEN is missing: ${whereToFind.DISCORD_TOKEN}.`], 2);

// People named one by one need to see the command too, so it is hidden only where admins alone may use it.
const managed = managers.length > 0 && managers.every((one) => one === "admins") ? ["digest"] : [];

try {
  await register({ commands, config: { token, applicationId, apiUrl }, guild, managed, dryRun, say: console.log });
} catch (error) {
  leave([error instanceof Error ? error.message : String(error)], 1);
}
