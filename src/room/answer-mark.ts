import { createHash } from "node:crypto";
import { fold } from "#core/nearest.ts";
import type { Gap } from "#core/room.ts";
import type { AskedData } from "./asked.ts";

const marking = "says ";

/**
 * What tells one answer from another: its words, whichever row has them, so that rows may be put above it and a row
 * that is corrected counts as another. Empty where nothing was answered; the words cannot be read from it.
 */
export function answerMark(asked: AskedData | undefined): string {
  const [best] = asked?.answered ? asked.answers : [];
  return best ? `${marking}${createHash("sha256").update(fold(best.text)).digest("hex").slice(0, 32)}` : "";
}

/** Whether a gap is answered, and otherwise than when it was filed. Older gaps were filed with the id of a passage. */
export function isAnsweredAnew({ passage }: Pick<Gap, "passage">, asked: AskedData | undefined): boolean {
  const mark = answerMark(asked);
  return mark !== "" && passage !== (passage.startsWith(marking) ? mark : asked?.answers[0]?.id);
}
