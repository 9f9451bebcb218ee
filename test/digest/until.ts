import { setTimeout as sleep } from "node:timers/promises";

/** Waits until something holds. @throws Error when it does not within the milliseconds given */
export async function until(holds: () => Promise<boolean> | boolean, within = 25_000): Promise<void> {
  const deadline = Date.now() + within;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`it did not happen within ${within} ms: ${holds}`);
    await sleep(15);
  }
}
