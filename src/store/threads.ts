import type { Threads } from "#core/room.ts";
import { compiled } from "./compiled.ts";
import type { Database } from "./tables.ts";
import { keptQuestion } from "./wording.ts";

/** What conversations are about, in the database: one row a conversation, the newest talk holds. */
export function threads(database: Database): Threads {
  const recall = compiled(
    database,
    database.selectFrom("threads").select(["subjects", "question"]).where("key", "=", "").where("at", ">=", 0),
  );
  const blank = { platform: "", workspace: "", asker: "", subjects: "", question: "", at: 0 };
  const remember = compiled(
    database,
    database
      .insertInto("threads")
      .values({ key: "", ...blank })
      .onConflict((conflict) => conflict.column("key").doUpdateSet(blank)),
  );
  return {
    recall: async (key, since) => {
      const [row] = (await recall(key, since)).rows;
      return row && { subjects: row.subjects.split(" ").filter(Boolean), question: row.question };
    },
    remember: async (key, { subjects, question, platform, workspace, asker }, at) => {
      const row = [platform, workspace, asker, subjects.join(" "), keptQuestion(question), at];
      await remember(key, ...row, ...row);
    },
  };
}
