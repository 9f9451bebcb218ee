import type { Feedback, PoorAnswer } from "#core/room.ts";
import type { Database } from "./tables.ts";
import { keptQuestion, wordingOf } from "./wording.ts";

/** Ratings of answers, in the database. */
export function feedback(database: Database): Feedback {
  return {
    rate: async ({ question, helpful, ...rating }, at) => {
      const row = {
        ...rating,
        question: keptQuestion(question),
        wording: wordingOf(question),
        helpful: helpful ? 1 : 0,
        at,
      };
      await database
        .insertInto("feedback")
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(["platform", "workspace", "asker", "passage", "wording"]).doUpdateSet(row),
        )
        .execute();
    },
    poor: async (workspace) => {
      let query = database
        .selectFrom("feedback")
        .select(["question", "passage", "wording", "reason"])
        .where("helpful", "=", 0)
        .orderBy("at");
      if (workspace !== undefined) query = query.where("workspace", "=", workspace);
      const rows = await query.execute();
      const groups = Map.groupBy(rows, (row) => `${row.wording}\n${row.passage}`);
      return [...groups.values()]
        .map((same): PoorAnswer => {
          const { question = "", passage = "" } = same.at(-1) ?? {};
          const reasons = [...new Set(same.map(({ reason }) => reason).filter(Boolean))];
          return { question, passage, times: same.length, reasons };
        })
        .sort((a, b) => b.times - a.times);
    },
  };
}
