import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { type Answer, paragraph, strong } from "#core/reply.ts";
import { openLine } from "../open-line.ts";

/** What a study names as related, and the studies it does not. */
export function showRelated(entry: Entry, library: Library): Answer {
  const related = entry.related.flatMap((id) => library.entry(id) ?? []);
  const others = library
    .ofKind("case-study")
    .filter((other) => other.id !== entry.id && !entry.related.includes(other.id));
  const row = (other: Entry) => ({
    text: [strong(other.title), `: ${other.summary}`],
    id: other.id,
    asOf: other.updated,
  });
  return {
    title: `${entry.title} · Related studies`,
    parts: [
      ...(related.length > 0
        ? [
            { kind: "list" as const, items: related.map(row) },
            {
              kind: "select" as const,
              placeholder: "Open one",
              options: related.map((other) => ({ label: clip(other.title, 75), line: openLine(other) })),
            },
          ]
        : [paragraph("No related entries are named yet.")]),
      ...(others.length > 0 ? [paragraph(`Other studies: ${others.map((other) => other.title).join(", ")}.`)] : []),
    ],
    data: {
      study: entry.id,
      section: "related",
      items: related.map((other) => ({ id: other.id, text: other.summary, asOf: other.updated, sources: [] })),
    },
  };
}
