import type { Library } from "#content/library.ts";
import type { Context } from "./command.ts";
import { hour } from "./durations.ts";
import type { Invocation, Origin } from "./invocation.ts";
import { onceEach } from "./once-each.ts";
import { createRecent, type Recent } from "./recent.ts";
import type { Reply } from "./reply.ts";

/** Longest key of a line that is remembered, in characters: what is longer nobody asks twice. */
const longestKey = 500;

const nobody: Origin = { platform: "terminal", via: "command" };
const noStore = () => Promise.reject(new Error("a pure command reads no store"));

/** The same for nobody, with nothing kept and nothing to be kept in. */
export function withoutStore(context: Context): Context {
  return { ...context, origin: nobody, store: noStore };
}

/** Answers a pure command's invocation, or gives the reply that it had before. */
export type PureReplies = (
  invocation: Invocation,
  context: Context,
  answer: (invocation: Invocation, context: Context) => Promise<Reply>,
) => Promise<Reply>;

/**
 * Remembers the replies of pure commands: for as long as their library serves, within the hour, and at most `most` of
 * them, those asked for last. They are answered as for nobody and without a store, so that nothing of one asker's can
 * reach another, and by a clock that shows full hours. What fails is not remembered.
 */
export function rememberReplies(most = 500): PureReplies {
  const repliesOf = onceEach<Library, Recent<Reply>>(() => createRecent(most));
  return async (invocation, context, answer) => {
    const { command, words, named, rest, page, share } = invocation;
    const now = new Date(Math.floor(context.now.getTime() / hour) * hour);
    const make = () => answer({ ...invocation, origin: nobody }, { ...withoutStore(context), now });
    const key = JSON.stringify([command, words, named, rest, page, share, now.getTime()]);
    if (key.length > longestKey) return make();
    const replies = repliesOf(context.library);
    const before = replies.get(key);
    if (before) return before;
    const reply = Object.freeze(await make());
    if (reply.ok) replies.set(key, reply);
    return reply;
  };
}
