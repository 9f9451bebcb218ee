import { entryCommand } from "#present/entry-command.ts";

export const playbookCommand = entryCommand({
  name: "playbook",
  kind: "playbook",
  noun: "playbook",
  partNoun: "stage",
  summary: "Open a playbook, or one stage of it",
  examples: [
    "playbook strategic-partnership-program",
    "playbook",
    "playbook vc-portfolio-bd metrics",
    "playbook enterprise-tech-partnerships stage 1",
  ],
});
