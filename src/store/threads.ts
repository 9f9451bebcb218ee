import type { Threads } from "#core/room.ts";
import { compiled } from "./compiled.ts";
import type { Database } from "./tables.ts";
import { keptQuestion } from "./wording.ts";

/** What conversations are about, in the database: one row a conversation, the newest talk holds. */
export function threads(database: Database): Threads {
  const recall = compiled(
    database,
    database
      .selectFrom("threads")
      .select(["subjects", "question", "spoken", "line"])
      .where("key", "=", "")
      .where("at", ">=", 0),
  );
  const blank = { platform: "", workspace: "", asker: "", subjects: "", question: "", spoken: "", line: "", at: 0 };
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
      return row && { ...row, subjects: idsIn(row.subjects), spoken: idsIn(row.spoken) };
    },
    remember: async (key, { subjects, question, spoken = [], line = "", platform, workspace, asker }, at) => {
      const said = [subjects.join(" "), keptQuestion(question), spoken.join(" "), keptLine(line)];
      const row = [platform, workspace, asker, ...said, at];
      await remember(key, ...row, ...row);
    },
  };
}

const idsIn = (text: string): string[] => text.split(" ").filter(Boolean);

/** Longest line kept, in characters: cut, it would be another one. */
const longestLine = 1000;
const keptLine = (line: string): string => (line.length > longestLine ? "" : line);
