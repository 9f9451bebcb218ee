import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import type { Dispatch } from "#core/adapter.ts";
import type { Invocation, Origin } from "#core/invocation.ts";
import type { Button, Reply } from "#core/reply.ts";
import type { Meeting, Talk, Threads } from "#core/room.ts";
import type { Store } from "#core/store.ts";
import { within } from "#core/within.ts";
import { superlative } from "#search/list/across-order.ts";
import { type AskedData, askedOf, asksBack, isKept, offeringOnly, subjectsOf } from "./asked.ts";
import { fileLine, rateLine, renewButtons } from "./buttons.ts";
import { comparedByName } from "./compare-them.ts";
import { entriesNamed, subjectKinds } from "./entries-named.ts";
import { longestMeeting, meetingAnswer } from "./meeting.ts";
import { passingTalks } from "./passing.ts";
import { type Conversation, conversationOf, personOf, placeOf } from "./place.ts";
import { shorten, withOpenPoint } from "./short.ts";
import { withSubject } from "./subject.ts";
import { createUnderstanding } from "./understand.ts";

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

/** Words of a line about a meeting; what is longer asks something else: "meeting tips for a first call". */
const mostActionWords = 2;

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
  const understand = createUnderstanding(dispatch);

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
    const held = talk ?? { subjects: meeting.studies, question: "" };
    return { ...room, talk: { ...held, group: [...new Set([...meeting.studies, ...held.subjects])] } };
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

  const record = async (room: Room, { origin }: Invocation, question: string, asked: AskedData, reply: Reply) => {
    const { store: opened, meeting } = room;
    if (!opened || !isKept(asked)) return;
    const isGap = !asked.answered && !asked.refused && !asksBack(reply);
    if (isGap && (origin.channel || meeting)) await opened.gaps.count(question, placeOf(origin), now());
    if (!meeting) return;
    const line = { question, ...meetingAnswer(asked, reply), asker: origin.asker ?? "" };
    await opened.meetings.add(meeting.id, line, now());
  };

  const runAsk = async (invocation: Invocation): Promise<Reply> => {
    const { origin, share, page } = invocation;
    const typed = (invocation.named.question ?? invocation.words.join(" ")).trim();
    const room = await attempt(async () => recall(await enter(origin)));
    const { talk, meeting, conversation } = room ?? {};
    const studies = studiesOf(meeting, library(origin));
    const seen = { library: library(origin), talk, close: conversation?.close ?? false, studies };
    const { reply: given, question, about } = await understand(invocation, typed, seen);
    const reply = offeringOnly(given, studies);
    const asked = askedOf(reply);
    if (!asked) return reply;
    // Kept without its conversation, a question must say what it is about.
    const subject = about ? subjectAnswered(library(origin).find(about).match, asked) : undefined;
    const named = entriesNamed(question, library(origin)).map(({ entry }) => entry.id);
    const isNamed = named.length > 0 || question === subject?.title;
    const whole = subject && !isNamed ? withSubject(question, subject.title) : question;
    // Sharing or paging an answer is not asking again.
    const again = origin.via === "click" && (share || page > 1);
    if (room && !again)
      await attempt(async () => {
        const turned = () => turnsTo(reply, question, talk, library(origin));
        const subjects = named.length > 0 ? named : subject ? [subject.id] : turned();
        await Promise.all([remember(room, origin, question, subjects), record(room, invocation, whole, asked, reply)]);
      });
    return renewButtons(meeting ? inOneLine(reply, asked) : reply, buttonsFor(asked, whole, reply));
  };

  /** A line about a meeting names it, so that its pages and buttons mean the same one for ever. */
  const withMeeting = async (invocation: Invocation): Promise<Invocation> => {
    const { command, words, named, origin } = invocation;
    const action = named.action ?? words[0];
    if (command !== "meeting" || named.meeting || !action || action === "start") return invocation;
    if (words.length > mostActionWords) return invocation;
    const opened = await store(origin);
    const place = placeOf(origin);
    const held = opened && ((await opened.meetings.current(place, 0)) ?? (await opened.meetings.latest(place)));
    return held ? { ...invocation, named: { ...named, meeting: held.id } } : invocation;
  };

  /** A line that leans on where it is said, so that it means the same elsewhere. */
  const withNames = async (invocation: Invocation): Promise<Invocation> => {
    if (invocation.command !== "compare") return withMeeting(invocation);
    const { talk } = await recall(await enter(invocation.origin));
    return talk ? comparedByName(invocation, talk) : invocation;
  };

  return {
    ...dispatch,
    run: async (invocation) => {
      if (invocation.origin.platform === "schedule") return dispatch.run(invocation);
      if (invocation.command === "ask") return runAsk(invocation);
      const meant = (await attempt(() => withNames(invocation))) ?? invocation;
      const reply = await dispatch.run(meant);
      // What a command refused may have been answered as the question that it was.
      if (reply.command === "ask") {
        const { share, page, origin } = invocation;
        return runAsk({ ...dispatch.read(reply.line, origin), share, page });
      }
      const subjects = subjectsOf(reply);
      if (subjects.length > 0)
        await attempt(async () => {
          await remember(await enter(invocation.origin), invocation.origin, "", subjects);
        });
      return reply;
    },
  };
}

const inMeeting = ({ id }: Meeting): Conversation => ({ key: `meeting/${id}`, close: true });

/** Companies that a meeting is about. */
function studiesOf(meeting: Meeting | undefined, library: Library): Entry[] {
  const entries = meeting?.studies.flatMap((id) => library.entry(id) ?? []) ?? [];
  return entries.filter(({ kind }) => kind === "case-study");
}

/** An answer as a meeting wants it, but a question back and what the bot shows of itself; what stays open is said to be. */
function inOneLine(reply: Reply, asked: AskedData): Reply {
  if (asksBack(reply) || (reply.ok && asked.refused !== undefined)) return reply;
  return asked.answered || !isKept(asked) ? shorten(reply) : withOpenPoint(shorten(reply));
}

/** What a talk turns to by an answer to a question that named nobody: not to the first of many, nor to a comparison in general. */
function turnsTo(reply: Reply, question: string, talk: Talk | undefined, library: Library): readonly string[] {
  const asked = askedOf(reply);
  const found = subjectsOf(reply);
  const kindOf = (id: string | undefined) => id && library.entry(id)?.kind;
  const isOfAll = asked?.across && !superlative.test(question);
  const isGeneral = !asked?.subjects?.length && (isOfAll || kindOf(found[0]) === "comparison");
  return isGeneral && talk?.subjects.some((id) => kindOf(id) === "case-study") ? talk.subjects : found;
}

/** The subject that a question was asked of; nothing where it was answered of another after all. */
const subjectAnswered = (subject: Entry | undefined, { answered, subjects }: AskedData): Entry | undefined =>
  subject && (!answered || subjects?.includes(subject.id)) ? subject : undefined;

function buttonsFor({ answered, answers, refused }: AskedData, question: string, reply: Reply): Button[] {
  const [best] = answers;
  if (!answered) return refused || asksBack(reply) ? [] : [{ label: "File this gap", line: fileLine(question) }];
  if (!best) return [];
  return [
    { label: "Helpful", line: rateLine(true, best.id, question) },
    { label: "Not helpful", line: rateLine(false, best.id, question) },
  ];
}
