import { newId } from "#core/ids.ts";
import type { Meeting, Meetings } from "#core/room.ts";
import { compiled } from "./compiled.ts";
import type { Database, Tables } from "./tables.ts";
import { idLetters, keptQuestion, wordingOf } from "./wording.ts";

/** Meetings and what was asked in them, in the database. */
export function meetings(database: Database): Meetings {
  const rows = () => database.selectFrom("meetings").selectAll();
  const current = compiled(
    database,
    rows()
      .where("platform", "=", "")
      .where("workspace", "=", "")
      .where("channel", "=", "")
      .where("thread", "in", ["", ""])
      .where("ended_at", "is", null)
      .where("started_at", ">=", 0)
      .orderBy("thread", "desc")
      .orderBy("started_at", "desc"),
  );
  return {
    start: async ({ platform, workspace, channel, thread }, studies, asker, at) => {
      const row = { id: newId(idLetters), platform, workspace, channel, thread, studies: studies.join(" "), asker };
      await database
        .insertInto("meetings")
        .values({ ...row, started_at: at, ended_at: null })
        .execute();
      return meetingOf({ ...row, started_at: at, ended_at: null });
    },
    current: async ({ platform, workspace, channel, thread }, since) => {
      const [row] = (await current(platform, workspace, channel, thread, "", since)).rows;
      return row && meetingOf(row);
    },
    inThreads: async ({ platform, workspace, channel }, since) => {
      const found = await rows()
        .where("platform", "=", platform)
        .where("workspace", "=", workspace)
        .where("channel", "=", channel)
        .where("thread", "!=", "")
        .where("ended_at", "is", null)
        .where("started_at", ">=", since)
        .execute();
      return found.map(meetingOf);
    },
    latest: async ({ platform, workspace, channel, thread }) => {
      const row = await rows()
        .where("platform", "=", platform)
        .where("workspace", "=", workspace)
        .where("channel", "=", channel)
        .where("thread", "in", [thread, ""])
        .orderBy("started_at", "desc")
        .orderBy("thread", "desc")
        .executeTakeFirst();
      return row && meetingOf(row);
    },
    find: async (id) => {
      const row = await rows().where("id", "=", id).executeTakeFirst();
      return row && meetingOf(row);
    },
    turn: async (meeting, studies) => {
      await database
        .updateTable("meetings")
        .set({ studies: studies.join(" ") })
        .where("id", "=", meeting)
        .execute();
    },
    questions: (meeting) =>
      database
        .selectFrom("meeting_questions")
        .select(["id", "question", "answer", "passage", "refused", "owner", "at"])
        .where("meeting", "=", meeting)
        .orderBy("at")
        .orderBy("id")
        .execute(),
    add: async (meeting, { question, answer, passage, refused = "", asker }, at) => {
      await database
        .insertInto("meeting_questions")
        .values({
          id: newId(idLetters),
          meeting,
          wording: wordingOf(question),
          question: keptQuestion(question),
          answer,
          passage,
          refused,
          asker,
          owner: "",
          owned_by: "",
          at,
        })
        .onConflict((conflict) => conflict.columns(["meeting", "wording"]).doNothing())
        .execute();
    },
    own: async (meeting, question, owner, asker) => {
      const result = await database
        .updateTable("meeting_questions")
        .set({ owner: owner.slice(0, 100), owned_by: asker })
        .where("meeting", "=", meeting)
        .where("id", "=", question)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    end: async (meeting, at) => {
      await database
        .updateTable("meetings")
        .set({ ended_at: at })
        .where("id", "=", meeting)
        .where("ended_at", "is", null)
        .execute();
    },
  };
}

function meetingOf({ studies, started_at, ended_at, asker: _, ...row }: Tables["meetings"]): Meeting {
  return {
    ...row,
    studies: studies.split(" ").filter(Boolean),
    startedAt: started_at,
    endedAt: ended_at ?? undefined,
  };
}
