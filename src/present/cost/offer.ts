import { costOptions } from "#calc/cost-line/words.ts";
import { parseRest } from "#core/parse.ts";
import type { Trial } from "../offer.ts";
import { answerCost } from "./answer.ts";
import type { CostContent } from "./content.ts";
import { resolveCost } from "./resolve.ts";
import { readWords } from "./spoken.ts";

/** Options that the command takes by name; the others are read from its words. */
const named = costOptions.filter((option) => option !== "active" && option !== "examples");

/** Tries the lines that refusals of a training cost offer. */
export function costTrial(content: CostContent): Trial {
  return {
    surest: "cost 7B 1T",
    answer: (line) => {
      const typed = parseRest({ name: "cost", optionNames: named }, line.replace(/^cost /, ""), {
        platform: "terminal",
        via: "command",
      });
      return answerCost(resolveCost({ ...readWords(typed, content), ...typed.named }, content), content);
    },
  };
}
