import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import type { Dispatch } from "#core/adapter.ts";
import type { Invocation } from "#core/invocation.ts";
import type { Reply } from "#core/reply.ts";
import type { Talk } from "#core/room.ts";
import { asksWhom } from "./ask-back.ts";
import { askedOf } from "./asked.ts";
import { type FollowUp, followUp } from "./follow-up.ts";
import { standsAlone } from "./stands-alone.ts";

/** What is known where a question is asked. */
export type Seen = {
  readonly library: Library;
  readonly talk: Talk | undefined;
  /** Its words follow each other, so that a bare question counts on. */
  readonly close: boolean;
  /** Companies that the meeting is about. */
  readonly studies: readonly Entry[];
};

/** An answer, with the question as it was understood and the entry it was asked of. */
export type Understood = {
  readonly reply: Reply;
  readonly question: string;
  readonly about?: string | undefined;
};

/** Answers questions with what was said before in mind, or asks whom one is about. */
export function createUnderstanding(dispatch: Pick<Dispatch, "run">) {
  /** A question as it is meant, or as it is meant otherwise where nothing answers that. */
  const follow = async (invocation: Invocation, meant: FollowUp): Promise<FollowUp & Understood> => {
    const reply = await dispatch.run(narrowed(invocation, meant));
    return reply.ok || !meant.otherwise ? { reply, ...meant } : follow(invocation, meant.otherwise);
  };

  const within = async (invocation: Invocation, question: string, seen: Seen): Promise<Understood> => {
    const { talk, library, close } = seen;
    const meant = talk && !invocation.named.about ? followUp(question, talk, library, close) : undefined;
    if (!meant) return { reply: await dispatch.run(invocation), question, about: invocation.named.about };
    const followed = await follow(invocation, meant);
    if (followed.sure) return followed;
    const alone = await dispatch.run(invocation);
    return standsAlone(followed, askedOf(alone), askedOf(followed.reply)) ? { reply: alone, question } : followed;
  };

  return async (invocation: Invocation, typed: string, seen: Seen): Promise<Understood> => {
    const understood = await within(invocation, typed, seen);
    const { reply, question } = understood;
    const back = asksWhom(reply, question, seen.talk, seen.library);
    if (!back) return understood;
    const [only, ...others] = seen.studies;
    return only && others.length === 0
      ? follow(invocation, { question, about: only.id, sure: true })
      : { reply: back, question };
  };
}

function narrowed(invocation: Invocation, { question, about }: FollowUp): Invocation {
  const named = { ...invocation.named, question, ...(about ? { about } : {}) };
  return { ...invocation, words: [], rest: "", named };
}
