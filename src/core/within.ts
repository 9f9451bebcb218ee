/** What comes of some work; rejects with `Error(late)` when that takes longer than so many milliseconds. */
export async function within<T>(milliseconds: number, work: Promise<T>, late: string): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(late)), milliseconds);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
