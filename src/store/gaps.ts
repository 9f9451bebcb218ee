import { newId } from "#core/ids.ts";
import type { Filing, Gap, Gaps } from "#core/room.ts";
import type { Database } from "./tables.ts";
import { idLetters, keptQuestion, wordingOf } from "./wording.ts";

/** What is read of a gap. */
const columns = [
  "gaps.id",
  "gaps.workspace",
  "gaps.question",
  "gaps.passage",
  "gaps.asked",
  "gaps.first_at",
  "gaps.last_at",
] as const;

/** Questions without an answer, and who waits for one, in the database. A closed gap asked again is open again. */
export function gaps(database: Database): Gaps {
  const put = async (question: string, workspace: string, passage: string, asked: number, at: number) => {
    const wording = wordingOf(question);
    const fresh = {
      id: newId(idLetters),
      workspace,
      wording,
      question: keptQuestion(question),
      passage,
      asked,
      first_at: at,
      last_at: at,
      closed_at: null,
    };
    await database
      .insertInto("gaps")
      .values(fresh)
      .onConflict((conflict) =>
        conflict.columns(["workspace", "wording"]).doUpdateSet((row) => ({
          asked: row
            .case()
            .when("gaps.closed_at", "is", null)
            .then(row("gaps.asked", "+", asked))
            .else(asked)
            .end(),
          ...(asked === 0 ? { passage } : {}),
          last_at: at,
          closed_at: null,
        })),
      )
      .execute();
    return wording;
  };
  const read = (workspace?: string) => {
    const query = database
      .selectFrom("gaps")
      .leftJoin("gap_filings", (join) =>
        join.onRef("gap_filings.gap", "=", "gaps.id").on("gap_filings.told_at", "is", null),
      )
      .select(({ fn }) => [...columns, fn.count<number>("gap_filings.id").as("waiting")])
      .where("gaps.closed_at", "is", null)
      .groupBy(columns)
      .orderBy("gaps.asked", "desc")
      .orderBy("waiting", "desc")
      .orderBy("gaps.last_at", "desc")
      .orderBy("gaps.id");
    return workspace === undefined ? query : query.where("gaps.workspace", "=", workspace);
  };
  const gapOf = ({ first_at, last_at, waiting, ...row }: Awaited<ReturnType<ReturnType<typeof read>["execute"]>>[0]) =>
    ({ ...row, waiting: Number(waiting), firstAt: first_at, lastAt: last_at }) satisfies Gap;

  return {
    count: async (question, { workspace }, at) => {
      await put(question, workspace, "", 1, at);
    },
    file: async (question, passage, { platform, workspace, channel, thread, asker }, at) => {
      const wording = await put(question, workspace, passage, 0, at);
      const found = await read(workspace).where("gaps.wording", "=", wording).executeTakeFirstOrThrow();
      await database
        .insertInto("gap_filings")
        .values({ id: newId(idLetters), gap: found.id, platform, workspace, channel, thread, asker, at, told_at: null })
        .onConflict((conflict) =>
          conflict
            .columns(["gap", "platform", "workspace", "channel", "thread", "asker"])
            .doUpdateSet({ at, told_at: null }),
        )
        .execute();
      return gapOf(await read(workspace).where("gaps.id", "=", found.id).executeTakeFirstOrThrow());
    },
    open: async (workspace) => (await read(workspace).execute()).map(gapOf),
    close: async (ids, at) => {
      if (ids.length === 0) return 0;
      const result = await database
        .updateTable("gaps")
        .set({ closed_at: at })
        .where("id", "in", [...ids])
        .where("closed_at", "is", null)
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },
    waiting: async (gap): Promise<Filing[]> =>
      database
        .selectFrom("gap_filings")
        .select(["id", "gap", "platform", "workspace", "channel", "thread", "asker"])
        .where("gap", "=", gap)
        .where("told_at", "is", null)
        .orderBy("at")
        .orderBy("id")
        .execute(),
    claim: async (filing, at) => {
      const result = await database
        .updateTable("gap_filings")
        .set({ told_at: at })
        .where("id", "=", filing)
        .where("told_at", "is", null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    release: async (filing) => {
      await database.updateTable("gap_filings").set({ told_at: null }).where("id", "=", filing).execute();
    },
  };
}
