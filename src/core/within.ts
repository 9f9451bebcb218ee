/** What comes of some work; rejects with `Error(late)` when that takes longer than so many milliseconds. */
export async function within<T>(milliseconds: number, work: Promise<T>, late: string): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(late)), milliseconds);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

/** Waits for something, but no longer than so many milliseconds; being late is no error. */
export async function waitAtMost(milliseconds: number, done: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([done, promise]).finally(() => clearTimeout(timer));
}
