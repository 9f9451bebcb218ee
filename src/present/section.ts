import type { Entry, Passage, Section } from "#content/entry.ts";
import { clip } from "#core/clip.ts";
import { type Part, type Select, strong, type Text } from "#core/reply.ts";
import { statementOf } from "./cite.ts";
import { formatDate } from "./dates.ts";

/** A section's passages as reply parts, in the form that suits them. */
export function sectionParts(section: Section, now: Date): Part[] {
  const { form, passages } = section;
  const [first] = passages;
  if (!first) return [];
  switch (form) {
    case "prose":
      return passages.map((passage) => ({ kind: "text", ...statementOf(passage, now) }));
    case "fields":
      return [
        {
          kind: "fields",
          fields: passages.map((passage) => ({
            label: clip(passage.title || section.title, 100),
            value: statementOf(passage, now),
          })),
        },
      ];
    case "faq":
      return passages.map((passage) => ({
        kind: "text",
        ...statementOf(passage, now, [strong(passage.title), "\n", passage.text]),
      }));
    case "timeline":
      return [
        {
          kind: "list",
          items: passages.map((passage) =>
            statementOf(passage, now, [strong(formatDate(passage.asOf)), ` ${passage.title}. `, passage.text]),
          ),
        },
      ];
    default:
      return [{ kind: "list", items: passages.map((passage) => statementOf(passage, now, titled(passage, section))) }];
  }
}

function titled(passage: Passage, section: Section): Text {
  return passage.title && passage.title !== section.title
    ? [strong(passage.title), passage.title.endsWith("?") ? " " : ": ", passage.text]
    : [passage.text];
}

/** A menu of an entry's sections; each option runs `command entry section`. */
export function sectionSelect(
  command: string,
  entry: Entry,
  more: readonly { id: string; title: string }[] = [],
): Part {
  const select: Select = {
    placeholder: "Open a section",
    options: [...entry.sections, ...more].map((section) => ({
      label: clip(section.title, 75),
      line: `${command} ${entry.id} ${section.id}`,
    })),
  };
  return { kind: "select", ...select };
}
