import { type CostRequest, estimateCost } from "#calc/cost/estimate.ts";
import type { Chart } from "#core/reply.ts";
import { formatMoney, formatRange } from "../numbers.ts";
import type { CostContent } from "./content.ts";
import { comparedGpus } from "./gpu.ts";

/** Cost on each of the usual GPUs, on as many as each needs; the GPU asked for stands out. */
export function costChart(request: CostRequest, content: CostContent): Chart | undefined {
  const { gpus: _, ...free } = request;
  const gpus = [...new Set([...comparedGpus(content), request.gpu])];
  const rated = request.paying.kind === "rented" && request.paying.renting.rate !== undefined;
  const bars = gpus.flatMap((gpu) => {
    const own = gpu === request.gpu;
    const paying: CostRequest["paying"] =
      rated && !own ? { kind: "rented", renting: { basis: "on-demand" } } : request.paying;
    const { peakTflops: __, ...training } = request.training;
    const estimate = estimateCost(own ? request : { ...free, training, gpu, paying }, content.rows);
    return estimate?.cost ? [{ name: gpu.name, own, ...estimate.cost }] : [];
  });
  if (bars.length < 2) return undefined;
  const highlight = bars.findIndex(({ own }) => own);
  const said = bars.map((bar) => `${bar.name} ${formatMoney(bar.typical)} (${formatRange(bar, formatMoney)})`);
  return {
    kind: "chart",
    type: "range",
    title: "Cost by GPU",
    unit: "USD",
    alt: `Typical cost with its range. ${said.join("; ")}.`,
    categories: bars.map(({ name }) => name),
    series: [
      {
        name: "Cost",
        values: bars.map((bar) => bar.typical),
        low: bars.map((bar) => bar.low),
        high: bars.map((bar) => bar.high),
      },
    ],
    ...(highlight >= 0 ? { highlight } : {}),
  };
}
