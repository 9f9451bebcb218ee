import { readFileSync, writeFileSync } from "node:fs";
import { scopes, slackManifest } from "#platforms/slack/manifest.ts";
import { commands } from "../commands/index.ts";
import { licencePage } from "./licences.ts";

/** Markdown table of the commands, from their declarations. */
export function commandTable(): string {
  const rows = commands.map(({ name, summary, examples }) => `| \`/${name}\` | ${summary} | \`/${examples[0]}\` |`);
  return ["| command | what it does | try |", "| --- | --- | --- |", ...rows].join("\n");
}

/** Markdown table of the settings, from `.env.example`: each key under its comment line. */
export function settingsTable(example: string): string {
  const lines = example.trim().split("\n");
  const rows = lines.flatMap((line, i) => {
    const [key = "", value = ""] = line.split("=");
    return line.startsWith("#")
      ? []
      : [`| \`${key}\` | ${value ? `\`${value}\`` : ""} | ${(lines[i - 1] ?? "").replace(/^#\s*/, "")} |`];
  });
  return ["| variable | default | what it is |", "| --- | --- | --- |", ...rows].join("\n");
}

/** Markdown table of Slack's scopes and what each is for. */
export function scopeTable(): string {
  const rows = Object.entries(scopes).map(([scope, why]) => `| \`${scope}\` | ${why} |`);
  return ["| scope | what for |", "| --- | --- |", ...rows].join("\n");
}

/** Puts text between `<!-- name -->` and `<!-- /name -->`. Throws when the marks are missing. */
export function between(document: string, name: string, text: string): string {
  const marks = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!marks.test(document)) throw new Error(`no marks <!-- ${name} --> in the document`);
  return document.replace(marks, (_, open: string, close: string) => `${open}${text}\n${close}`);
}

/** Every generated file by its path, as it should be. */
export function generatedFiles(): Record<string, string> {
  const readme = readFileSync("README.md", "utf8");
  return {
    "README.md": between(
      between(readme, "commands", commandTable()),
      "settings",
      settingsTable(readFileSync(".env.example", "utf8")),
    ),
    "docs/licences.md": licencePage(readFileSync("package-lock.json", "utf8")),
    "docs/slack.md": between(readFileSync("docs/slack.md", "utf8"), "scopes", scopeTable()),
    "manifest.json": `${JSON.stringify(slackManifest(commands), null, 2)}\n`,
  };
}

if (import.meta.main) for (const [path, text] of Object.entries(generatedFiles())) writeFileSync(path, text);
