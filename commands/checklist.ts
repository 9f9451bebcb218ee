import { entryCommand } from "#present/entry-command.ts";

export const checklistCommand = entryCommand({
  name: "checklist",
  kind: "checklist",
  noun: "checklist",
  partNoun: "group",
  summary: "A checklist: due diligence, first meeting, QBR, launch, exit",
  examples: ["checklist first-partner-meeting", "checklist", "checklist partner-due-diligence"],
  whole: true,
});
