/**
 * What an operator's instruments are told of. Names of platforms, times and outcomes are handed over, and nothing that
 * people wrote.
 */
export type Observer = {
  /**
   * Begins a request: all that `work` does belongs to it, down to its log lines. Gives, or rejects with, what `work`
   * does.
   */
  request<T>(platform: string, work: () => Promise<T>): Promise<T>;
  /** The platform has been told that the present request arrived. */
  acked(): void;
  /** The present request was to be answered and could not be. */
  unanswered(): void;
  /** A platform asks to wait so many milliseconds before it is called again. */
  toldToWait(platform: string, milliseconds: number): void;
};

/** Tells nobody. */
export const unobserved: Observer = {
  request: (_, work) => work(),
  acked: () => {},
  unanswered: () => {},
  toldToWait: () => {},
};
