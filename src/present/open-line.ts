import type { Entry, Kind, Passage } from "#content/entry.ts";

const commandOf: Record<Kind, string> = {
  "case-study": "case",
  playbook: "playbook",
  role: "role",
  comparison: "compare",
  checklist: "checklist",
  idea: "idea",
  glossary: "glossary",
  statistics: "stat",
  salaries: "salary",
  tools: "hub tools",
  assumptions: "find",
};

/** The command line that opens an entry, or the place of one of its passages. */
export function openLine(entry: Entry, passage?: Passage): string {
  const command = commandOf[entry.kind];
  const row = passage?.id.split("/").at(-1) ?? "";
  switch (entry.kind) {
    case "glossary":
      return passage ? `${command} ${row}` : command;
    case "statistics":
    case "salaries":
      return passage ? `${command} ${passage.section}` : command;
    case "tools":
      return command;
    case "assumptions":
      return `${command} ${passage?.title || entry.title} study:${entry.id}`;
    case "comparison":
    case "idea":
    case "checklist":
      return `${command} ${entry.id}`;
    default:
      return passage ? `${command} ${entry.id} ${passage.section}` : `${command} ${entry.id}`;
  }
}
