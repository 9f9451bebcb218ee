import { clip } from "#core/clip.ts";
import { Refusal } from "#core/refusal.ts";

export type Suggestion = { readonly label: string; readonly line: string };

/**
 * Refuses a name that fits nothing: says it, offers the nearest as buttons, and an example that works.
 * `what` is the kind of thing in words: "case study", "section of Solana".
 */
export function unknownName(
  what: string,
  typed: string,
  nearest: readonly Suggestion[],
  example: string,
  data: Record<string, unknown> = {},
): Refusal {
  const names = nearest.map((suggestion) => suggestion.label);
  const meant =
    names.length === 0
      ? ""
      : ` Did you mean ${names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`}?`;
  return new Refusal(`There is no ${what} called “${clip(typed, 60)}”.${meant}`, {
    examples: [nearest[0]?.line ?? example],
    buttons: nearest.map(({ label, line }) => ({ label: clip(label, 75), line })),
    data: {
      error: "unknown-name",
      typed: clip(typed, 200),
      nearest: nearest.map((suggestion) => suggestion.line),
      ...data,
    },
  });
}
