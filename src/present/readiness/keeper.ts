import { type Scorecard, scoreAnswers } from "#calc/readiness/scorecard.ts";
import type { Context } from "#core/command.ts";
import { day } from "#core/durations.ts";
import { personOf } from "#core/origin.ts";
import { type Part, paragraph } from "#core/reply.ts";
import type { Scorecards, Scored } from "#core/room.ts";
import { within } from "#core/within.ts";
import { formatDate } from "../dates.ts";
import { comparison, earlierThan } from "./history.ts";

/** A team's result holds scorecards of half a year. */
const teamDays = 182;
/** Longest time a scorecard waits for what is kept, in milliseconds. */
const patience = 1500;

/** What is kept of somebody's answers. Where the platform names nobody, nothing is. */
export function keeper(card: Scorecard, { origin, now, store, page = 1, shared = false }: Context) {
  const { platform, workspace } = origin;
  const person = personOf(origin);
  const today = now.toISOString().slice(0, 10);
  const total = card.questions.length;
  /** Answers to a scorecard that had other questions cannot be read any more. */
  const readable = (all: readonly Scored[]) => all.filter(({ answers }) => answers.length === total);

  const history = async (): Promise<readonly Scored[]> =>
    person ? readable(await (await store()).scorecards.history(person)) : [];

  /** What work on the store gives; undefined while the database is away or silent: a scorecard works without it. */
  const reached = <T>(work: (scorecards: Scorecards) => Promise<T>): Promise<T | undefined> =>
    within(
      patience,
      store().then(({ scorecards }) => work(scorecards)),
      "the store is silent",
    ).catch(() => undefined);

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
      const drafted = (await reached((kept) => kept.drafted(person))) ?? [];
      if (drafted.length > 0 && drafted.length < total)
        return { answers: drafted, note: "You stopped here; this goes on. To begin anew: readiness new" };
      const last = (await reached(history))?.at(-1);
      return last
        ? { answers: last.answers, note: `Your scorecard of ${formatDate(last.day)}, kept for you alone.` }
        : nothing;
    },

    /** Keeps answers for the asker and gives what there is to say about it. */
    keep: async (answers: readonly number[]): Promise<readonly Part[]> => {
      // A later page may be turned by somebody else, whose answers these are not.
      if (!person || page > 1) return [];
      const finished = answers.length === total;
      const kept = await reached(async (scorecards) => {
        if (!finished) await scorecards.draft(person, answers, now.getTime());
        const earlier = finished ? earlierThan(today, await history()) : undefined;
        if (finished) await scorecards.finish(person, today, answers, now.getTime());
        return { earlier };
      });
      if (!kept) return [paragraph("The answers could not be kept just now; the line below holds them.")];
      if (!finished || shared) return [];
      const said = paragraph(
        `Kept for you alone until you say “casebook forget-me”, at most two years${workspace ? "; counted without your name in readiness team" : ""}.`,
      );
      return kept.earlier ? [comparison(scoreAnswers(answers, card), kept.earlier, card), said] : [said];
    },
  };
}
