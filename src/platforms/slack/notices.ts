import type { Reply } from "#core/reply.ts";

/** What the adapter itself has to say to an asker, as a reply like any other. */
const notice = (title: string, words: string, button = { label: "All commands", line: "casebook help" }): Reply => ({
  ok: false,
  command: "casebook",
  line: "casebook help",
  title,
  parts: [
    { kind: "text", text: [words] },
    { kind: "buttons", buttons: [button] },
  ],
  sources: [],
  data: { error: title },
  page: 1,
  shared: false,
});

/** A message picked from its menu that holds no words. */
export const wordless = notice("There are no words to ask about", "Pick a message that says something.");
/** A click on something that is no longer kept. */
export const expired = notice("That button is too old", "What it stood for is no longer kept. Please ask again.");
/** A form that Slack did not take in time. */
export const late = notice(
  "The form did not open",
  "Slack wants a form within three seconds. Please press the button again.",
);
/** What somebody reads whose workspace has no installation; nothing of ours can be clicked there. */
export const notHere =
  "Casebook is not installed in this workspace any more, or not yet. Whoever looks after your apps can install it.";
/** An answer for a channel in which too many others wait already. */
export const crowded = (line: string): Reply =>
  notice("One moment, please", "Many people ask in this channel at once, and I may answer here once a second.", {
    label: "Try again",
    line,
  });
