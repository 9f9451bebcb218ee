import type { Entry } from "#content/entry.ts";
import { type Resolution, resolveName } from "#core/nearest.ts";

/** Sections every study has beside its own. */
export const extraSections = [
  { id: "sources", title: "Sources", names: ["sources", "source", "references", "links"] },
  { id: "related", title: "Related studies", names: ["related", "see also", "similar", "related studies"] },
];

/** The id of the section a typed name means: one of the study's own, or one that all have. */
export function studySection(entry: Entry, typed: string): Resolution<string> {
  const names = [
    ...entry.sections.map((section) => ({ value: section.id, names: [section.id, section.title, ...section.aliases] })),
    ...extraSections.map(({ id, names: others }) => ({ value: id, names: others })),
  ];
  return resolveName(typed, names);
}
