import type { AnyCommand } from "#core/command.ts";
import { askCommand } from "./ask.ts";
import { caseCommand } from "./case.ts";
import { casebookCommand } from "./casebook.ts";
import { findCommand } from "./find.ts";

/** Every command, in the order help shows them. */
export const commands: readonly AnyCommand[] = [askCommand, caseCommand, findCommand, casebookCommand];
