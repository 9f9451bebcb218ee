/** Long work in steps: at each `yield` other work may go first. */
export type Steps<T> = Generator<void, T, void>;

/** Takes all steps without a stop. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Takes steps for this many milliseconds at a time; in between, whatever waits goes first. */
export async function byTurns<T>(steps: Steps<T>, milliseconds = 10): Promise<T> {
  for (;;) {
    const end = performance.now() + milliseconds;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
