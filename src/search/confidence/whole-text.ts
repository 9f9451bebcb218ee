import type { ReadPassage } from "../passages/read-passage.ts";

/** All that a passage says: its title, its text, and what other sources say instead. */
export const wholeText = ({ passage: { title, text, also } }: ReadPassage): string =>
  [`${title}.`, text, ...also.map((rival) => rival.text)].join(" ");
