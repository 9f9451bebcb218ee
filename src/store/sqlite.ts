import { existsSync } from "node:fs";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { SqliteDialect, type SqliteStatement } from "kysely";

/** Statements kept prepared: every command line runs some of the same few. */
const mostPrepared = 200;

/**
 * What is noted beside nearly every answer: nobody's answer waits for the disk to have it. A crash of the process takes
 * none of it; a power cut may take the newest rows, until something else is committed.
 */
const noted = /^insert into "(?:threads|gaps|claims)"/;

type Level = "FULL" | "NORMAL";

/** How far a statement's commit must have come before it returns; reading commits nothing. */
const levelOf = (sql: string): Level | undefined =>
  /^select\b/i.test(sql) ? undefined : noted.test(sql) ? "NORMAL" : "FULL";

/** A Kysely dialect over Node's own SQLite: write-ahead log, every commit but notes on disk before it returns. */
export function sqliteDialect(file: string): SqliteDialect {
  const database = new DatabaseSync(file, { timeout: 2000 });
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
  return dialectOver(database);
}

/** A dialect that reads a file as it stands: nothing is written to it, and nothing beside it. */
export function sqliteReader(file: string): SqliteDialect {
  const address = pathToFileURL(file);
  // Even a reader puts a log beside the file, and leaves it there, unless it is told that nobody writes meanwhile.
  if (!existsSync(`${file}-wal`)) address.searchParams.set("immutable", "1");
  return dialectOver(new DatabaseSync(address, { readOnly: true, timeout: 2000 }));
}

function dialectOver(database: DatabaseSync): SqliteDialect {
  const prepared = new Map<string, SqliteStatement>();
  let level: Level = "FULL";
  const durably = (wanted: Level | undefined): void => {
    if (wanted === undefined || wanted === level || database.isTransaction) return;
    database.exec(`PRAGMA synchronous = ${wanted}`);
    level = wanted;
  };
  const prepare = (sql: string): SqliteStatement => {
    const statement = database.prepare(sql);
    const wanted = levelOf(sql);
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => {
        durably(wanted);
        return statement.all(...parameters.map(bindable));
      },
      run: (parameters) => {
        durably(wanted);
        return statement.run(...parameters.map(bindable));
      },
      // Read row by row, a statement must be nobody else's meanwhile.
      iterate: (parameters) => database.prepare(sql).iterate(...parameters.map(bindable)),
    };
  };
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (sql) => {
        const statement = prepared.get(sql) ?? prepare(sql);
        if (prepared.size >= mostPrepared) prepared.clear();
        prepared.set(sql, statement);
        return statement;
      },
    },
  });
}

/** SQLite has no booleans; everything else the queries bind is a number, text, bytes or null. */
function bindable(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (
    typeof value === "number" ||
    typeof value === "bigint" ||
    typeof value === "string" ||
    value instanceof Uint8Array
  )
    return value;
  throw new TypeError(`cannot bind a ${typeof value}`);
}
