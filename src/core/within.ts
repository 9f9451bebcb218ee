/** What comes of some work, or what `late` gives, or throws, when that takes longer than so many milliseconds. */
export async function inTimeOr<T, Late>(milliseconds: number, work: Promise<T>, late: () => Late): Promise<T | Late> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  return Promise.race([work, promise.then(late)]).finally(() => clearTimeout(timer));
}

/** What comes of some work; rejects with `Error(late)` when that takes longer than so many milliseconds. */
export function within<T>(milliseconds: number, work: Promise<T>, late: string): Promise<T> {
  return inTimeOr(milliseconds, work, () => {
    throw new Error(late);
  });
}

/** Waits for something, but no longer than so many milliseconds; being late is no error. Tells whether it was in time. */
export function waitAtMost(milliseconds: number, done: Promise<unknown>): Promise<boolean> {
  return inTimeOr(
    milliseconds,
    done.then(() => true),
    () => false,
  );
}
