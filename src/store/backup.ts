import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/**
 * Writes a consistent copy of a SQLite database that may be in use, in one file.
 * @throws Error with a sentence for the operator
 */
export function backupSqlite(file: string, copy: string): void {
  if (!existsSync(file)) throw new Error(`There is nothing to back up: ${file} does not exist yet.`);
  if (existsSync(copy)) throw new Error(`${copy} is there already; name another file.`);
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    database.prepare("VACUUM INTO ?").run(copy);
  } catch (error) {
    throw new Error(`${copy} could not be written: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    database.close();
  }
}
