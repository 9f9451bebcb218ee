import type { Threads } from "#core/room.ts";
import type { Database } from "./database.ts";
import { keptQuestion } from "./wording.ts";

export type ThreadsTables = {
  threads: {
    key: string;
    platform: string;
    workspace: string;
    asker: string;
    /** Entry ids, a space between. */
    subjects: string;
    question: string;
    at: number;
  };
};

/** What conversations are about, in the database: one row a conversation, the newest talk holds. */
export function threads(database: Database): Threads {
  return {
    recall: async (key, since) => {
      const row = await database
        .selectFrom("threads")
        .select(["subjects", "question"])
        .where("key", "=", key)
        .where("at", ">=", since)
        .executeTakeFirst();
      return row && { subjects: row.subjects.split(" ").filter(Boolean), question: row.question };
    },
    remember: async (key, { subjects, question, platform, workspace, asker }, at) => {
      const row = {
        platform,
        workspace,
        asker,
        subjects: subjects.join(" "),
        question: keptQuestion(question),
        at,
      };
      await database
        .insertInto("threads")
        .values({ key, ...row })
        .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
        .execute();
    },
  };
}
