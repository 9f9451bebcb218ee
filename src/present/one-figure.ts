import type { LineRange } from "#calc/ranges.ts";
import { clip } from "#core/clip.ts";
import type { Invocation } from "#core/invocation.ts";
import { formatLine } from "#core/line.ts";
import { Refusal } from "#core/refusal.ts";

/** The refusal of a range where a calculator takes one number, with the line for either end of it. */
export function oneFigure(
  { text, ends, lines }: LineRange,
  invocation: Pick<Invocation, "command" | "named">,
  understood: string | undefined,
): Refusal {
  const message = `“${clip(text, 40)}” is a range, and this takes one figure at a time: ${ends.join(" or ")}.`;
  const [low, high] = lines.map((rest) => formatLine({ ...invocation, rest }));
  const buttons = [low, high].map((line = "", i) => ({ label: clip(`With ${ends[i] ?? ""}`, 40), line }));
  return new Refusal(message, {
    examples: [low ?? ""],
    buttons,
    ...(understood ? { understood } : {}),
    data: { error: invocation.command, message, example: low },
  });
}
