import type { Library } from "#content/library.ts";
import type { Dispatch } from "#core/adapter.ts";
import type { Invocation, Origin } from "#core/invocation.ts";
import type { Button, Reply } from "#core/reply.ts";
import type { Meeting, Talk } from "#core/room.ts";
import type { Store } from "#core/store.ts";
import { within } from "#core/within.ts";
import { type AskedData, askedOf, asksBack, subjectsOf } from "./asked.ts";
import { fileLine, rateLine, withButtons } from "./buttons.ts";
import { entriesNamed, type FollowUp, followUp, subjectKinds } from "./follow-up.ts";
import { longestMeeting, meetingAnswer } from "./meeting.ts";
import { type Conversation, conversationOf, personOf, placeOf } from "./place.ts";
import { shorten } from "./short.ts";

export type RoomParts = {
  /** The store for what is asked there; undefined where nothing is to be remembered. */
  readonly store: (origin: Origin) => Promise<Store | undefined>;
  /** What is seen where somebody asks. */
  readonly library: (origin: Origin) => Library;
  /** Hours after which a silent conversation is forgotten. */
  readonly threadHours: number;
  readonly now?: () => number;
  readonly onFailure?: (error: unknown) => void;
};

/** Longest time an answer waits for what is remembered, in milliseconds. */
const patience = 1500;
/** How much surer of itself an answer from the whole casebook must be than one from the conversation's subject. */
const surer = 0.2;

type Room = {
  readonly store: Store;
  readonly meeting: Meeting | undefined;
  readonly conversation: Conversation | undefined;
};
type Recalled = Room & { readonly talk: Talk | undefined };

/**
 * A dispatch that knows the room: questions follow on from what was said in their conversation, answers can be rated
 * and gaps filed, and in a meeting answers are one line each and kept for the recap. What cannot be remembered is told
 * to `onFailure` and never costs the answer.
 */
