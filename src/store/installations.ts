import type { Installations } from "#core/installations.ts";
import type { Database } from "./tables.ts";

/** Installations in the database; it never sees what they hold. */
export function installations(database: Database): Installations {
  return {
    keep: async (id, sealed, at) => {
      await database
        .insertInto("installations")
        .values({ id, sealed, installed_at: at })
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ sealed, installed_at: at }))
        .execute();
    },
    find: async (id) => {
      const row = await database.selectFrom("installations").select("sealed").where("id", "=", id).executeTakeFirst();
      return row?.sealed;
    },
    all: () => database.selectFrom("installations").select(["id", "sealed"]).orderBy("id").execute(),
    replace: async (id, from, to) => {
      const changed = await database
        .updateTable("installations")
        .set({ sealed: to })
        .where("id", "=", id)
        .where("sealed", "=", from)
        .executeTakeFirst();
      return changed.numUpdatedRows === 1n;
    },
    join: async (workspace, organisation) => {
      await database
        .insertInto("installation_workspaces")
        .values({ workspace, organisation })
        .onConflict((conflict) => conflict.column("workspace").doUpdateSet({ organisation }))
        .execute();
    },
    leave: async (workspace, organisation) => {
      await database
        .deleteFrom("installation_workspaces")
        .where("workspace", "=", workspace)
        .where("organisation", "=", organisation)
        .execute();
    },
    organisationOf: async (workspace) => {
      const row = await database
        .selectFrom("installation_workspaces")
        .select("organisation")
        .where("workspace", "=", workspace)
        .executeTakeFirst();
      return row?.organisation;
    },
    remove: (id, before) =>
      database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("installations").where("id", "=", id).where("installed_at", "<", before).execute();
        const again = await transaction
          .selectFrom("installations")
          .select("id")
          .where("id", "=", id)
          .executeTakeFirst();
        if (again) return [];
        const served = await transaction
          .deleteFrom("installation_workspaces")
          .where((row) => row.or([row("organisation", "=", id), row("workspace", "=", id)]))
          .returning("workspace")
          .execute();
        return [...new Set([id, ...served.map(({ workspace }) => workspace)])];
      }),
  };
}
