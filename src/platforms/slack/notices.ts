import { notice } from "#core/notice.ts";
import type { Reply } from "#core/reply.ts";

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
