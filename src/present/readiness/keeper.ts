import { type Scorecard, scoreAnswers } from "#calc/readiness/scorecard.ts";
import type { Context } from "#core/command.ts";
import { type Part, paragraph } from "#core/reply.ts";
import type { Person, Scored } from "#core/room.ts";
import type { Store } from "#core/store.ts";
import { Unreachable } from "#core/unreachable.ts";
import { formatDate } from "../dates.ts";
import { comparison, earlierThan } from "./history.ts";

const day = 86_400_000;
/** A team's result holds scorecards of half a year. */
const teamDays = 182;

/** What is kept of somebody's answers. Where the platform names nobody, nothing is. */
export function keeper(card: Scorecard, { origin, now, store, page = 1, shared = false }: Context) {
  const { platform, workspace = "", asker } = origin;
  const person: Person | undefined = asker ? { platform, workspace, asker } : undefined;
  const today = now.toISOString().slice(0, 10);
  const total = card.questions.length;
  /** Answers to a scorecard that had other questions cannot be read any more. */
  const readable = (all: readonly Scored[]) => all.filter(({ answers }) => answers.length === total);

  const history = async (): Promise<readonly Scored[]> =>
    person ? readable(await (await store()).scorecards.history(person)) : [];

  return {
    history,

    /** Scorecards of the asker's workspace; none in a direct message on Discord, whose people share no workspace. */
    team: async (): Promise<readonly Scored[]> => {
      if (!workspace) return [];
      const since = new Date(now.getTime() - teamDays * day).toISOString().slice(0, 10);
      return readable(await (await store()).scorecards.team({ platform, workspace }, since));
    },

    /** Where somebody stopped, or their newest scorecard; nothing when neither is kept. */
    resume: async (): Promise<{ readonly answers: readonly number[]; readonly note: string }> => {
      const nothing = { answers: [], note: "" };
      if (!person) return nothing;
      const kept = await reached(store);
      if (!kept) return nothing;
      const drafted = (await kept.scorecards.drafted(person)) ?? [];
      if (drafted.length > 0 && drafted.length < total)
        return { answers: drafted, note: "You stopped here; this goes on. To begin anew: readiness new" };
      const last = (await history()).at(-1);
      return last
        ? { answers: last.answers, note: `Your scorecard of ${formatDate(last.day)}, kept for you alone.` }
        : nothing;
    },

    /** Keeps answers for the asker and gives what there is to say about it. */
    keep: async (answers: readonly number[]): Promise<readonly Part[]> => {
      // A later page may be turned by somebody else, whose answers these are not.
      if (!person || page > 1) return [];
      const kept = await reached(store);
      if (!kept) return [paragraph("The answers could not be kept just now; the line below holds them.")];
      if (answers.length < total) {
        await kept.scorecards.draft(person, answers, now.getTime());
        return [];
      }
      const earlier = earlierThan(today, await history());
      await kept.scorecards.finish(person, today, answers, now.getTime());
      if (shared) return [];
      const said = paragraph(
        `Kept for you alone until you say “casebook forget-me”, at most two years${workspace ? "; counted without your name in readiness team" : ""}.`,
      );
      return earlier ? [comparison(scoreAnswers(answers, card), earlier, card), said] : [said];
    },
  };
}

/** The store, or undefined while the database is away: a scorecard works without it. */
async function reached(store: () => Promise<Store>): Promise<Store | undefined> {
  try {
    return await store();
  } catch (error) {
    if (error instanceof Unreachable) return undefined;
    throw error;
  }
}
