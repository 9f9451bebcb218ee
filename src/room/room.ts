import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import type { Dispatch } from "#core/adapter.ts";
import type { Invocation, Origin } from "#core/invocation.ts";
import type { Button, Reply } from "#core/reply.ts";
import type { Meeting, Talk, Threads } from "#core/room.ts";
import type { Store } from "#core/store.ts";
import { within } from "#core/within.ts";
import { type AskedData, askedOf, asksBack, offeringOnly, subjectsOf } from "./asked.ts";
import { fileLine, rateLine, renewButtons } from "./buttons.ts";
import { entriesNamed, type FollowUp, followUp, subjectKinds } from "./follow-up.ts";
import { longestMeeting, meetingAnswer } from "./meeting.ts";
import { passingTalks } from "./passing.ts";
import { type Conversation, conversationOf, personOf, placeOf } from "./place.ts";
import { shorten } from "./short.ts";
import { withSubject } from "./subject.ts";

export type RoomParts = {
  /** The store for what is asked there; undefined where nothing is to be kept. */
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
  readonly store: Store | undefined;
  readonly meeting: Meeting | undefined;
  readonly conversation: Conversation | undefined;
  readonly threads: Threads | undefined;
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
  const passing = passingTalks();

  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await within(patience, work(), "the store took too long");
    } catch (error) {
      onFailure?.(error);
      return undefined;
    }
  };

  const enter = async (origin: Origin): Promise<Room> => {
    const opened = await store(origin);
    const meeting = await opened?.meetings.current(placeOf(origin), now() - longestMeeting);
    const conversation = meeting ? inMeeting(meeting) : conversationOf(origin);
    return { store: opened, meeting, conversation, threads: conversation?.passing ? passing : opened?.threads };
  };

  /** With what was talked about before; in a meeting that has just begun, its studies. */
  const recall = async (room: Room): Promise<Recalled> => {
    const { threads, meeting, conversation } = room;
    const talk = conversation && (await threads?.recall(conversation.key, now() - threadHours * 3_600_000));
    if (!meeting) return { ...room, talk };
    return { ...room, talk: { ...(talk ?? { subjects: meeting.studies, question: "" }), group: meeting.studies } };
  };

  const remember = async (
    { threads, conversation }: Room,
    origin: Origin,
    question: string,
    ids: readonly string[],
  ) => {
    const subjects = ids.filter((id) => subjectKinds.some((kind) => kind === library(origin).entry(id)?.kind));
    if (!conversation || subjects.length === 0) return;
    const person = personOf(origin) ?? { platform: origin.platform, workspace: origin.workspace ?? "", asker: "" };
    await threads?.remember(conversation.key, { ...person, subjects, question }, now());
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
    return standsAlone(meant, askedOf(alone), askedOf(followed.reply))
      ? { reply: alone, question, about: undefined }
      : followed;
  };

  const record = async (room: Room, { origin }: Invocation, question: string, asked: AskedData, reply: Reply) => {
    const { store: opened, meeting } = room;
    if (!opened || asked.refused) return;
    const isGap = !asked.answered && !asksBack(reply);
    if (isGap && (origin.channel || meeting)) await opened.gaps.count(question, placeOf(origin), now());
    if (!meeting) return;
    const line = { question, ...meetingAnswer(asked, reply), asker: origin.asker ?? "" };
    await opened.meetings.add(meeting.id, line, now());
  };

  const runAsk = async (invocation: Invocation): Promise<Reply> => {
    const { origin, share, page } = invocation;
    const typed = (invocation.named.question ?? invocation.words.join(" ")).trim();
    const room = await attempt(async () => recall(await enter(origin)));
    const { reply: given, question, about } = await answer(invocation, typed, room);
    const reply = offeringOnly(given, studiesOf(room?.meeting, library(origin)));
    const asked = askedOf(reply);
    if (!asked) return reply;
    // Kept without its conversation, a question must say what it is about.
    const subject = about && library(origin).find(about).match;
    const named = entriesNamed(question, library(origin)).map(({ entry }) => entry.id);
    const whole = subject && named.length === 0 ? withSubject(question, subject.title) : question;
    // Sharing or paging an answer is not asking again.
    const again = origin.via === "click" && (share || page > 1);
    if (room && !again)
      await attempt(async () => {
        const subjects = named.length > 0 ? named : about ? [about] : subjectsOf(reply);
        await Promise.all([remember(room, origin, question, subjects), record(room, invocation, whole, asked, reply)]);
      });
    const short = room?.meeting !== undefined && !asksBack(reply);
    return renewButtons(short ? shorten(reply) : reply, buttonsFor(asked, whole, reply));
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
          await remember(await enter(invocation.origin), invocation.origin, "", subjects);
        });
      return reply;
    },
  };
}

function narrowed(invocation: Invocation, { question, about }: FollowUp): Invocation {
  const named = { ...invocation.named, question, ...(about ? { about } : {}) };
  return { ...invocation, words: [], rest: "", named };
}

const inMeeting = ({ id }: Meeting): Conversation => ({ key: `meeting/${id}`, close: true });

/** Companies that a meeting is about. */
function studiesOf(meeting: Meeting | undefined, library: Library): Entry[] {
  const entries = meeting?.studies.flatMap((id) => library.entry(id) ?? []) ?? [];
  return entries.filter(({ kind }) => kind === "case-study");
}

/** True when a question that might have followed on is better answered by itself. */
function standsAlone(
  { question, about }: FollowUp,
  alone: AskedData | undefined,
  followed: AskedData | undefined,
): boolean {
  if (!followed?.answered) return true;
  if (!alone?.answered) return false;
  if (alone.kind === "definition") return true;
  // "Which is the oldest?" asks the several that were named, unless it says that companies are meant.
  if (alone.across) return about !== undefined || asksWhich.test(question);
  const lead = asksWhich.test(question) ? -surer : alone.kind === "comparison" || ofOurOwn.test(question) ? 0 : surer;
  return alone.confidence > followed.confidence + lead;
}

/** Somebody is looked for among all: "which company is the most profitable?" */
const asksWhich = /\b(?:which|what) (?:\p{L}+ )?(?:company|startup|start-up|firm)\b/iu;

/** What we should do is no question about them: "how do I structure a partner programme?" */
const ofOurOwn = /\b(?:i|we|our|us|my|someone|one)\b/i;

function buttonsFor({ answered, answers, refused }: AskedData, question: string, reply: Reply): Button[] {
  const [best] = answers;
  if (!answered) return refused || asksBack(reply) ? [] : [{ label: "File this gap", line: fileLine(question) }];
  if (!best) return [];
  return [
    { label: "Helpful", line: rateLine(true, best.id, question) },
    { label: "Not helpful", line: rateLine(false, best.id, question) },
  ];
}
