import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { SqliteDialect, type SqliteStatement } from "kysely";

/** Statements kept prepared: every command line runs some of the same few. */
const mostPrepared = 200;

/**
 * What is noted beside nearly every answer: nobody's answer waits for the disk to have it. A crash of the process takes
 * none of it; a power cut may take the newest rows, until something else is committed.
 */
const noted = /^insert into "(?:threads|gaps|claims)"/;

/** A Kysely dialect over Node's own SQLite: write-ahead log, every commit but notes on disk before it returns. */
export function sqliteDialect(file: string): SqliteDialect {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 2000 });
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
  const prepared = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const statement = database.prepare(sql);
    const run = (parameters: readonly unknown[]) => statement.run(...parameters.map(bindable));
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...parameters.map(bindable)),
      run: (parameters) =>
        noted.test(sql) && !database.isTransaction ? unhurried(() => run(parameters)) : run(parameters),
      // Read row by row, a statement must be nobody else's meanwhile.
      iterate: (parameters) => database.prepare(sql).iterate(...parameters.map(bindable)),
    };
  };
  const unhurried = <Result>(write: () => Result): Result => {
    database.exec("PRAGMA synchronous = NORMAL");
    try {
      return write();
    } finally {
      database.exec("PRAGMA synchronous = FULL");
    }
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
