/** Command lines too long for a platform's button, kept under a short key; survives a restart. */
export type KeptLines = {
  keep(lines: ReadonlyMap<string, string>): Promise<void>;
  find(key: string): Promise<string | undefined>;
};
