import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { dayOf } from "#core/day.ts";
import { code, type Part, paragraph, strong } from "#core/reply.ts";
import { formatDate } from "#present/dates.ts";
import { openLine } from "#present/open-line.ts";
import type { GapGroup } from "./gaps.ts";
import type { PoorGroup } from "./poor-answers.ts";

/** Gaps that are shown; a list of several hundred takes a second to lay out, in which nobody else is answered. */
const mostShown = 100;

/** "2 people wait". */
export const peopleWaiting = (count: number): string => (count === 1 ? "1 person waits" : `${count} people wait`);

/** Open gaps as a numbered list, each with the line that closes it, and a menu of the first ones. */
export function gapParts(groups: readonly GapGroup[]): Part[] {
  const hidden = groups.length - mostShown;
  return [
    {
      kind: "list",
      ordered: true,
      items: groups.slice(0, mostShown).map((group) => ({
        text: [
          strong(group.question),
          ` Asked ${group.asked === 1 ? "once" : `${group.asked} times`}, last on ${formatDate(dayOf(new Date(group.lastAt)))}`,
          group.waiting > 0 ? `; ${peopleWaiting(group.waiting)} for the answer` : "",
          alsoAs(group.wordings),
          ". ",
          code(`gaps close ${group.id}`),
        ],
      })),
    },
    ...(hidden > 0 ? [paragraph(`${hidden} more come up as these are closed.`)] : []),
    {
      kind: "select",
      placeholder: "Close a gap",
      options: groups.slice(0, 25).map(({ id, question }) => ({ label: clip(question, 75), line: `gaps close ${id}` })),
    },
  ];
}

/** Answers that were rated as no help, with what people said of them, each with the line that ticks it off; menus open and tick off. */
export function poorParts(poor: readonly PoorGroup[], library: Library): Part[] {
  const shown = poor.slice(0, 25);
  const named = ({ question, passage }: PoorGroup) => clip(question || passage, 75);
  const opened = shown.flatMap((group) => {
    const passage = library.passage(group.passage);
    const entry = library.entry(group.passage.split("#")[0] ?? "");
    return entry ? [{ label: named(group), line: openLine(entry, passage) }] : [];
  });
  return [
    { kind: "heading", text: "Answers that did not help" },
    {
      kind: "list",
      items: shown.map(({ id, question, passage, times, reasons, wordings }) => ({
        text: [
          strong(question || "A question that was not kept"),
          ` Answered by ${passage}, not helpful ${times === 1 ? "once" : `${times} times`}`,
          reasons.length > 0 ? `: ${reasons.join("; ")}` : "",
          alsoAs(wordings),
          ". ",
          code(`gaps close ${id}`),
        ],
      })),
    },
    ...(opened.length > 0 ? [{ kind: "select" as const, placeholder: "Open an answer", options: opened }] : []),
    {
      kind: "select",
      placeholder: "Tick off an answer",
      options: shown.map((group) => ({ label: named(group), line: `gaps close ${group.id}` })),
    },
  ];
}

/** The first three of the other wordings. */
const alsoAs = (wordings: readonly string[]): string =>
  wordings.length > 1 ? `; also: ${wordings.slice(1, 4).join(" / ")}` : "";
