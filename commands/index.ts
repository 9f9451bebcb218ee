import type { AnyCommand } from "#core/command.ts";
import { askCommand } from "./ask.ts";
import { briefCommand } from "./brief.ts";
import { caseCommand } from "./case.ts";
import { casebookCommand } from "./casebook.ts";
import { checklistCommand } from "./checklist.ts";
import { compareCommand } from "./compare.ts";
import { costCommand } from "./cost.ts";
import { digestCommand } from "./digest.ts";
import { findCommand } from "./find.ts";
import { gapsCommand } from "./gaps.ts";
import { glossaryCommand } from "./glossary.ts";
import { hubCommand } from "./hub.ts";
import { ideaCommand } from "./idea.ts";
import { meetingCommand } from "./meeting.ts";
import { playbookCommand } from "./playbook.ts";
import { rateCommand } from "./rate.ts";
import { readinessCommand } from "./readiness.ts";
import { roiCommand } from "./roi.ts";
import { roleCommand } from "./role.ts";
import { salaryCommand } from "./salary.ts";
import { statCommand } from "./stat.ts";

/** Every command, in the order help shows them. */
export const commands: readonly AnyCommand[] = [
  askCommand,
  caseCommand,
  briefCommand,
  compareCommand,
  findCommand,
  playbookCommand,
  roleCommand,
  salaryCommand,
  glossaryCommand,
  statCommand,
  costCommand,
  roiCommand,
  readinessCommand,
  checklistCommand,
  ideaCommand,
  hubCommand,
  meetingCommand,
  gapsCommand,
  rateCommand,
  digestCommand,
  casebookCommand,
];
