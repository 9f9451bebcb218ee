import { type PostgresCursor, PostgresDialect, type PostgresPoolClient, type PostgresQueryResult } from "kysely";
import pg from "pg";

// PostgreSQL gives 64-bit integers as text; ours are times and counts, well within a double.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** How long PostgreSQL may take, in milliseconds. */
export const postgresPatience = { connection: 5000, query: 30_000 } as const;

type Options = {
  /** Connections open at a time. */
  readonly most: number;
  /** Milliseconds a query may take; {@link postgresPatience} unless said otherwise. */
  readonly queryPatience?: number | undefined;
  /** Told of a connection that the server closed while it was idle; the next query opens another. */
  readonly onLost?: ((error: Error) => void) | undefined;
};

/** PostgreSQL for Kysely: no connection and no query is waited for longer than the patience there is. */
export function postgresDialect(
  url: string,
  { most, queryPatience = postgresPatience.query, onLost }: Options,
): PostgresDialect {
  const pool = new pg.Pool({
    ...{ connectionString: url, max: most, keepAlive: true },
    ...{ connectionTimeoutMillis: postgresPatience.connection, query_timeout: queryPatience },
  });
  // Without listeners, a restart of PostgreSQL would end this process too: the pool's for idle connections, each
  // connection's own for the moments between two queries.
  pool.on("error", (error) => onLost?.(error));
  pool.on("connect", (client) => client.on("error", () => {}));
  return new PostgresDialect({
    pool: { options: pool.options, connect: async () => droppedWhenDead(await pool.connect()), end: () => pool.end() },
  });
}

/**
 * A connection that failed at anything but what PostgreSQL itself refuses has lost an answer: it is used for nothing
 * more, not even a rollback, and does not go back into the pool, where each next query would wait for it in vain.
 */
function droppedWhenDead(client: pg.PoolClient): PostgresPoolClient {
  let dead: unknown;
  function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(sql: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof sql !== "string") throw new TypeError("cursors are not used");
    if (dead !== undefined) return Promise.reject(dead);
    return client.query(sql, [...parameters]).catch((error: unknown) => {
      if (!(error instanceof pg.DatabaseError)) dead = error;
      throw error;
    });
  }
  return { query, release: () => client.release(dead !== undefined) };
}