export function withRoom(
  dispatch: Dispatch,
  { store, library, threadHours, now = Date.now, onFailure }: RoomParts,
): Dispatch {
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await within(patience, work(), "the store took too long");
    } catch (error) {
      onFailure?.(error);
      return undefined;
    }
  };

  const enter = async (origin: Origin): Promise<Room | undefined> => {
    const opened = await store(origin);
    if (!opened) return undefined;
    const meeting = await opened.meetings.current(placeOf(origin), now() - longestMeeting);
    const conversation = meeting ? { key: `meeting/${meeting.id}`, close: true } : conversationOf(origin);
    return { store: opened, meeting, conversation };
  };

  /** With what was talked about before; in a meeting that has just begun, its one study. */
  const recall = async (room: Room | undefined): Promise<Recalled | undefined> => {
    if (!room) return undefined;
    const { store: opened, meeting, conversation } = room;
    const talk = conversation && (await opened.threads.recall(conversation.key, now() - threadHours * 3_600_000));
    const [only, ...others] = meeting?.studies ?? [];
    const opening = only && others.length === 0 ? { subjects: [only], question: "" } : undefined;
    return { ...room, talk: talk ?? opening };
  };

  const remember = async (
    { store: opened, conversation }: Room,
    origin: Origin,
    question: string,
    ids: readonly string[],
  ) => {
    const subjects = ids.filter((id) => subjectKinds.some((kind) => kind === library(origin).entry(id)?.kind));
    if (!conversation || subjects.length === 0) return;
    const person = personOf(origin) ?? { platform: origin.platform, workspace: origin.workspace ?? "", asker: "" };
    await opened.threads.remember(conversation.key, { ...person, subjects, question }, now());
  };

  /** Answers with the conversation in mind; gives also the question as it was understood. */
  const answer = async (invocation: Invocation, question: string, room: Recalled | undefined) => {
    const { talk, conversation } = room ?? {};
    const meant =
      talk && !invocation.named.about
        ? followUp(question, talk, library(invocation.origin), conversation?.close ?? false)
        : undefined;
    if (!meant) return { reply: await dispatch.run(invocation), question, about: invocation.named.about };
    const followed = { reply: await dispatch.run(narrowed(invocation, meant)), ...meant };
    if (meant.sure) return followed;
    const alone = await dispatch.run(invocation);
    return standsAlone(askedOf(alone), askedOf(followed.reply))
      ? { reply: alone, question, about: undefined }
      : followed;
  };

  const record = async (room: Room, invocation: Invocation, question: string, asked: AskedData, reply: Reply) => {
    const { origin } = invocation;
    const place = placeOf(origin);
    if (asked.refused || asksBack(reply)) return;
    if (!asked.answered && (origin.channel || room.meeting)) await room.store.gaps.count(question, place, now());
    if (!room.meeting) return;
    const line = { question, ...meetingAnswer(asked, reply), asker: origin.asker ?? "" };
    await room.store.meetings.add(room.meeting.id, line, now());
  };

  const runAsk = async (invocation: Invocation): Promise<Reply> => {
    const { origin, share, page } = invocation;
    const typed = (invocation.named.question ?? invocation.words.join(" ")).trim();
    const room = await attempt(async () => recall(await enter(origin)));
    const { reply, question, about } = await answer(invocation, typed, room);
    const asked = askedOf(reply);
    if (!asked) return reply;
    // Kept without its conversation, a question must say what it is about.
    const subject = about && library(origin).find(about).match;
    const whole = subject && standsOnSubject(question, library(origin)) ? `${question} (${subject.title})` : question;
    // Sharing or paging an answer is not asking again.
    const again = origin.via === "click" && (share || page > 1);
    if (room && !again)
      await attempt(async () => {
        const named = entriesNamed(question, library(origin)).map(({ entry }) => entry.id);
        const subjects = named.length > 0 ? named : about ? [about] : subjectsOf(reply);
        await Promise.all([remember(room, origin, question, subjects), record(room, invocation, whole, asked, reply)]);
      });
    const short = room?.meeting !== undefined && !asksBack(reply);
    return withButtons(short ? shorten(reply) : reply, buttonsFor(asked, whole, reply));
  };

  /** A line about a meeting names it, so that its pages and buttons mean the same one for ever. */
  const withMeeting = async (invocation: Invocation): Promise<Invocation> => {
    const { command, words, named, origin } = invocation;
    const action = named.action ?? words[0];
    if (command !== "meeting" || named.meeting || !action || action === "start") return invocation;
    const opened = await store(origin);
    const place = placeOf(origin);
    const held = opened && ((await opened.meetings.current(place, 0)) ?? (await opened.meetings.latest(place)));
    return held ? { ...invocation, named: { ...named, meeting: held.id } } : invocation;
  };

  return {
    ...dispatch,
    run: async (invocation) => {
      if (invocation.origin.platform === "schedule") return dispatch.run(invocation);
      if (invocation.command === "ask") return runAsk(invocation);
      const reply = await dispatch.run((await attempt(() => withMeeting(invocation))) ?? invocation);
      const subjects = subjectsOf(reply);
      if (subjects.length > 0 && conversationOf(invocation.origin))
        await attempt(async () => {
          const room = await enter(invocation.origin);
          if (room) await remember(room, invocation.origin, "", subjects);
        });
      return reply;
    },
  };
}

function narrowed(invocation: Invocation, { question, about }: FollowUp): Invocation {
  const named = { ...invocation.named, question, ...(about ? { about } : {}) };
  return { ...invocation, words: [], rest: "", named };
}

const standsOnSubject = (question: string, library: Library) => entriesNamed(question, library).length === 0;

/** True when a question that might have followed on is better answered by itself. */
function standsAlone(alone: AskedData | undefined, followed: AskedData | undefined): boolean {
  if (!followed?.answered) return true;
  if (!alone?.answered) return false;
  return alone.kind === "definition" || alone.confidence > followed.confidence + surer;
}

function buttonsFor({ answered, answers, refused }: AskedData, question: string, reply: Reply): Button[] {
  const [best] = answers;
  if (!answered) return refused || asksBack(reply) ? [] : [{ label: "File this gap", line: fileLine(question) }];
  if (!best) return [];
  return [
    { label: "Helpful", line: rateLine(true, best.id, question) },
    { label: "Not helpful", line: rateLine(false, best.id, question) },
  ];
}
