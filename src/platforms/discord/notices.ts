import type { Reply } from "#core/reply.ts";

/** What the adapter itself has to say to an asker, as a reply like any other. */
function notice(title: string, says: string): Reply {
  return {
    ok: false,
    command: "",
    line: "",
    title,
    parts: [{ kind: "text", text: [says] }],
    sources: [],
    data: undefined,
    page: 1,
    shared: true,
  };
}

/** A click on something this release no longer knows. */
export const outdated: Reply = notice(
  "That button is too old",
  "It belongs to an earlier version of this bot, or what it stood for is no longer kept. Please type the command again.",
);

/** A click on what stands for a line that cannot be looked up at this moment. */
export const notAtHand: Reply = notice(
  "That button cannot be looked up right now",
  "What it stands for is kept in a database that does not answer. Please press it again in a minute, or type the command.",
);

/** A message picked from its menu that holds no words. */
export const wordless: Reply = notice("There are no words to ask about", "Pick a message that says something.");

/** A bug; `ref` finds it in the log. */
export function failed(ref: string): Reply {
  return notice(
    "That failed on our side",
    `Please try again. If it happens once more, tell whoever runs this bot: reference ${ref}.`,
  );
}
