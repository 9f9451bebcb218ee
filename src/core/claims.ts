/** Names that processes share, so that only one of them does what a name stands for. */
export type Claims = {
  /** Takes all names in one step; false when one of them was taken before. `at`: milliseconds since 1970. */
  take(names: readonly string[], at: number): Promise<boolean>;
};
