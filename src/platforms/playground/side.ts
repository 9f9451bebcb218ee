import type { Dispatch } from "#core/adapter.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Call, Meter, Shown } from "#core/rehearsal.ts";
import type { Act } from "./act.ts";

/** A platform as the playground uses it: its true payloads in, its true payloads out, and nothing in between of ours. */
export type Side = {
  readonly name: "slack" | "discord";
  /** What the platform would deliver for something done in the browser. */
  payloadFor(act: Act): unknown;
  /** What a payload is, by its form; undefined when it is none of this platform's. */
  kindOf(payload: unknown): string | undefined;
  /** The adapter's answer to a payload. */
  deliver(payload: unknown): Promise<readonly Call[]>;
  shownOf(calls: readonly Call[]): readonly Shown[];
  metersOf(payload: unknown): readonly Meter[];
};

/** Opens a side on a dispatch; the playground hands it one that remembers what passed through. */
export type OpenSide = (parts: { readonly dispatch: Dispatch; readonly kept: KeptLines }) => Promise<Side>;
