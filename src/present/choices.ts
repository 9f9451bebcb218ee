import type { Kind } from "#content/entry.ts";
import { clip } from "#core/clip.ts";
import type { Choice, Context } from "#core/command.ts";
import { fold } from "#core/nearest.ts";

/** Choices whose name fits what is typed so far: those that begin with it, then those that hold it. At most 25. */
export function matching(typed: string, choices: readonly Choice[]): Choice[] {
  const wanted = fold(typed);
  const rank = (choice: Choice) => {
    const names = [fold(choice.name), fold(choice.value)];
    if (names.some((name) => name.startsWith(wanted))) return 0;
    return names.some((name) => name.includes(wanted)) ? 1 : 2;
  };
  return choices
    .map((choice) => ({ choice, rank: rank(choice) }))
    .filter((ranked) => ranked.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 25)
    .map(({ choice: { name, value } }) => ({ name: clip(name, 100), value }));
}

/** Completes the name of an entry of these kinds. */
export const completeEntry =
  (...kinds: readonly Kind[]) =>
  (typed: string, { library }: Context): Choice[] => {
    const entries = library.entries.filter((entry) => kinds.includes(entry.kind));
    const byAlias = entries.filter(
      (entry) => typed && entry.aliases.some((alias) => fold(alias).startsWith(fold(typed))),
    );
    const shown = matching(
      typed,
      entries.map((entry) => ({ name: entry.title, value: entry.id })),
    );
    const others = byAlias.filter((entry) => !shown.some((choice) => choice.value === entry.id));
    return [...shown, ...others.map((entry) => ({ name: clip(entry.title, 100), value: entry.id }))].slice(0, 25);
  };

/** Completes a section of the entry given under another option. */
export const completeSection =
  (option: string, kinds: readonly Kind[], more: readonly Choice[] = []) =>
  (typed: string, { library }: Context, given: Readonly<Record<string, string>>): Choice[] => {
    const entry =
      library.find(given[option] ?? "", kinds).match ??
      library.entries.find((candidate) => kinds.includes(candidate.kind));
    const sections = entry?.sections.map((section) => ({ name: section.title, value: section.id })) ?? [];
    return matching(typed, [...sections, ...more]);
  };
