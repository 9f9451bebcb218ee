import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import type { Dispatch } from "#core/adapter.ts";
import type { Invocation } from "#core/invocation.ts";
import type { Reply } from "#core/reply.ts";
import type { Talk } from "#core/room.ts";
import { wordsOf } from "#search/words/tokens.ts";
import { asksWhom } from "./ask-back.ts";
import { type AskedData, askedOf, asksBack } from "./asked.ts";
import { asksWhole, isBareWords } from "./bare-words.ts";
import { ofCalculation } from "./calculator-follow-up.ts";
import { isSaidToOthers, topicOf } from "./chatter.ts";
import { chosenOf } from "./chosen.ts";
import { entriesNamed } from "./entries-named.ts";
import { followUp } from "./follow-up.ts";
import { goneBack } from "./gone-back.ts";
import { type Granted, granted } from "./last-answer.ts";
import type { FollowUp } from "./meant.ts";
import { isOfAnother } from "./of-another.ts";
import { declinedPolitely } from "./off-topic.ts";
import { inOtherForm } from "./other-form.ts";
import { standsAlone } from "./stands-alone.ts";
import { withSubject } from "./subject.ts";
import { formAsked, wishOf } from "./wish.ts";

/** What is known where a question is asked. */
export type Seen = {
  readonly library: Library;
  readonly talk: Talk | undefined;
  /** Its words follow each other, so that a bare question counts on. */
  readonly close: boolean;
  /** Companies that the meeting is about. */
  readonly studies: readonly Entry[];
  readonly thisYear: number;
};

/** An answer, with the question as it was understood and the entry it was asked of. */
export type Understood = {
  readonly reply: Reply;
  readonly question: string;
  readonly about?: string | undefined;
};

/** Answers questions with what was said before in mind, or asks whom one is about; or gives the last answer otherwise. */
export function createUnderstanding(dispatch: Pick<Dispatch, "run" | "read" | "commands">) {
  /** A question as it is meant, or as it is meant otherwise where nothing answers that. */
  const follow = async (invocation: Invocation, meant: FollowUp): Promise<FollowUp & Understood> => {
    const reply = await dispatch.run(narrowed(invocation, meant));
    return reply.ok || !meant.otherwise ? { reply, ...meant } : follow(invocation, meant.otherwise);
  };

  const within = async (
    invocation: Invocation,
    question: string,
    meant: FollowUp | undefined,
    library: Library,
  ): Promise<Understood> => {
    if (!meant) return { reply: await dispatch.run(invocation), question, about: invocation.named.about };
    const topic = topicOf(question);
    const otherwise = meant.otherwise ?? (topic && { ...meant, question: topic });
    const followed = withTitle(
      await follow(invocation, otherwise ? { ...meant, otherwise } : meant),
      question,
      library,
    );
    if (followed.sure || (topic && followed.reply.ok)) return followed;
    const alone = await dispatch.run(invocation);
    const asked = askedOf(followed.reply);
    if (isOfAnother(followed, askedOf(alone), library)) return followed;
    return isOfNamesAlone(followed, asked, library) || standsAlone(followed, askedOf(alone), asked)
      ? { reply: alone, question }
      : followed;
  };

  return async (invocation: Invocation, typed: string, seen: Seen): Promise<Understood | Granted> => {
    const { talk, library, close, studies, thisYear } = seen;
    const isOpen = !invocation.named.about;
    const form = isOpen ? formAsked(typed) : undefined;
    const again = form && (await inOtherForm(form, invocation, dispatch, library));
    if (again) return again;
    const chosen = isOpen && talk?.line ? await chosenOf(typed, talk.line, invocation, dispatch, library) : undefined;
    if (chosen) return { line: chosen };
    const reckoned = isOpen && talk?.line && (await ofCalculation(typed, talk.line, invocation, dispatch, library));
    if (reckoned) return reckoned;
    const topic = topicOf(typed);
    const follows = isOpen && (topic !== undefined || !isSaidToOthers(typed, library));
    const followed = (said: string) => talk && followUp(said, talk, library, close, thisYear);
    // "Over to lessons" may be said to a colleague, too, whose name is written otherwise.
    const ofTopic = () => (topic && /^\p{Ll}/u.test(topic) ? followed(topic) : undefined);
    const meant = follows ? (goneBack(typed, library) ?? followed(typed) ?? ofTopic()) : undefined;
    const isPutIn = meant !== undefined && meant.question !== typed;
    const wish = isOpen && !meant?.sure ? wishOf(typed) : undefined;
    if (wish) return granted(wish, invocation, seen, dispatch);
    if (isOpen && talk?.line && !isPutIn && isBareWords(typed)) return { reply: asksWhole(invocation, typed, talk) };
    const understood = await within(invocation, typed, meant, library);
    const { question } = understood;
    if (talk && isPutIn && isBareWords(typed) && givesNoReason(understood, library))
      return { reply: asksWhole(invocation, typed, talk) };
    const reply = declinedPolitely(understood.reply, typed, library);
    const back = asksWhom(reply, question, talk, library) ?? (asksBack(reply) ? reply : undefined);
    if (!back) return { ...understood, reply };
    const [only, ...others] = studies;
    return only && others.length === 0
      ? follow(invocation, { question, about: only.id, sure: true })
      : { reply: back, question };
  };
}

/** A bare fact is no answer to why: "Founded: 2021". */
function givesNoReason({ question, reply }: Understood, library: Library): boolean {
  const [best] = askedOf(reply)?.answers ?? [];
  return question.startsWith("why ") && library.passage(best?.id ?? "")?.section === "glance";
}

/** A question that was put together says in its title of whom it was asked. */
function withTitle<F extends FollowUp & Understood>(followed: F, typed: string, library: Library): F {
  const { reply, question, about } = followed;
  const entry = about && question !== typed && reply.title === question ? library.entry(about) : undefined;
  return entry && entry.title !== question
    ? { ...followed, reply: { ...reply, title: withSubject(question, entry.title) } }
    : followed;
}

/** Nothing of a question was found but the names that were put into it: they alone led to the answer. */
function isOfNamesAlone({ question }: FollowUp, asked: AskedData | undefined, library: Library): boolean {
  const { matched = [], missing = [] } = asked?.why ?? {};
  const put = new Set(entriesNamed(question, library).flatMap(({ entry }) => wordsOf(entry.title)));
  return put.size > 0 && missing.length > 0 && matched.flatMap(wordsOf).every((word) => put.has(word));
}

function narrowed(invocation: Invocation, { question, about }: FollowUp): Invocation {
  const named = { ...invocation.named, question, ...(about ? { about } : {}) };
  return { ...invocation, words: [], rest: "", named };
}
