import { clip } from "#core/clip.ts";
import { resolveName } from "#core/nearest.ts";
import { refuse, type Typed } from "./asked.ts";

/** One of a few words, by any of its names. Undefined when not given; refuses another. */
export function readChoice<T extends string>(
  option: "method" | "recompute" | "price",
  typed: Typed,
  choices: readonly T[],
  names: Readonly<Record<T, readonly string[]>>,
): T | undefined {
  const text = typed[option]?.trim();
  if (!text) return undefined;
  const found = resolveName(
    text,
    choices.map((choice) => ({ value: choice, names: [choice, ...names[choice]] })),
  );
  if (found.match) return found.match;
  throw refuse(`“${clip(text, 40)}” is no ${option} I know; choose ${choices.join(", ")}.`, typed, {}, [option]);
}
