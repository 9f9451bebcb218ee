import type { Entry, Passage } from "#content/entry.ts";

/** Rows that belong together and are wanted together. */
export type Listing = {
  readonly title: string;
  /** The entry they are all from; none when they are the same row of several entries. */
  readonly entry: Entry | undefined;
  readonly passages: readonly Passage[];
};
