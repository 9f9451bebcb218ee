import { z } from "zod";
import { costOptions } from "#calc/cost-line/words.ts";
import { parseRest } from "#core/parse.ts";
import { Refusal } from "#core/refusal.ts";
import { answerCost } from "./answer.ts";
import { runThatLine } from "./asked.ts";
import type { CostContent } from "./content.ts";
import { resolveCost } from "./resolve.ts";
import { readWords } from "./spoken.ts";

const offered = z.looseObject({ example: z.string() });
/** Options that the command takes by name; the others are read from its words. */
const named = costOptions.filter((option) => option !== "active" && option !== "examples");
const surest = "cost 7B 1T H100";

/** What `work` gives. When it refuses, the line it offers instead is mended until it works, so that what is offered always does. */
export function offeringWhatWorks<T>(content: CostContent, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const data = offered.safeParse(error.details.data).data;
    if (!data) throw error;
    const line = workingLine(data.example, content);
    if (line === data.example) throw error;
    throw new Refusal(error.says, { ...error.details, ...runThatLine(line), data: { ...data, example: line } });
  }
}

/** The line, or what its own refusal offers instead, and so on; the surest one when that leads nowhere. */
function workingLine(line: string, content: CostContent): string {
  let tried = line;
  for (let tries = 0; tries < 6; tries++) {
    const next = offeredInstead(tried, content);
    if (next === undefined) return tried;
    tried = next;
  }
  return surest;
}

function offeredInstead(line: string, content: CostContent): string | undefined {
  const invocation = parseRest("cost", line.replace(/^cost /, ""), named, { platform: "terminal", via: "command" });
  try {
    answerCost(resolveCost({ ...readWords(invocation, content), ...invocation.named }, content), content);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return offered.safeParse(error.details.data).data?.example ?? surest;
  }
}
