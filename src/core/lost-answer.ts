import { errorCode } from "./errors.ts";

/** What platforms have in common where the answer to a post was lost: whether it left at all, and how it is looked for. */

/** True when no connection came about, so that nothing can have been posted. */
export function neverLeft(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(errorCode(error) ?? "") || neverLeft(error.cause);
}

/** How far before the try the search begins, in milliseconds: clocks differ. */
const margin = 60_000;

/** The time from which on a post is looked for. */
export function searchedSince({
  uncertainSince = Date.now(),
}: {
  readonly uncertainSince?: number | undefined;
}): number {
  return uncertainSince - margin;
}

/** Pages of a channel's messages that are looked through. */
const longestSearch = 5;

/** What one page of messages holds: the post, or where the next page begins, or neither. */
export type Looked = { readonly found?: string | undefined; readonly next?: string | undefined };

/** Looks for a post page by page; undefined when it is on none. Rejects when there are more pages than are worth it. */
export async function searchPages(look: (from: string | undefined) => Promise<Looked>): Promise<string | undefined> {
  let from: string | undefined;
  for (let page = 0; page < longestSearch; page++) {
    const { found, next } = await look(from);
    if (found !== undefined || !next) return found;
    from = next;
  }
  throw new Error("too many messages since");
}
