import { notice } from "#core/notice.ts";

/** A click on something this release no longer knows. */
export const outdated = notice(
  "That button is too old",
  "It belongs to an earlier version of this bot, or what it stood for is no longer kept. Please type the command again.",
);

/** A click on what stands for a line that cannot be looked up at this moment. */
export const notAtHand = notice(
  "That button cannot be looked up right now",
  "What it stands for is kept in a database that does not answer. Please press it again in a minute, or type the command.",
);
