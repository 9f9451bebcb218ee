import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { errorCode } from "./errors.ts";

/**
 * Makes a folder, with those above it that are missing; one by one, since Node's own way to make them all tries for ever
 * below a folder that takes none, such as /proc. Throws a sentence for the first that cannot be made.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(path)) throw new Error(`${path} cannot be made (${errorCode(error) ?? "failed"})`);
  }
}
