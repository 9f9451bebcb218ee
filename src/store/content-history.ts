import type { ContentChange, ContentHistory } from "#core/content-history.ts";
import { portionsOf } from "./portions.ts";
import { renameChanges, renameItems } from "./renames.ts";
import type { Database } from "./tables.ts";

const name = "content";

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
        const passages = update.passages.map(({ id, entry, section, title, text }) => ({
          ...{ id, entry, section, title, text },
        }));
        for (const values of portionsOf(passages))
          await transaction.insertInto("content_passages").values(values).execute();
        const gone = update.changes.filter(({ kind }) => kind === "removed");
        await renameChanges(
          transaction,
          new Map([...update.moved, ...gone.map((change) => [change.id, nameOfGone(change)] as const)]),
        );
        const changes = update.changes.map((change) => ({
          ...{ at: change.at, kind: change.kind, was: change.was ?? null },
          id: change.kind === "removed" ? nameOfGone(change) : change.id,
        }));
        for (const values of portionsOf(changes))
          await transaction.insertInto("content_changes").values(values).execute();
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

/** What the changes of a removed row go by: no passage is called so, and no row that was removed at another time. */
const nameOfGone = ({ id, at }: Pick<ContentChange, "id" | "at">): string => `${id}~${at}`;
