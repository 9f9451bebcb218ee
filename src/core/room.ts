/**
 * What is remembered of a room: who talks about what, which answers helped, what nobody could answer, and meetings.
 * Ports that `src/store` implements. Times are milliseconds since 1970; an empty string stands for what is not known.
 */

import type { Person, Room, Workspace } from "./origin.ts";

/** What a conversation is about: entry ids, the one meant by "they" first, and the question asked last. */
export type Talk = {
  readonly subjects: readonly string[];
  readonly question: string;
  /** Ids of the entries spoken of of late, the last first. */
  readonly spoken?: readonly string[];
  /** The command line of the last answer; empty where it was none that can be given again. */
  readonly line?: string;
  /** All that a meeting is about. */
  readonly group?: readonly string[];
};

export type Threads = {
  /** The talk of a conversation, unless it fell silent before `since`. */
  recall(key: string, since: number): Promise<Talk | undefined>;
  remember(key: string, talk: Talk & Person, at: number): Promise<void>;
};

export type Rating = Room &
  Person & {
    readonly question: string;
    /** Id of the passage that was given as the answer. */
    readonly passage: string;
    readonly helpful: boolean;
    readonly reason: string;
  };

/** An answer that did not help somebody. */
export type PoorAnswer = {
  /** The same whenever this answer to this question is rated so. */
  readonly id: string;
  readonly workspace: string;
  readonly question: string;
  readonly passage: string;
  readonly times: number;
  readonly reasons: readonly string[];
};

export type Feedback = {
  /** One rating a person, question and passage: the newest holds. */
  rate(rating: Rating, at: number): Promise<void>;
  /** Answers rated not helpful, most often first; of all workspaces when none is named. */
  poor(workspace?: string): Promise<readonly PoorAnswer[]>;
  /** Deletes the ratings that make answers poor, by their ids, which have been seen to. */
  settle(ids: readonly string[]): Promise<void>;
};

/** A question the casebook had no answer to. */
export type Gap = {
  readonly id: string;
  readonly workspace: string;
  readonly question: string;
  /** How often it was asked. */
  readonly asked: number;
  /** Who filed it and waits for an answer, each once whatever number of times: `platform/asker`. */
  readonly waiters: readonly string[];
  readonly firstAt: number;
  readonly lastAt: number;
  /** What tells the answer that it had when it was filed from others (`#room/answer-mark.ts`); empty when it had none. */
  readonly passage: string;
  /** Channel in which it was last asked for all there to read; empty when it was asked in private alone. */
  readonly heardIn: string;
  /** When it was last asked there, in milliseconds since 1970; 0 where it never was. */
  readonly heardAt: number;
};

/** Somebody who filed a gap, and where. */
export type Filing = Room & Person & { readonly id: string; readonly gap: string };

export type Gaps = {
  /** Counts an unanswered question; keeps no name. `aloud`: all in its channel could read it. */
  count(question: string, room: Room, at: number, aloud?: boolean): Promise<void>;
  /** Files a question for somebody who will be told; filing it again in the same room changes nothing. */
  file(question: string, passage: string, who: Room & Person, at: number): Promise<Gap>;
  /** Open gaps, most often asked first; of all workspaces when none is named. */
  open(workspace?: string): Promise<readonly Gap[]>;
  /** Gaps of all workspaces that want an answer: the open ones, and those closed that somebody still waits for. */
  wanted(): Promise<readonly Gap[]>;
  /** Closes gaps; gives how many were open. */
  close(ids: readonly string[], at: number): Promise<number>;
  /** Filings of a gap that were not told yet. */
  waiting(gap: string): Promise<readonly Filing[]>;
  /** Takes filings to tell in one step; gives those that no other process has, so that nobody is told twice. */
  claim(filings: readonly string[], at: number): Promise<readonly string[]>;
  /** Gives claimed filings back when telling failed. */
  release(filings: readonly string[]): Promise<void>;
};

/** A question asked in a meeting. */
export type Asked = {
  readonly id: string;
  readonly question: string;
  /** The line that was said; empty when the casebook did not know. */
  readonly answer: string;
  /** Ids of the passages it came from, with spaces between; empty when there was none. */
  readonly passage: string;
  /** Why it was not looked up, so that it is no open point; empty for any other. */
  readonly refused: string;
  /** Who looks after an unanswered question, as named in the room. */
  readonly owner: string;
  readonly at: number;
};

export type Meeting = Room & {
  readonly id: string;
  /** Ids of the entries it is about. */
  readonly studies: readonly string[];
  readonly startedAt: number;
  readonly endedAt: number | undefined;
};

export type Meetings = {
  start(room: Room, studies: readonly string[], asker: string, at: number): Promise<Meeting>;
  /** The running meeting a room belongs to: the thread's own, else the channel's, begun after `since`. */
  current(room: Room, since: number): Promise<Meeting | undefined>;
  /** Meetings that run in the threads of a channel, begun after `since`. */
  inThreads(room: Room, since: number): Promise<readonly Meeting[]>;
  /** The newest meeting of a room, running or over. */
  latest(room: Room): Promise<Meeting | undefined>;
  find(id: string): Promise<Meeting | undefined>;
  /** Says anew what a meeting is about. */
  turn(meeting: string, studies: readonly string[]): Promise<void>;
  /** In the order asked. */
  questions(meeting: string): Promise<readonly Asked[]>;
  /** Adds a question, once: asking it again in other letter case or punctuation changes nothing. */
  add(
    meeting: string,
    asked: Pick<Asked, "question" | "answer" | "passage"> & { readonly refused?: string; readonly asker: string },
    at: number,
  ): Promise<void>;
  /** Names who looks after a question; false when the meeting has no such question. */
  own(meeting: string, question: string, owner: string, asker: string): Promise<boolean>;
  end(meeting: string, at: number): Promise<void>;
};

/** A finished readiness scorecard: answers in the order of the questions, on a day such as `2026-11-28`. */
export type Scored = { readonly day: string; readonly answers: readonly number[] };

export type Scorecards = {
  /** Keeps how far somebody has come. */
  draft(person: Person, answers: readonly number[], at: number): Promise<void>;
  /** Answers that somebody has not finished. */
  drafted(person: Person): Promise<readonly number[] | undefined>;
  /** Keeps a finished scorecard, the newest of a person and day, and lets the draft go. */
  finish(person: Person, day: string, answers: readonly number[], at: number): Promise<void>;
  /** Somebody's finished scorecards, oldest first. */
  history(person: Person): Promise<readonly Scored[]>;
  /** The newest scorecard of everybody in a workspace, finished on `since` or later; tells nobody's name. */
  team(workspace: Workspace, since: string): Promise<readonly Scored[]>;
};

/** Moments, in milliseconds since 1970; what was last touched before them is deleted. */
export type Horizons = {
  readonly talks: number;
  readonly claims: number;
  /** Finished ones. */
  readonly scorecards: number;
  readonly rest: number;
};

export type Retention = {
  /** Deletes what is kept under a person's id; gives how many rows. */
  forget(person: Person): Promise<number>;
  /** Deletes what is past its time; gives how many rows. */
  purge(before: Horizons): Promise<number>;
};

/** What the room's part of the store offers. */
export type RoomStore = {
  readonly threads: Threads;
  readonly feedback: Feedback;
  readonly gaps: Gaps;
  readonly meetings: Meetings;
  readonly scorecards: Scorecards;
  readonly retention: Retention;
};
