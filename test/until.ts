import { setTimeout as sleep } from "node:timers/promises";

/** Waits until something is found, or holds. @throws Error when it does not within the milliseconds given */
export async function until<T>(
  find: () => T | undefined | false | Promise<T | undefined | false>,
  within = 25_000,
): Promise<T> {
  for (const deadline = Date.now() + within; ; await sleep(10)) {
    const found = await find();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`it did not happen within ${within} ms: ${find}`);
  }
}
