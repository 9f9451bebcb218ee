/** Patterns of one subject: `any` meets whatever one of them meets; `each` has them apart, by the question it stands for. */
export type Patterns = { readonly any: RegExp; readonly each: readonly (readonly [question: string, RegExp])[] };

/** A pattern as it stands: `\b` is written with one backslash. */
export const raw = String.raw;

/**
 * Patterns by a question that each stands for; a long one comes in parts, which follow upon each other. `flags`: `iu`;
 * `i` where letters beyond English do not matter, which is quicker; `u` where a capital tells a name. Throws when a
 * pattern is none.
 */
export function patterns(
  sources: Readonly<Record<string, string | readonly string[]>>,
  flags: "i" | "iu" | "u" = "iu",
): Patterns {
  const whole = Object.entries(sources).map(([question, source]) => [question, [source].flat().join("")] as const);
  return {
    any: new RegExp(whole.map(([, source]) => source).join("|"), flags),
    each: whole.map(([question, source]) => [question, new RegExp(source, flags)] as const),
  };
}
