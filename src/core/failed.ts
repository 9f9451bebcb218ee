import { randomBytes } from "node:crypto";
import { type Answer, code, paragraph, text } from "./reply.ts";

/** A new reference, six hex digits: what an asker is given for a bug, and what finds it in the log. */
export function newReference(): string {
  return randomBytes(3).toString("hex");
}

/** The apology for a bug that stands in the log under `ref`. */
export function failedAnswer(ref: string): Answer {
  const says = text`Please try again. If it happens once more, tell whoever runs this bot: reference ${code(ref)}.`;
  return {
    ok: false,
    title: "That failed on our side",
    parts: [paragraph(says)],
    data: { error: "internal", ref },
  };
}
