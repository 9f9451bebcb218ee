import type { Library } from "#content/library.ts";
import { hour } from "#core/durations.ts";
import type { Invocation, Origin } from "#core/invocation.ts";
import { personOf, roomOf } from "#core/origin.ts";
import type { Meeting, Talk, Threads } from "#core/room.ts";
import type { Store } from "#core/store.ts";
import { asideOf, type Conversation, conversationOf, repliedKeys } from "./conversation.ts";
import { subjectKinds } from "./entries-named.ts";
import { passingTalks } from "./passing.ts";

export type MemoryParts = {
  /** The store for what is asked there; undefined where nothing is to be kept. */
  readonly store: (origin: Origin) => Promise<Store | undefined>;
  /** What is seen where somebody asks. */
  readonly library: (origin: Origin) => Library;
  /** Hours after which a silent conversation is forgotten. */
  readonly threadHours: number;
  readonly now: () => number;
  /** Whether everyone there sees the reply to an invocation. */
  readonly isPublic: (invocation: Invocation) => boolean;
};

/** Where something is said, and what was said there before. */
export type Recalled = {
  readonly store: Store | undefined;
  readonly meeting: Meeting | undefined;
  readonly conversation: Conversation | undefined;
  readonly threads: Threads | undefined;
  readonly talk: Talk | undefined;
  /** The talk of the answer that it replies to, and the key of what is said in reply to its own. */
  readonly replied?: Talk | undefined;
  readonly reply?: string | undefined;
  /** The keys of the talks that go on with what is said: in a thread what is said to one alone is no part of the others' talk. */
  readonly goesTo: readonly string[];
};

/** What is to be remembered of an answer: what it was about, the question it answered, and the line that gives it again. */
export type Said = { readonly ids: readonly string[]; readonly question: string; readonly line: string };

/** Milliseconds after which a meeting that nobody ended no longer shortens answers. */
export const longestMeeting = 12 * hour;

/** As many entries as one may mean by "compare them". */
const mostSpoken = 4;

/**
 * What conversations are about, each on its own; in a meeting all of the room are one. A private reply in a thread is
 * remembered for its asker alone, who may go on from there in private; what all see goes on for all. A reply to an answer
 * goes on from that answer, whoever asked for it.
 */
export function createMemory({ store, library, threadHours, now, isPublic }: MemoryParts) {
  const passing = passingTalks();

  const keep = ({ threads, goesTo, reply }: Recalled, origin: Origin, talk: Talk, answer: Talk = talk) => {
    const person = personOf(origin) ?? { platform: origin.platform, workspace: origin.workspace ?? "", asker: "" };
    return Promise.all([
      ...goesTo.map((key) => threads?.remember(key, { ...person, ...talk }, now())),
      reply && threads?.remember(reply, { ...person, ...answer }, now()),
    ]);
  };

  return {
    /** The room of an invocation with what was talked about before; in a meeting that has just begun, its studies. */
    recall: async (invocation: Invocation): Promise<Recalled> => {
      const { origin } = invocation;
      const opened = await store(origin);
      const meeting = await opened?.meetings.current(roomOf(origin), now() - longestMeeting);
      const conversation = meeting ? inMeeting(meeting) : conversationOf(origin);
      const threads = conversation?.passing ? passing : opened?.threads;
      const recalled = (key: string | undefined) => key && threads?.recall(key, now() - threadHours * hour);
      const aside = conversation && asideOf(conversation, origin);
      const isOpen = !conversation?.shared || isPublic(invocation);
      const { own, before } = meeting ? {} : repliedKeys(origin);
      const replied = (await recalled(before)) || undefined;
      const talk = replied || (!isOpen && (await recalled(aside))) || (await recalled(conversation?.key)) || undefined;
      const goesTo = [isOpen && conversation?.key, aside].flatMap((key) => key || []);
      const reply = (isPublic(invocation) && own) || undefined;
      // What is said below an answer is said of it.
      const held = replied && conversation ? { ...conversation, close: true } : conversation;
      const room = { store: opened, meeting, conversation: held, threads, goesTo, reply, replied };
      if (!meeting) return { ...room, talk };
      const on = talk?.subjects.length ? talk : { question: "", ...talk, subjects: meeting.studies };
      return { ...room, talk: { ...on, group: [...new Set([...meeting.studies, ...on.subjects])] } };
    },

    /** Keeps what was said last. An answer about no company leaves the talk about those it was about. */
    remember: async (room: Recalled, origin: Origin, { ids, question, line }: Said) => {
      const subjects = ids.filter((id) => subjectKinds.some((kind) => kind === library(origin).entry(id)?.kind));
      if (subjects.length === 0 && line === "") return;
      const after = (talk: Talk | undefined): Talk => ({
        ...(subjects.length > 0
          ? { subjects, question }
          : { subjects: talk?.subjects ?? [], question: talk?.question ?? "" }),
        spoken: [...new Set([...subjects.toReversed(), ...(talk?.spoken ?? [])])].slice(0, mostSpoken),
        line: line || talk?.line || "",
      });
      // Whoever replies to the answer reads on from what could be read there, not from what its asker was told before.
      await keep(room, origin, after(room.talk), after(room.replied));
    },

    /** What is said next follows on from nothing. */
    forget: async (room: Recalled, origin: Origin) => {
      await keep(room, origin, { subjects: [], question: "", spoken: [], line: "" });
    },
  };
}

const inMeeting = ({ id }: Meeting): Conversation => ({ key: `meeting/${id}`, close: true });
