import type { Retention } from "#core/room.ts";
import type { Database } from "./tables.ts";

/** Deletes what is no longer to be kept, table by table, in one transaction. */
export function retention(database: Database): Retention {
  return {
    forget: ({ platform, workspace, asker }) =>
      database.transaction().execute(async (change) => {
        const filed = await change
          .selectFrom("gap_filings")
          .select("gap")
          .where("platform", "=", platform)
          .where("workspace", "=", workspace)
          .where("asker", "=", asker)
          .execute();
        const counts: bigint[] = [];
        for (const table of ["threads", "feedback", "gap_filings", "scorecards"] as const) {
          const result = await change
            .deleteFrom(table)
            .where("platform", "=", platform)
            .where("workspace", "=", workspace)
            .where("asker", "=", asker)
            .executeTakeFirst();
          counts.push(result.numDeletedRows);
        }
        const meetings = change
          .selectFrom("meetings")
          .select("id")
          .where("platform", "=", platform)
          .where("workspace", "=", workspace);
        const questions = await change
          .deleteFrom("meeting_questions")
          .where("asker", "=", asker)
          .where("meeting", "in", meetings)
          .executeTakeFirst();
        const owned = await change
          .updateTable("meeting_questions")
          .set({ owner: "", owned_by: "" })
          .where("owned_by", "=", asker)
          .where("meeting", "in", meetings)
          .executeTakeFirst();
        const started = await change
          .updateTable("meetings")
          .set({ asker: "" })
          .where("asker", "=", asker)
          .where("id", "in", meetings)
          .executeTakeFirst();
        const subscribed = await change
          .updateTable("subscriptions")
          .set({ owner: null })
          .where("platform", "=", platform)
          .where((row) => row.fn.coalesce("workspace", row.val("")), "=", workspace)
          .where("owner", "=", asker)
          .executeTakeFirst();
        const notices = await change
          .deleteFrom("deliveries")
          .where("platform", "=", platform)
          .where("person", "=", 1)
          .where("channel", "=", asker)
          .executeTakeFirst();
        // A gap that nobody else filed goes with its filing; its one count was whoever asked before they filed it.
        if (filed.length > 0)
          await change
            .deleteFrom("gaps")
            .where(
              "id",
              "in",
              filed.map(({ gap }) => gap),
            )
            .where("asked", "<=", 1)
            .where("id", "not in", change.selectFrom("gap_filings").select("gap"))
            .execute();
        return Number(
          [
            ...counts,
            questions.numDeletedRows,
            owned.numUpdatedRows,
            started.numUpdatedRows,
            subscribed.numUpdatedRows,
            notices.numDeletedRows,
          ].reduce((sum, count) => sum + count, 0n),
        );
      }),

    purge: ({ talks, claims, scorecards, rest }) =>
      database.transaction().execute(async (change) => {
        const old = change.selectFrom("meetings").select("id").where("started_at", "<", rest);
        const results = [
          await change.deleteFrom("threads").where("at", "<", talks).executeTakeFirst(),
          await change.deleteFrom("claims").where("at", "<", claims).executeTakeFirst(),
          await change.deleteFrom("feedback").where("at", "<", rest).executeTakeFirst(),
          await change.deleteFrom("gap_filings").where("at", "<", rest).executeTakeFirst(),
          await change.deleteFrom("gaps").where("last_at", "<", rest).executeTakeFirst(),
          await change.deleteFrom("meeting_questions").where("meeting", "in", old).executeTakeFirst(),
          await change.deleteFrom("meetings").where("started_at", "<", rest).executeTakeFirst(),
          await change.deleteFrom("scorecards").where("day", "=", "").where("at", "<", rest).executeTakeFirst(),
          await change.deleteFrom("scorecards").where("at", "<", scorecards).executeTakeFirst(),
          await change.deleteFrom("kept_lines").where("kept_at", "<", rest).executeTakeFirst(),
        ];
        return Number(results.reduce((sum, { numDeletedRows }) => sum + numDeletedRows, 0n));
      }),
  };
}
