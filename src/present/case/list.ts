import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { type Answer, type Part, paragraph, strong } from "#core/reply.ts";
import type { Group } from "./groups.ts";

/** All studies by niche, or those of one group, with menus that open them. */
export function listStudies(library: Library, group?: Group): Answer {
  const studies = library.ofKind("case-study").filter((entry) => group?.holds(entry) ?? true);
  const niches = [...new Set(studies.map((entry) => entry.niche))].sort();
  const themes = [...new Set(studies.flatMap((entry) => entry.themes))].sort();
  const listed = niches.flatMap((niche): Part[] => [
    { kind: "heading", text: niche },
    {
      kind: "list",
      items: studies
        .filter((entry) => entry.niche === niche)
        .map((entry) => ({ text: [strong(entry.title), `: ${entry.summary}`], asOf: entry.updated })),
    },
  ]);
  return {
    title: group ? `Case studies · ${group.title}` : `Case studies: ${studies.length} by niche`,
    parts: [
      ...listed,
      studies.length > 0
        ? {
            kind: "select",
            placeholder: "Open a study",
            options: studies.map((entry) => ({ label: clip(entry.title, 75), line: `case ${entry.id}` })),
          }
        : paragraph("The casebook has no case studies yet."),
      ...(themes.length > 0 && !group
        ? [
            {
              kind: "select" as const,
              placeholder: "By theme",
              options: themes.map((theme) => ({ label: theme.replace(/-/g, " "), line: `case ${theme}` })),
            },
          ]
        : []),
    ],
    data: {
      studies: studies.map(({ id, title, niche, themes: of, summary, short }) => ({
        id,
        title,
        niche,
        themes: of,
        summary,
        short,
      })),
    },
  };
}
