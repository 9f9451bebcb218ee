export type Turns = {
  /** Waits for a turn among those of the same group; gives what ends it. Nothing when too many wait already. */
  take(group: string): Promise<() => void> | undefined;
};

/**
 * Lets `running` pieces of work go on side by side and `waiting` more stand in line. Groups come by turns, so that one
 * that asks a thousand times keeps nobody else waiting for more than a turn.
 */
export function createTurns({ running, waiting }: { running: number; waiting: number }): Turns {
  const lines = new Map<string, (() => void)[]>();
  let free = running;
  let standing = 0;

  const next = (): void => {
    const [group, line] = lines.entries().next().value ?? [];
    const begin = line?.shift();
    if (group === undefined || !line || !begin) {
      free++;
      return;
    }
    standing--;
    // To the back, behind the other groups.
    lines.delete(group);
    if (line.length > 0) lines.set(group, line);
    begin();
  };

  const turn = (): (() => void) => {
    let over = false;
    return () => {
      if (!over) next();
      over = true;
    };
  };

  return {
    take: (group) => {
      if (free > 0) {
        free--;
        return Promise.resolve(turn());
      }
      if (standing >= waiting) return undefined;
      standing++;
      return new Promise((resolve) => {
        const line = lines.get(group) ?? [];
        lines.set(group, line);
        line.push(() => resolve(turn()));
      });
    },
  };
}
