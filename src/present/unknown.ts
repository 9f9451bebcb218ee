import { clip } from "#core/clip.ts";
import { Refusal } from "#core/refusal.ts";

export type Suggestion = { readonly label: string; readonly line: string };

/** The most things that are all named where none is near. */
const fewEnough = 10;

/**
 * Refuses a name that fits nothing: says it, offers the nearest as buttons, and an example that works.
 * `what` is the kind of thing in words: "case study", "section of Solana". Where none is near, a few in `all` are named.
 */
export function unknownName(
  what: string,
  typed: string,
  nearest: readonly Suggestion[],
  example: string,
  data: Record<string, unknown> = {},
  all: readonly Suggestion[] = [],
): Refusal {
  const few = nearest.length === 0 && all.length <= fewEnough ? all : [];
  const shown = nearest.length > 0 ? nearest : few;
  const names = eitherOf(shown.map(({ label }) => label));
  const ways = names && (nearest.length > 0 ? ` Did you mean ${names}?` : ` Choose ${names}.`);
  return new Refusal(`There is no ${what} called “${clip(typed, 60)}”.${ways}`, {
    examples: [nearest[0]?.line ?? example],
    buttons: shown.map(({ label, line }) => ({ label: clip(label, 75), line })),
    data: {
      error: "unknown-name",
      typed: clip(typed, 200),
      nearest: nearest.map((suggestion) => suggestion.line),
      ...data,
    },
  });
}

/** "A, B or C". Empty for none. */
export function eitherOf(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
