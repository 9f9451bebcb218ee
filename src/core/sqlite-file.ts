import { join } from "node:path";

/** Where the database lies in a data folder, unless PostgreSQL holds it. */
export const sqliteFile = (directory: string): string => join(directory, "casebook.sqlite");

/** SQLite's codes for a damaged file, and for one that is no database: https://sqlite.org/rescode.html */
const damagedCodes = new Set([11, 26]);

/** True when SQLite says so of a file that is damaged, or no database. */
export function isDamaged(error: unknown): error is Error {
  return error instanceof Error && "errcode" in error && damagedCodes.has(Number(error.errcode));
}
