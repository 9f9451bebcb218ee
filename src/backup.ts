import { join } from "node:path";
import { sqliteFile } from "#core/sqlite-file.ts";
import { backupSqlite } from "#store/backup.ts";
import { readEnvironment } from "./environment.ts";
import { redact } from "./log.ts";
import { readConfig } from "./read-config.ts";

/** Copies the database while the bot runs: `npm run -s backup [-- file]`. Exit 1: no copy was made. 2: misuse. */
function main([given]: readonly string[]): number {
  const settings = readConfig(readEnvironment());
  if ("problems" in settings) return say(settings.problems.join("\n"), 2);
  const { DATABASE_URL, DATA_DIR } = settings.config;
  if (DATABASE_URL)
    return say(
      'The state is in PostgreSQL, which makes consistent copies itself: pg_dump --format=custom --file=casebook.dump "$DATABASE_URL"',
      2,
    );
  const stamp = new Date().toISOString().slice(0, 19).replace(/[:T]/g, "-");
  const copy = given ?? join(DATA_DIR, `backup-${stamp}.sqlite`);
  try {
    backupSqlite(sqliteFile(DATA_DIR), copy);
  } catch (error) {
    return say(error instanceof Error ? error.message : String(error), 1);
  }
  console.log(copy);
  return 0;
}

function say(sentence: string, code: number): number {
  console.error(redact(sentence));
  return code;
}

process.exitCode = main(process.argv.slice(2));
