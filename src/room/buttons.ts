import { formatWord } from "#core/line.ts";
import type { Button, Part, Reply } from "#core/reply.ts";

const said = (question: string): string => `question:${formatWord(question)}`;

/** The line that rates an answer. `passage` is the id of what was given. */
export function rateLine(helpful: boolean, passage: string, question: string): string {
  return `rate ${helpful ? "yes" : "no"} ${passage} ${said(question)}`;
}

/** The buttons under an answer that rate it. */
export function rateButtons(passage: string, question: string): Button[] {
  return [
    { label: "Helpful", line: rateLine(true, passage, question) },
    { label: "Not helpful", line: rateLine(false, passage, question) },
  ];
}

/** The line that files a question the casebook does not answer. */
export function fileLine(question: string): string {
  return `gaps file ${said(question)}`;
}

/** A reply with more buttons behind its last row of them, in place of those with the same command and first word. */
export function renewButtons(reply: Reply, more: readonly Button[]): Reply {
  if (more.length === 0) return reply;
  const replaced = new Set(more.map(beginOf));
  const kept = reply.parts.flatMap((part): Part[] => {
    if (part.kind !== "buttons") return [part];
    const buttons = part.buttons.filter((button) => !replaced.has(beginOf(button)));
    return buttons.length > 0 ? [{ ...part, buttons }] : [];
  });
  const last = kept.findLastIndex((part) => part.kind === "buttons");
  const row = kept[last];
  const buttons = [...(row?.kind === "buttons" ? row.buttons : []), ...more];
  return { ...reply, parts: [...kept.filter((part) => part !== row), { kind: "buttons", buttons }] };
}

function beginOf(button: Button): string {
  return "line" in button ? button.line.split(" ", 2).join(" ") : button.url;
}
