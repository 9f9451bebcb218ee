import type { Person } from "#core/origin.ts";
import type { Scorecards } from "#core/room.ts";
import type { Database } from "./tables.ts";

/** Answers to the readiness scorecard, in the database. */
export function scorecards(database: Database): Scorecards {
  const keep = async ({ platform, workspace, asker }: Person, day: string, answers: readonly number[], at: number) => {
    const row = { platform, workspace, asker, day, answers: answers.join(" "), at };
    await database
      .insertInto("scorecards")
      .values(row)
      .onConflict((conflict) => conflict.columns(["platform", "workspace", "asker", "day"]).doUpdateSet(row))
      .execute();
  };
  const rowsOf = ({ platform, workspace, asker }: Person) =>
    database
      .selectFrom("scorecards")
      .select(["day", "answers", "at"])
      .where("platform", "=", platform)
      .where("workspace", "=", workspace)
      .where("asker", "=", asker)
      .orderBy("day");
  return {
    draft: (person, answers, at) => keep(person, "", answers, at),
    drafted: async (person) => {
      const row = await rowsOf(person).where("day", "=", "").executeTakeFirst();
      return row ? numbersIn(row.answers) : undefined;
    },
    finish: async (person, day, answers, at) => {
      await keep(person, day, answers, at);
      await database
        .deleteFrom("scorecards")
        .where("platform", "=", person.platform)
        .where("workspace", "=", person.workspace)
        .where("asker", "=", person.asker)
        .where("day", "=", "")
        .execute();
    },
    history: async (person) => {
      const rows = await rowsOf(person).where("day", "!=", "").execute();
      return rows.map(({ day, answers }) => ({ day, answers: numbersIn(answers) }));
    },
    team: async ({ platform, workspace }, since) => {
      const rows = await database
        .selectFrom("scorecards")
        .select(["asker", "day", "answers"])
        .where("platform", "=", platform)
        .where("workspace", "=", workspace)
        .where("day", ">=", since)
        .orderBy("day")
        .execute();
      const newest = new Map(rows.map((row) => [row.asker, row] as const));
      return [...newest.values()].map(({ day, answers }) => ({ day, answers: numbersIn(answers) }));
    },
  };
}

const numbersIn = (answers: string): number[] => answers.split(" ").filter(Boolean).map(Number);
