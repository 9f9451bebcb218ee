import type { Entry } from "#content/entry.ts";
import { clip } from "#core/clip.ts";
import type { Button } from "#core/reply.ts";
import { openLine } from "../open-line.ts";

/** Buttons that open the first three of some entries. */
export function openers(entries: readonly Entry[]): Button[] {
  return entries.slice(0, 3).map((entry) => ({ label: clip(entry.title, 75), line: openLine(entry) }));
}
