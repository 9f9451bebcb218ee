/** Processor time of one run on this thread, in milliseconds; less than one counts as one. */
async function spent(act: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await act();
  const { user, system } = process.threadCpuUsage(before);
  return Math.max(1, (user + system) / 1000);
}

/**
 * How many times the work grows from an input to one ten times as long: about 10 where it grows as the input does,
 * about 100 where every letter is held against every other. Processor time, so that a busy machine changes little.
 */
export async function growth(act: (length: number) => unknown, length: number): Promise<number> {
  let small = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) small = Math.min(small, await spent(() => act(length)));
  return (await spent(() => act(10 * length))) / small;
}

/** What is not reached by work that grows as its input does, with room for the compiler and the collector. */
export const faster = 60;
