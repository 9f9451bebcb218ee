import { createHash } from "node:crypto";

const mark = "~";

/** What a button carries for a command line: the line itself when it has at most `max` characters, else a key of 23. */
export function lineKey(line: string, max: number): string {
  return line.length <= max && !line.startsWith(mark)
    ? line
    : mark + createHash("sha256").update(line).digest("base64url").slice(0, 22);
}

/** True when a button's value is a key to look up, not a line. */
export function isLineKey(value: string): boolean {
  return value.startsWith(mark);
}
