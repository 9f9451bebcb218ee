import type { Compilable, QueryResult } from "kysely";
import type { Database } from "./tables.ts";

/**
 * A query that is compiled once and run with other values each time, given in the order in which it was built with them:
 * for those that run beside nearly every answer, where building one anew takes longer than the database does.
 */
export function compiled<Row>(database: Database, query: Compilable<Row>) {
  const once = query.compile();
  return (...parameters: readonly unknown[]): Promise<QueryResult<Row>> =>
    database.executeQuery<Row>({ ...once, parameters });
}
