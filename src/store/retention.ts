import type { Transaction } from "kysely";
import type { Person } from "#core/origin.ts";
import type { Retention } from "#core/room.ts";
import type { Database, Tables } from "./tables.ts";

type Change = Transaction<Tables>;

/** Deletes what is no longer to be kept, table by table, in one transaction. */
export function retention(database: Database): Retention {
  return {
    forget: (person) =>
      database.transaction().execute(async (change) => {
        const counts = [
          await forgetTalks(change, person),
          await forgetFilings(change, person),
          await forgetInMeetings(change, person),
          await forgetInDigests(change, person),
        ];
        return counts.reduce((sum, count) => sum + count, 0);
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

const ownerOf = ({ platform, workspace, asker }: Person): Person => ({ platform, workspace, asker });

/** What somebody said, rated and answered about themselves; gives how many rows, as those below do. */
async function forgetTalks(change: Change, person: Person): Promise<number> {
  let count = 0n;
  for (const table of ["threads", "feedback", "scorecards"] as const) {
    const own = change.deleteFrom(table).where((row) => row.and(ownerOf(person)));
    count += (await own.executeTakeFirst()).numDeletedRows;
  }
  return Number(count);
}

/** A gap that nobody else filed goes with its filing; its one count was whoever asked before they filed it. */
async function forgetFilings(change: Change, person: Person): Promise<number> {
  const filed = await change
    .deleteFrom("gap_filings")
    .where((row) => row.and(ownerOf(person)))
    .returning("gap")
    .execute();
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
  return filed.length;
}

/** What somebody asked in meetings goes; what others asked stays, and so do meetings, without their name. */
async function forgetInMeetings(change: Change, { platform, workspace, asker }: Person): Promise<number> {
  const meetings = change
    .selectFrom("meetings")
    .select("id")
    .where("platform", "=", platform)
    .where("workspace", "=", workspace);
  const asked = await change
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
  return Number(asked.numDeletedRows + owned.numUpdatedRows + started.numUpdatedRows);
}

/** A channel keeps the digests that somebody set up, without their name; what was written to them alone goes. */
async function forgetInDigests(change: Change, { platform, workspace, asker }: Person): Promise<number> {
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
  return Number(subscribed.numUpdatedRows + notices.numDeletedRows);
}
