import type { Library } from "#content/library.ts";
import { assumptionsOf } from "../assumed.ts";
import type { Answered } from "./answer.ts";
import { writeLine } from "./asked.ts";
import { yearsOf } from "./years.ts";

/** A business case for `--as json`: dollars, shares as percent where the name says so, months. */
export function dataOf(answered: Answered, library: Library) {
  const { asked, flow, worth, range, swings } = answered;
  return {
    npv: worth.npv,
    roiPercent: worth.roi === undefined ? null : worth.roi * 100,
    paybackMonths: worth.paybackMonths ?? null,
    discountedPaybackMonths: worth.discountedPaybackMonths ?? null,
    pvBenefits: worth.pvBenefits,
    pvCosts: worth.pvCosts,
    costOfWaiting: answered.waiting.map(({ definition, usdPerMonth }) => ({
      definition,
      usdPerMonth,
      explanation: waitingMeans[definition],
    })),
    byYear: yearsOf(answered),
    range: {
      low: range.low,
      likely: range.typical,
      high: range.high,
      draws: answered.draws,
      seed: answered.seed,
      drivers: swings.map(({ name, range: of, npvLow, npvHigh }) => ({
        name,
        low: of.low,
        high: of.high,
        npvLow,
        npvHigh,
      })),
    },
    breakEvenHours: answered.breakEven ?? null,
    discount: asked.discount,
    years: flow.costs.length - 1,
    inputs: asked.kind === "inputs" ? asked.input : null,
    lines: answered.lines,
    assumptions: assumptionsOf(asked.ledger.used(), library),
    warnings: asked.warnings.map(({ says }) => says),
    line: writeLine(asked.typed),
  };
}

const waitingMeans = {
  window:
    "the horizon's end is fixed, so each month of delay loses one month at the last year's net benefit, undiscounted",
  "time-value": "everything moves back, so each month of delay loses the interest on the NPV",
} as const;
