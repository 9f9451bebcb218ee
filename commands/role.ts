import { entryCommand } from "#present/entry-command.ts";

export const roleCommand = entryCommand({
  name: "role",
  kind: "role",
  noun: "role",
  partNoun: "part",
  summary: "What a role owns, how it is measured, its first 90 days",
  examples: ["role vp-partnerships", "role", "role partner-manager first-90-days", "role cro kpis"],
});
