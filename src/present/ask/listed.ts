import type { Entry, Passage } from "#content/entry.ts";
import { clip } from "#core/clip.ts";
import { type Button, type Part, paragraph, strong, type Text } from "#core/reply.ts";
import { statementOf } from "../cite.ts";
import { formatDate } from "../dates.ts";
import { openLine } from "../open-line.ts";

/** Rows wanted together. */
export type SaidList = {
  readonly title: string;
  readonly entry: Entry | undefined;
  readonly passages: readonly Passage[];
};

/** Rows with much to say that are shown of a longer list of one entry; an order of events is not cut. */
const mostRows = 6;
const fewMore = 2;

/** The rows of a list that are shown, and how many are left out. */
export function shownOf({ entry, passages }: SaidList): { readonly shown: readonly Passage[]; readonly more: number } {
  const isCut =
    entry !== undefined &&
    passages.length > mostRows + fewMore &&
    passages.every((passage) => passage.section !== "timeline" && titleIn(entry, passage) !== "");
  return isCut
    ? { shown: passages.slice(0, mostRows), more: passages.length - mostRows }
    : { shown: passages, more: 0 };
}

/** A row's own title; a line of a checklist is called like its group, which the list's heading says. */
function titleIn(entry: Entry, { title, section }: Passage): string {
  return title === entry.sections.find(({ id }) => id === section)?.title ? "" : title;
}

function listPart({ entry, passages }: SaidList, now: Date, titleOf: (passage: Passage) => string): Part {
  return {
    kind: "list",
    items: passages.map((passage) => {
      const title = entry ? titleIn(entry, passage) : titleOf(passage);
      const dated = passage.section === "timeline" ? `${formatDate(passage.asOf)} ` : "";
      const lead: Text = title
        ? [strong(`${dated}${title}`), title.endsWith("?") ? " " : ": ", passage.text]
        : [passage.text];
      return statementOf(passage, now, lead);
    }),
  };
}

/** A list that was asked for, under its title. */
export function listedParts(list: SaidList, now: Date, titleOf: (passage: Passage) => string): Part[] {
  const { shown, more } = shownOf(list);
  return [
    { kind: "heading", text: clip(list.title, 150) },
    listPart({ ...list, passages: shown }, now, titleOf),
    ...(more > 0 ? [paragraph(`… and ${more} more.`)] : []),
  ];
}

/** Opens all of a list that is not shown whole. */
export function allButton(list: SaidList | undefined): Button | undefined {
  if (!list?.entry || shownOf(list).more === 0) return undefined;
  return { label: `All ${list.passages.length}`, line: openLine(list.entry, list.passages[0]) };
}
