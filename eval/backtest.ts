import type { Range } from "#calc/assumption.ts";
import type { CostRows } from "#calc/cost/estimate.ts";
import { type PublishedRun, predictRun } from "#calc/cost/runs.ts";
import { peakFlops } from "#calc/cost/training.ts";

/** The estimate most calculators give: 6·N·D over 40 % of the dense peak. Unit: GPU-hours. */
export function naiveHours({ training, gpu }: Pick<PublishedRun, "training" | "gpu">): number {
  return (6 * training.paramsActive * training.tokens) / (peakFlops(training, gpu) * 0.4 * 3600);
}

/** One row of the backtest. Errors are predicted over stated, minus 1. */
export type Scored = {
  readonly run: PublishedRun;
  readonly predicted: number;
  /** The formula's low and high beside it. */
  readonly range: Range;
  readonly error: number;
  readonly naive: number;
  readonly naiveError: number;
};

/** The formula and the naive one against every published run. */
export function backtest(runs: readonly PublishedRun[], rows: CostRows): Scored[] {
  return runs.map((run) => {
    const range = predictRun(run, rows);
    const predicted = range.typical;
    const naive = naiveHours(run);
    return { run, predicted, range, error: predicted / run.gpuHours - 1, naive, naiveError: naive / run.gpuHours - 1 };
  });
}
