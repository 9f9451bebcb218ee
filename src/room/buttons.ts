import { formatWord } from "#core/line.ts";
import type { Button, Part, Reply } from "#core/reply.ts";

const said = (question: string): string => `question:${formatWord(question)}`;

/** The line that rates an answer. `passage` is the id of what was given. */
export function rateLine(helpful: boolean, passage: string, question: string): string {
  return `rate ${helpful ? "yes" : "no"} ${passage} ${said(question)}`;
}

/** The line that files a question the casebook does not answer. */
export function fileLine(question: string): string {
  return `gaps file ${said(question)}`;
}

/** A reply with more buttons behind its last row of them. Those whose command and first word are there stay as they are. */
export function withButtons(reply: Reply, more: readonly Button[]): Reply {
  const present = new Set(
    reply.parts.flatMap((part) => (part.kind === "buttons" ? part.buttons.map((button) => beginOf(button)) : [])),
  );
  const added = more.filter((button) => !present.has(beginOf(button)));
  if (added.length === 0) return reply;
  const last = reply.parts.findLastIndex((part) => part.kind === "buttons");
  if (last < 0) return { ...reply, parts: [...reply.parts, { kind: "buttons", buttons: added }] };
  const parts = reply.parts.map(
    (part, i): Part =>
      i === last && part.kind === "buttons" ? { ...part, buttons: [...part.buttons, ...added] } : part,
  );
  return { ...reply, parts };
}

function beginOf(button: Button): string {
  return "line" in button ? button.line.split(" ", 2).join(" ") : button.url;
}
