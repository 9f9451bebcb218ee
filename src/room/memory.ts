import type { Library } from "#content/library.ts";
import type { Origin } from "#core/invocation.ts";
import type { Meeting, Talk, Threads } from "#core/room.ts";
import type { Store } from "#core/store.ts";
import { subjectKinds } from "./entries-named.ts";
import { passingTalks } from "./passing.ts";
import { type Conversation, conversationOf, personOf, placeOf } from "./place.ts";

export type MemoryParts = {
  /** The store for what is asked there; undefined where nothing is to be kept. */
  readonly store: (origin: Origin) => Promise<Store | undefined>;
  /** What is seen where somebody asks. */
  readonly library: (origin: Origin) => Library;
  /** Hours after which a silent conversation is forgotten. */
  readonly threadHours: number;
  readonly now: () => number;
};

/** Where something is said, and what was said there before. */
export type Room = {
  readonly store: Store | undefined;
  readonly meeting: Meeting | undefined;
  readonly conversation: Conversation | undefined;
  readonly threads: Threads | undefined;
  readonly talk: Talk | undefined;
};

/** What is to be remembered of an answer: what it was about, the question it answered, and the line that gives it again. */
export type Said = { readonly ids: readonly string[]; readonly question: string; readonly line: string };

/** Milliseconds after which a meeting that nobody ended no longer shortens answers. */
export const longestMeeting = 12 * 3_600_000;

/** As many entries as one may mean by "compare them". */
const mostSpoken = 4;

/** What conversations are about, each on its own; in a meeting all of the room are one. */
export function createMemory({ store, library, threadHours, now }: MemoryParts) {
  const passing = passingTalks();

  return {
    /** The room of an origin with what was talked about before; in a meeting that has just begun, its studies. */
    recall: async (origin: Origin): Promise<Room> => {
      const opened = await store(origin);
      const meeting = await opened?.meetings.current(placeOf(origin), now() - longestMeeting);
      const conversation = meeting ? inMeeting(meeting) : conversationOf(origin);
      const threads = conversation?.passing ? passing : opened?.threads;
      const talk = conversation && (await threads?.recall(conversation.key, now() - threadHours * 3_600_000));
      const room = { store: opened, meeting, conversation, threads };
      if (!meeting) return { ...room, talk };
      const held = talk?.subjects.length ? talk : { question: "", ...talk, subjects: meeting.studies };
      return { ...room, talk: { ...held, group: [...new Set([...meeting.studies, ...held.subjects])] } };
    },

    /** Keeps what was said last. An answer about no company leaves the talk about those it was about. */
    remember: async ({ threads, conversation, talk }: Room, origin: Origin, { ids, question, line }: Said) => {
      const subjects = ids.filter((id) => subjectKinds.some((kind) => kind === library(origin).entry(id)?.kind));
      if (!conversation || (subjects.length === 0 && line === "")) return;
      const person = personOf(origin) ?? { platform: origin.platform, workspace: origin.workspace ?? "", asker: "" };
      const about =
        subjects.length > 0
          ? { subjects, question }
          : { subjects: talk?.subjects ?? [], question: talk?.question ?? "" };
      const spoken = [...new Set([...subjects.toReversed(), ...(talk?.spoken ?? [])])].slice(0, mostSpoken);
      await threads?.remember(conversation.key, { ...person, ...about, spoken, line: line || talk?.line || "" }, now());
    },
  };
}

const inMeeting = ({ id }: Meeting): Conversation => ({ key: `meeting/${id}`, close: true });
