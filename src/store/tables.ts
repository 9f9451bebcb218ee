import type { Kysely } from "kysely";
import type { ContentChange, KeptPassage } from "#core/content-history.ts";

/** A destination, as tables of digests have it. */
export type DestinationColumns = { platform: string; workspace: string | null; channel: string; thread: string | null };

export type SubscriptionRow = DestinationColumns & {
  id: string;
  line: string;
  schedule: string;
  zone: string;
  ping: string | null;
  owner: string | null;
  created_at: number;
  next_at: number;
  paused: string | null;
  last_due: number | null;
};

export type DeliveryRow = DestinationColumns & {
  id: string;
  subscription: string | null;
  due: number;
  person: number;
  ping: string | null;
  reply: string;
  state: "waiting" | "sent" | "given-up";
  attempts: number;
  failures: number;
  next_try: number;
  lease_until: number | null;
  uncertain_since: number | null;
  message: string | null;
  problem: string | null;
  created_at: number;
  finished_at: number | null;
};

/** Tables and their columns, by what they are for. Times are milliseconds since 1970. */
export type Tables = {
  kept_lines: { key: string; line: string; kept_at: number };
  claims: { name: string; at: number };
  installations: { id: string; sealed: string; installed_at: number };
  installation_workspaces: { workspace: string; organisation: string };
  threads: {
    key: string;
    platform: string;
    workspace: string;
    asker: string;
    /** Entry ids, a space between. */
    subjects: string;
    question: string;
    /** Entry ids, a space between. */
    spoken: string;
    line: string;
    at: number;
  };
  feedback: {
    platform: string;
    workspace: string;
    asker: string;
    passage: string;
    wording: string;
    channel: string;
    thread: string;
    question: string;
    reason: string;
    helpful: number;
    at: number;
  };
  gaps: {
    id: string;
    workspace: string;
    wording: string;
    question: string;
    passage: string;
    heard_in: string;
    heard_at: number;
    asked: number;
    first_at: number;
    last_at: number;
    closed_at: number | null;
  };
  gap_filings: {
    id: string;
    gap: string;
    platform: string;
    workspace: string;
    channel: string;
    thread: string;
    asker: string;
    at: number;
    told_at: number | null;
  };
  meetings: {
    id: string;
    platform: string;
    workspace: string;
    channel: string;
    thread: string;
    /** Entry ids, a space between. */
    studies: string;
    asker: string;
    started_at: number;
    ended_at: number | null;
  };
  meeting_questions: {
    id: string;
    meeting: string;
    wording: string;
    question: string;
    answer: string;
    passage: string;
    asker: string;
    owner: string;
    owned_by: string;
    /** Why it was not looked up; empty where it was. */
    refused: string;
    at: number;
  };
  scorecards: {
    platform: string;
    workspace: string;
    asker: string;
    /** `2026-11-28`; empty for answers that are not finished. */
    day: string;
    /** Digits, a space between. */
    answers: string;
    at: number;
  };

  subscriptions: SubscriptionRow;
  deliveries: DeliveryRow;
  channel_memory: { place: string; version: number };
  shown_items: { place: string; item: string; shown_at: number };
  send_slots: { name: string; free_at: number };
  content_passages: KeptPassage;
  content_versions: { name: string; version: string; begun_at: number | null };
  content_changes: { at: number; id: string; kind: ContentChange["kind"]; was: string | null };
};

/** The database with these tables. */
export type Database = Kysely<Tables>;
