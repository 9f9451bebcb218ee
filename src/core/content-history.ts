/** A passage as it stood when the content was last looked at. */
export type KeptPassage = {
  readonly id: string;
  readonly entry: string;
  readonly section: string;
  readonly title: string;
  readonly text: string;
};

/** One thing that became different in the content. */
export type ContentChange = {
  readonly at: number;
  /** Passage id, or entry id for `new-entry`. Once noted, that of a removed row has a mark behind it that no passage has. */
  readonly id: string;
  readonly kind: "new-entry" | "new" | "changed" | "removed";
  readonly was?: string | undefined;
};

/** The content as it was, and what changed in it. */
export type ContentHistory = {
  /** The passages last kept; empty before the first time. */
  kept(): Promise<readonly KeptPassage[]>;
  /**
   * Replaces what is kept and adds the changes; `moved` are passages whose id changed, from the old to the new, which
   * what is known of them follows. Nothing happens when the content kept is no longer that of `from`.
   */
  record(update: {
    readonly from: string;
    readonly version: string;
    /** Milliseconds since 1970. */
    readonly at: number;
    readonly passages: readonly KeptPassage[];
    readonly changes: readonly ContentChange[];
    readonly moved: ReadonlyMap<string, string>;
  }): Promise<void>;
  /** The version kept; empty before the first time. */
  version(): Promise<string>;
  /** When content was first kept; undefined before that, and where it was not noted. */
  begun(): Promise<number | undefined>;
  /** What changed after a moment, oldest first, of each passage under the id it has now. */
  since(moment: number): Promise<readonly ContentChange[]>;
};
