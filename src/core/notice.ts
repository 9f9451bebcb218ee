import { type Answer, type Button, paragraph, type Reply } from "./reply.ts";

/** What an adapter itself has to say to an asker, as a reply like any other. */
export function noticeOf(answer: Omit<Answer, "sources">): Reply {
  return {
    ok: false,
    command: "casebook",
    line: "casebook help",
    sources: [],
    page: 1,
    shared: false,
    ...answer,
  };
}

const allCommands: Button = { label: "All commands", line: "casebook help" };

/** A notice of one paragraph, and a button to go on with. */
export function notice(title: string, says: string, button: Button = allCommands): Reply {
  return noticeOf({
    title,
    parts: [paragraph(says), { kind: "buttons", buttons: [button] }],
    data: { error: title },
  });
}

/** A message picked from its menu that holds no words. */
export const wordless = notice("There are no words to ask about", "Pick a message that says something.");
