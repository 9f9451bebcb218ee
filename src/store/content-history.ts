import type { ContentHistory } from "#core/content-history.ts";
import { renameItems } from "./channel-memory.ts";
import type { Database } from "./tables.ts";

const name = "content";
/** Rows written at once: both databases limit the values of one statement. */
const chunk = 500;

/** The content as it was, and what changed in it, in the database. */
export function contentHistory(database: Database): ContentHistory {
  const version = async (): Promise<string> => {
    const row = await database.selectFrom("content_versions").selectAll().where("name", "=", name).executeTakeFirst();
    return row?.version ?? "";
  };
  return {
    version,
    begun: async () => {
      const row = await database
        .selectFrom("content_versions")
        .select("begun_at")
        .where("name", "=", name)
        .executeTakeFirst();
      return row?.begun_at ?? undefined;
    },
    kept: () => database.selectFrom("content_passages").selectAll().orderBy("id").execute(),
    record: (update) =>
      database.transaction().execute(async (transaction) => {
        await transaction
          .insertInto("content_versions")
          .values({ name, version: "", begun_at: update.at })
          .onConflict((conflict) => conflict.column("name").doNothing())
          .execute();
        const moved = await transaction
          .updateTable("content_versions")
          .set({ version: update.version })
          .where("name", "=", name)
          .where("version", "=", update.from)
          .executeTakeFirst();
        if (moved.numUpdatedRows === 0n) return;
        await transaction.deleteFrom("content_passages").execute();
        for (let i = 0; i < update.passages.length; i += chunk)
          await transaction
            .insertInto("content_passages")
            .values(
              update.passages
                .slice(i, i + chunk)
                .map(({ id, entry, section, title, text }) => ({ id, entry, section, title, text })),
            )
            .execute();
        const changes = update.changes.map(({ at, id, kind, was }) => ({ at, id, kind, was: was ?? null }));
        for (let i = 0; i < changes.length; i += chunk)
          await transaction
            .insertInto("content_changes")
            .values(changes.slice(i, i + chunk))
            .execute();
        await renameItems(transaction, update.moved);
      }),
    since: async (moment) => {
      const rows = await database
        .selectFrom("content_changes")
        .selectAll()
        .where("at", ">", moment)
        .orderBy("at")
        .execute();
      return rows.map(({ at, id, kind, was }) => ({ at, id, kind, ...(was === null ? {} : { was }) }));
    },
  };
}
