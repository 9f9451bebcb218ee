import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from "kysely";
import { newId } from "#core/ids.ts";
import type { Filing, Gap, Gaps } from "#core/room.ts";
import type { Database, Tables } from "./tables.ts";
import { idLetters, keptQuestion, wordingOf } from "./wording.ts";

const mostWanted = (a: Gap, b: Gap): number =>
  b.asked - a.asked || b.waiters.length - a.waiters.length || b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1);

/** Questions without an answer, and who waits for one, in the database. A closed gap asked again is open again. */
export function gaps(database: Database): Gaps {
  const put = async (
    question: string,
    workspace: string,
    { passage = "", heardIn = "", asked }: { passage?: string; heardIn?: string; asked: number },
    at: number,
  ) => {
    const wording = wordingOf(question);
    const fresh = {
      id: newId(idLetters),
      workspace,
      wording,
      question: keptQuestion(question),
      passage,
      heard_in: heardIn,
      heard_at: heardIn ? at : 0,
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
          ...(heardIn
            ? { heard_in: heardIn, heard_at: at }
            : {
                heard_in: row.case().when("gaps.closed_at", "is", null).then(row.ref("gaps.heard_in")).else("").end(),
                heard_at: row.case().when("gaps.closed_at", "is", null).then(row.ref("gaps.heard_at")).else(0).end(),
              }),
          last_at: at,
          closed_at: null,
        })),
      )
      .execute();
    return wording;
  };
  const read = async (
    which: (row: ExpressionBuilder<Tables, "gaps">) => ExpressionWrapper<Tables, "gaps", SqlBool>,
  ) => {
    const rows = await database
      .selectFrom("gaps")
      .select(["id", "workspace", "question", "passage", "heard_in", "heard_at", "asked", "first_at", "last_at"])
      .where(which)
      .execute();
    const filed = await database
      .selectFrom("gap_filings")
      .select(["gap", "platform", "asker"])
      .distinct()
      .where("told_at", "is", null)
      .where("gap", "in", database.selectFrom("gaps").select("id").where(which))
      .orderBy("platform")
      .orderBy("asker")
      .execute();
    const waiters = Map.groupBy(filed, ({ gap }) => gap);
    return rows
      .map(
        ({ heard_in, heard_at, first_at, last_at, ...row }): Gap => ({
          ...row,
          heardIn: heard_in,
          heardAt: heard_at,
          waiters: waiters.get(row.id)?.map(({ platform, asker }) => `${platform}/${asker}`) ?? [],
          firstAt: first_at,
          lastAt: last_at,
        }),
      )
      .sort(mostWanted);
  };

  return {
    count: async (question, { workspace, channel }, at, aloud = false) => {
      await put(question, workspace, { heardIn: aloud ? channel : "", asked: 1 }, at);
    },
    file: async (question, passage, { platform, workspace, channel, thread, asker }, at) => {
      const wording = await put(question, workspace, { passage, asked: 0 }, at);
      const found = await database
        .selectFrom("gaps")
        .select("id")
        .where("workspace", "=", workspace)
        .where("wording", "=", wording)
        .executeTakeFirstOrThrow();
      await database
        .insertInto("gap_filings")
        .values({ id: newId(idLetters), gap: found.id, platform, workspace, channel, thread, asker, at, told_at: null })
        .onConflict((conflict) =>
          conflict
            .columns(["gap", "platform", "workspace", "channel", "thread", "asker"])
            .doUpdateSet({ at, told_at: null }),
        )
        .execute();
      const [gap] = await read((row) => row("id", "=", found.id));
      if (!gap) throw new Error("a gap is gone that was filed just now");
      return gap;
    },
    open: (workspace) =>
      read((row) =>
        row.and([row("closed_at", "is", null), ...(workspace === undefined ? [] : [row("workspace", "=", workspace)])]),
      ),
    wanted: () =>
      read((row) =>
        row.or([
          row("closed_at", "is", null),
          row("id", "in", database.selectFrom("gap_filings").select("gap").where("told_at", "is", null)),
        ]),
      ),
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
    claim: async (filings, at) => {
      if (filings.length === 0) return [];
      const claimed = await database
        .updateTable("gap_filings")
        .set({ told_at: at })
        .where("id", "in", [...filings])
        .where("told_at", "is", null)
        .returning("id")
        .execute();
      return claimed.map(({ id }) => id);
    },
    release: async (filings) => {
      if (filings.length === 0) return;
      await database
        .updateTable("gap_filings")
        .set({ told_at: null })
        .where("id", "in", [...filings])
        .execute();
    },
  };
}
