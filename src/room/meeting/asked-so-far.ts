import type { Invocation } from "#core/invocation.ts";
import { paragraph, type Reply } from "#core/reply.ts";
import type { Asked } from "#core/room.ts";
import { saying } from "../saying.ts";

/** As many questions as are read out; the notes have all. */
const most = 15;

/** What was asked in a meeting that runs, in order, with the way to its answers. */
export function sayAskedSoFar(questions: readonly Asked[], invocation: Invocation): Reply {
  if (questions.length === 0)
    return saying(invocation, "Nothing was asked yet", paragraph("This meeting has no question so far."));
  const left = questions.length - most;
  const items = questions
    .slice(0, most)
    .map(({ question, answer }) => ({ text: [question, answer ? "" : " (open)"].filter(Boolean) }));
  return saying(
    invocation,
    "Asked in this meeting so far",
    { kind: "list", ordered: true, items },
    ...(left > 0 ? [paragraph(`… and ${left} more, in the notes.`)] : []),
    { kind: "buttons", buttons: [{ label: "Notes so far", line: "meeting export" }] },
  );
}
