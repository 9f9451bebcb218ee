/** A sentence about words that are no schedule, and a schedule near to them. */
export type Wrong = { readonly wrong: string; readonly nearest: string };
/** A schedule in the one way it is always written, and the cron patterns it stands for. */
export type Meaning = { readonly words: string; readonly patterns: readonly string[] };
