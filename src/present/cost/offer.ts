import { costOptions } from "#calc/cost-line/words.ts";
import { parseRest } from "#core/parse.ts";
import type { Trial } from "../offer.ts";
import { answerCost } from "./answer.ts";
import type { Typed } from "./asked.ts";
import type { CostContent } from "./content.ts";
import { resolveCost } from "./resolve.ts";
import { readWords } from "./spoken.ts";

/** Options that the command takes by name; the others are read from its words. */
const named = costOptions.filter((option) => option !== "active" && option !== "examples");

/** The options of a whole cost line, said by name or in words. Throws the Refusal of one that holds anything else. */
export function readLine(line: string, content: CostContent): Typed {
  const typed = parseRest({ name: "cost", optionNames: named }, line.replace(/^cost\b ?/, ""), {
    platform: "terminal",
    via: "command",
  });
  return { ...readWords(typed, content), ...typed.named };
}

/** Tries the lines that refusals of a training cost offer. */
export function costTrial(content: CostContent): Trial {
  return {
    surest: "cost 7B 1T",
    answer: (line) => answerCost(resolveCost(readLine(line, content), content), content),
  };
}
