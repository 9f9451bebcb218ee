import { z } from "zod";
import { Refusal, type RefusalDetails } from "#core/refusal.ts";
import type { Button } from "#core/reply.ts";

const offered = z.looseObject({ example: z.string() });

/** How a command tries the lines that its refusals offer. */
export type Trial = {
  /** Answers a line; throws the Refusal that a person would get. */
  readonly answer: (line: string) => unknown;
  /** A line that always works. */
  readonly surest: string;
};

/**
 * What `work` gives. When it refuses, the line it offers instead (`data.example`) is tried, and mended by its own
 * refusal until it works, so that what is offered always does.
 */
export function offeringWhatWorks<T>(trial: Trial, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const data = offered.safeParse(error.details.data).data;
    if (!data) throw error;
    const line = workingLine(data.example, trial);
    if (line === data.example) throw error;
    throw new Refusal(error.says, { ...error.details, ...runThatLine(line), data: { ...data, example: line } });
  }
}

/** The buttons whose lines would not be refused. */
export function offerable(buttons: readonly Button[], trial: Trial): Button[] {
  return buttons.filter((button) => !("line" in button) || offeredInstead(button.line, trial) === undefined);
}

/** A line that works in place of a refused one, to read and to press. */
export function runThatLine(line: string): Pick<RefusalDetails, "examples" | "buttons"> {
  return { examples: [line], buttons: [{ label: "Run that line", line }] };
}

function workingLine(line: string, trial: Trial): string {
  let tried = line;
  for (let tries = 0; tries < 6; tries++) {
    const next = offeredInstead(tried, trial);
    if (next === undefined) return tried;
    tried = next;
  }
  return trial.surest;
}

/** Undefined when the line works. */
function offeredInstead(line: string, { answer, surest }: Trial): string | undefined {
  try {
    answer(line);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return offered.safeParse(error.details.data).data?.example ?? surest;
  }
}
