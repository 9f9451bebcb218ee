import { createHash } from "node:crypto";
import type { Feedback, PoorAnswer } from "#core/room.ts";
import type { Database } from "./tables.ts";
import { idLetters, keptQuestion, wordingOf } from "./wording.ts";

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
        .select(["workspace", "question", "passage", "wording", "reason"])
        .where("helpful", "=", 0)
        .orderBy("at");
      if (workspace !== undefined) query = query.where("workspace", "=", workspace);
      const rows = await query.execute();
      return [...Map.groupBy(rows, idOf)]
        .map(([id, same]): PoorAnswer => {
          const { workspace: where = "", question = "", passage = "" } = same.at(-1) ?? {};
          const reasons = [...new Set(same.map(({ reason }) => reason).filter(Boolean))];
          return { id, workspace: where, question, passage, times: same.length, reasons };
        })
        .sort((a, b) => b.times - a.times);
    },
    settle: async (ids) => {
      const rows = await database
        .selectFrom("feedback")
        .select(["workspace", "passage", "wording"])
        .distinct()
        .where("helpful", "=", 0)
        .execute();
      for (const { workspace, passage, wording } of rows.filter((row) => ids.includes(idOf(row))))
        await database
          .deleteFrom("feedback")
          .where((row) => row.and({ workspace, passage, wording, helpful: 0 }))
          .execute();
    },
  };
}

/** What ratings of one answer to one question have in common, as an id that people can type. */
function idOf({ workspace, passage, wording }: { workspace: string; passage: string; wording: string }): string {
  return createHash("sha256")
    .update(JSON.stringify([workspace, passage, wording]))
    .digest("hex")
    .slice(0, idLetters);
}
