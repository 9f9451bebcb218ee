import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { namedNiches } from "#content/niches.ts";
import { resolveName } from "#core/nearest.ts";

/** Studies that belong together. */
export type Group = { readonly title: string; readonly holds: (entry: Entry) => boolean };

/** A niche or theme by the name typed. */
export function groupNamed(typed: string, library: Library): Group | undefined {
  const studies = library.ofKind("case-study");
  const niches = namedNiches
    .filter(({ value }) => studies.some((entry) => entry.niche === value.name))
    .map(({ value: { name }, names }) => ({
      value: { title: name, holds: (entry: Entry) => entry.niche === name },
      names,
    }));
  const themes = [...new Set(studies.flatMap((entry) => entry.themes))].map((theme) => ({
    value: { title: `Theme: ${theme.replace(/-/g, " ")}`, holds: (entry: Entry) => entry.themes.includes(theme) },
    names: [theme],
  }));
  return resolveName<Group>(typed, [...niches, ...themes]).match;
}
