import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { type Answer, type Part, strong } from "#core/reply.ts";

/** The written comparisons, with a menu that opens them. */
export function listComparisons(library: Library): Answer {
  const written = library.ofKind("comparison");
  const listed: Part[] = [
    {
      kind: "list",
      items: written.map((entry) => ({ text: [strong(entry.title), `: ${entry.summary}`], asOf: entry.updated })),
    },
    {
      kind: "select",
      placeholder: "Open a comparison",
      options: written.map((entry) => ({ label: clip(entry.title, 75), line: `compare ${entry.id}` })),
    },
  ];
  return {
    title: "Compare",
    parts: [
      ...(written.length > 0 ? listed : []),
      { kind: "text", text: ["Or name any two to four companies or roles, and an aspect if you like."] },
    ],
    data: { comparisons: written.map(({ id, title, summary }) => ({ id, title, summary })) },
  };
}
