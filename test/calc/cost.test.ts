import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openLedger } from "#calc/assumption.ts";
import { withinBudget } from "#calc/cost/budget.ts";
import { goodput, mfuFactors, stepMfu } from "#calc/cost/efficiency.ts";
import { type CostRequest, estimateCost } from "#calc/cost/estimate.ts";
import { attentionFlopsPerToken, trainingFlops } from "#calc/cost/flops.ts";
import { checkpointBytes, fewestGpus, roundToNodes } from "#calc/cost/memory.ts";
import { ownedLines } from "#calc/cost/owned.ts";
import { rateFor } from "#calc/cost/rates.ts";
import type { Method, Training } from "#calc/cost/training.ts";
import { costRows, gpuNamed, pretraining } from "./rows.ts";

const ledger = () => openLedger("training", costRows.training);
const rates = () => openLedger("gpu-rates", costRows.rates);
const rented: CostRequest["paying"] = { kind: "rented", renting: { basis: "on-demand" } };

/** An estimate that must exist. */
function estimate(training: Training, gpu = "h100", more: Partial<CostRequest> = {}) {
  const found = estimateCost({ training, gpu: gpuNamed(gpu), paying: rented, ...more }, costRows);
  if (!found) throw new Error("no estimate");
  return found;
}

describe("compute", () => {
  test("full training is 6·N·D: GPT-3's 175B on 300B tokens is 3.15e23, its 3,640 petaflop-days", () => {
    const flops = trainingFlops(pretraining(175e9, 300e9), ledger());
    expect(flops).toBeCloseTo(3.15e23, -15);
    expect(flops / (1e15 * 86_400)).toBeCloseTo(3646, 0);
  });

  test("a mixture of experts counts its active parameters", () => {
    expect(trainingFlops(pretraining(671e9, 14.8e12, { paramsActive: 37e9 }), ledger())).toBeCloseTo(3.2856e24, -18);
  });

  test("LoRA is two thirds of full training: 0.668 for a 70B, by NVIDIA's count", () => {
    const full = trainingFlops(pretraining(70e9, 1e9, { method: "sft" }), ledger());
    const lora = trainingFlops(pretraining(70e9, 1e9, { method: "lora" }), ledger());
    expect(lora / full).toBeCloseTo(0.668, 1);
    expect(lora / full).toBeGreaterThan(2 / 3);
  });

  test("attention's share of an 8B step comes near what was measured at 8K, 32K and 128K", () => {
    const share = (context: number) => {
      const attention = attentionFlopsPerToken(8.03e9, context, ledger());
      return attention / (attention + 6 * 8.03e9);
    };
    expect(share(8192)).toBeCloseTo(0.13, 1);
    expect(Math.abs(share(32_768) - 0.36)).toBeLessThan(0.05);
    expect(Math.abs(share(131_072) - 0.7)).toBeLessThan(0.05);
  });
});

describe("memory", () => {
  test.each([
    [7e9, 2],
    [13e9, 4],
    [70e9, 24],
    [405e9, 120],
    [671e9, 192],
  ])("a model of %d parameters needs %d GPUs of 80 GB for full training", (params, gpus) => {
    expect(fewestGpus(pretraining(params, 1), gpuNamed("h100"), ledger())).toBe(gpus);
  });

  test("QLoRA of a 65B fits one 48 GB card, LoRA does not", () => {
    const qlora = pretraining(65e9, 1, { method: "qlora" });
    expect(fewestGpus(qlora, gpuNamed("l40s"), ledger())).toBe(1);
    expect(fewestGpus({ ...qlora, method: "lora" }, gpuNamed("l40s"), ledger())).toBe(4);
  });

  test("BLOOM's checkpoint of 176B parameters is 2.3 TB", () => {
    expect(checkpointBytes(pretraining(176e9, 1), ledger())).toBeCloseTo(2.288e12, -9);
  });

  test("a LoRA's checkpoint holds its adapters alone: half a per cent of a 70B at 13 bytes is 4.55 GB", () => {
    expect(checkpointBytes(pretraining(70e9, 1, { method: "lora" }), ledger())).toBeCloseTo(4.55e9, -3);
  });

  test("counts above a node come in whole nodes", () => {
    expect([1, 3, 8, 9, 16, 17].map(roundToNodes)).toEqual([1, 3, 8, 16, 16, 24]);
  });
});

describe("efficiency", () => {
  test("the default MFU is the product of its factors", () => {
    fc.assert(
      fc.property(arbitraryTraining(), fc.integer({ min: 1, max: 20_000 }), (training, gpus) => {
        const factors = mfuFactors(training, gpuNamed("h100"), gpus, ledger());
        const product = factors.reduce((so, { factor }) => so * factor, 1);
        expect(stepMfu(training, gpuNamed("h100"), gpus, ledger()).typical).toBeCloseTo(product, 12);
      }),
    );
  });

  // MFU as printed counts attention in full at some window; ours counts 6·N·D at a 4K window.
  test.each([
    ["LLM Foundry, 1B on 128 H100", 1.3e9, "h100", 128, 0.41],
    ["LLM Foundry, 7B on 128 H100", 6.7e9, "h100", 128, 0.46],
    ["LLM Foundry, 7B on 512 H100", 6.7e9, "h100", 512, 0.42],
    ["LLM Foundry, 70B on 512 H100", 70e9, "h100", 512, 0.41],
    ["Megatron-Core, 175B on 4,608 H100", 175e9, "h100", 4608, 0.42],
    ["Llama 3 405B on 16,384 H100", 405e9, "h100", 16_384, 0.405],
    ["LLM Foundry, 7B on 128 A100", 6.7e9, "a100-40gb", 128, 0.5],
    ["LLM Foundry, 30B on 128 A100", 30e9, "a100-40gb", 128, 0.52],
    ["LLM Foundry, 7B on 8 A100", 6.7e9, "a100-80gb", 8, 0.64],
    ["Megatron-LM, 175B on 64 A100", 175e9, "a100-80gb", 64, 0.514],
  ])("the default is within five points of what was measured: %s", (_, params, gpu, gpus, printed) => {
    const attention = attentionFlopsPerToken(params, 4096, ledger()) / (6 * params);
    const { typical } = stepMfu(pretraining(params, 1e12), gpuNamed(gpu), gpus, ledger());
    expect(Math.abs(typical - printed / (1 + 2 * attention))).toBeLessThan(0.05);
  });

  test.each([
    ["Qwen3-235B on 256 H100 in FP8", 235e9, 22e9, "h100", 256, "fp8" as const, 0.24],
    ["DeepSeek-V3 on 256 GB200", 671e9, 37e9, "gb200", 256, "bf16" as const, 0.31],
    ["GPT-OSS on 64 H100", 117e9, 5.1e9, "h100", 64, "bf16" as const, 0.15],
  ])("and for mixtures of experts within seven: %s", (_, paramsTotal, paramsActive, gpu, gpus, precision, printed) => {
    const training = pretraining(paramsTotal, 1e12, { paramsActive, precision });
    expect(Math.abs(stepMfu(training, gpuNamed(gpu), gpus, ledger()).typical - printed)).toBeLessThan(0.07);
  });

  test("a larger cluster and a longer window never save hours, and the usual window changes none", () => {
    fc.assert(
      fc.property(
        arbitraryTraining("pretrain"),
        fc.integer({ min: 1, max: 50_000 }),
        fc.integer({ min: 1, max: 50_000 }),
        fc.integer({ min: 128, max: 1_000_000 }),
        fc.integer({ min: 128, max: 1_000_000 }),
        ({ context: _, ...training }, gpus, more, window, longer) => {
          const hours = (count: number, context?: number) =>
            estimate(context ? { ...training, context } : training, "h100", { gpus: count }).gpuHours.typical;
          expect(hours(gpus + more)).toBeGreaterThanOrEqual(hours(gpus) * (1 - 1e-9));
          expect(hours(gpus, window + longer)).toBeGreaterThanOrEqual(hours(gpus, window) * (1 - 1e-9));
          expect(hours(gpus, 4096) / hours(gpus)).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  test("FP16 is slower than BF16 to pretrain in, as measured, but not to fine-tune in and not on a V100", () => {
    const mfu = (gpu: string, method: Method, precision: "fp16" | "bf16") =>
      stepMfu(pretraining(130e9, 4e11, { method, precision }), gpuNamed(gpu), 768, ledger()).typical;
    // GLM-130B states 32.5 % on 768 A100.
    expect(Math.abs(mfu("a100-40gb", "pretrain", "fp16") - 0.325)).toBeLessThan(0.02);
    expect(mfu("a100-40gb", "lora", "fp16")).toBe(mfu("a100-40gb", "lora", "bf16"));
    expect(mfu("v100", "pretrain", "fp16")).toBe(mfu("v100", "pretrain", "bf16"));
  });

  test("goodput falls with the cluster without a jump: 95 % on a node, 85 % on 1,024, 82 % from 16,384", () => {
    const kept = (gpus: number) => goodput(pretraining(7e9, 1e12), gpus, ledger()).typical;
    expect([1, 8, 1024, 16_384, 100_000].map(kept)).toEqual([0.95, 0.95, 0.85, 0.82, 0.82]);
    for (let gpus = 8; gpus < 20_000; gpus *= 2) {
      expect(kept(2 * gpus)).toBeLessThanOrEqual(kept(gpus));
      expect(kept(gpus) - kept(2 * gpus)).toBeLessThan(0.02);
    }
  });

  test("every accelerator in the content has a default", () => {
    for (const gpu of costRows.gpus)
      expect(stepMfu(pretraining(7e9, 1e12), gpu, 64, ledger()).typical).toBeGreaterThan(0.1);
  });

  test("FP8 changes nothing on a GPU without it", () => {
    const fp8 = pretraining(7e9, 1e12, { precision: "fp8" });
    expect(stepMfu(fp8, gpuNamed("a100-80gb"), 64, ledger())).toEqual(
      stepMfu(pretraining(7e9, 1e12), gpuNamed("a100-80gb"), 64, ledger()),
    );
  });
});

describe("GPU-hours", () => {
  test("7B on 1T tokens with 40 % MFU and 100 % goodput is 29,490 H100-hours, by hand", () => {
    // 6 × 7e9 × 1e12 / (989e12 × 0.40 × 3600) = 29,490
    const { gpuHours, days } = estimate(pretraining(7e9, 1e12, { mfu: 0.4, goodput: 1 }), "h100", { gpus: 64 });
    expect(gpuHours.typical).toBeCloseTo(29_490.6, 0);
    expect(gpuHours).toEqual({ low: gpuHours.typical, typical: gpuHours.typical, high: gpuHours.typical });
    expect(days.typical).toBeCloseTo(29_490.6 / 64 / 24, 3);
  });

  test("a fine-tune's set-up is added for every GPU, at its short end too", () => {
    const training = pretraining(7e9, 1e9, { method: "sft", mfu: 0.4, goodput: 1, padded: true });
    const { gpuHours: hours } = estimate(training, "h100", { gpus: 8 });
    const computed = (6 * 7e9 * 1e9) / (989e12 * 0.4 * 3600);
    expect(hours.low).toBeCloseTo(computed + 8 * 0.1, 1);
    expect(hours.typical).toBeCloseTo(computed + 8 * 0.25, 1);
    expect(hours.high).toBeCloseTo(computed + 8 * 1, 1);
  });

  test("twice the GPUs halve the days, and the hours change by goodput and the cluster's share alone", () => {
    fc.assert(
      fc.property(arbitraryTraining("pretrain"), fc.integer({ min: 8, max: 4000 }), (training, gpus) => {
        const fixed = { ...training, mfu: 0.4, goodput: 0.9 };
        const one = estimate(fixed, "h100", { gpus });
        const two = estimate(fixed, "h100", { gpus: 2 * gpus });
        expect(two.gpuHours.typical).toBeCloseTo(one.gpuHours.typical, 4);
        expect(two.days.typical * 2).toBeCloseTo(one.days.typical, 6);
        const free = estimate(training, "h100", { gpus });
        const more = estimate(training, "h100", { gpus: 2 * gpus });
        const kept = (more.mfu.typical * more.goodput.typical) / (free.mfu.typical * free.goodput.typical);
        expect(kept).toBeLessThanOrEqual(1);
        expect(more.gpuHours.typical * kept).toBeCloseTo(free.gpuHours.typical, 4);
      }),
      { numRuns: 50 },
    );
  });

  test("full recomputation takes the saving of LoRA away", () => {
    const lora = estimate(pretraining(8e9, 1e9, { method: "lora" }), "h100", { gpus: 8 });
    const recomputed = estimate(pretraining(8e9, 1e9, { method: "lora", recompute: "full" }), "h100", { gpus: 8 });
    expect(recomputed.overwork / lora.overwork).toBeCloseTo(1.5, 3);
  });

  test("frozen weights save a third of the parameters' work and nothing of attention's", () => {
    const lora = trainingFlops(pretraining(8e9, 1, { method: "lora", context: 65_536 }), ledger());
    const bare = trainingFlops(pretraining(8e9, 1, { method: "lora" }), ledger());
    expect(lora - bare).toBeCloseTo(attentionFlopsPerToken(8e9, 65_536, ledger()), 0);
  });

  test("samples counted at their full length are not padded once more", () => {
    const training = pretraining(8e9, 1e9, { method: "sft" });
    const given = estimate(training, "h100", { gpus: 8 });
    const counted = estimate({ ...training, padded: true }, "h100", { gpus: 8 });
    expect(given.padding.typical).toBe(1.5);
    expect(counted.padding).toEqual({ low: 1, typical: 1, high: 1 });
    expect(counted.gpuHours.typical).toBeLessThan(given.gpuHours.typical);
  });

  test("a deadline gives the fewest GPUs that meet it, in whole nodes", () => {
    fc.assert(
      fc.property(arbitraryTraining("pretrain"), fc.integer({ min: 5, max: 365 }), (training, deadlineDays) => {
        const request: CostRequest = { training, gpu: gpuNamed("h100"), paying: rented, deadlineDays };
        const found = estimateCost(request, costRows);
        if (!found) return;
        expect(found.days.typical).toBeLessThanOrEqual(deadlineDays + 1e-9);
        if (found.gpus <= found.minGpus || found.gpus <= 8) return;
        const fewer = estimateCost({ ...request, gpus: found.gpus - 8 }, costRows);
        expect(fewer?.days.typical).toBeGreaterThan(deadlineDays);
      }),
      { numRuns: 50 },
    );
  });
});

describe("every estimate", () => {
  test("has low ≤ typical ≤ high, in hours, days and dollars", () => {
    fc.assert(
      fc.property(arbitraryTraining(), arbitraryGpu(), arbitraryPaying(), (training, gpu, paying) => {
        const { gpuHours, days, cost, mfu, goodput } = estimate(training, gpu, { paying });
        for (const range of [gpuHours, days, mfu, goodput, ...(cost ? [cost] : [])]) {
          expect(range.low).toBeLessThanOrEqual(range.typical);
          expect(range.typical).toBeLessThanOrEqual(range.high);
        }
      }),
    );
  });

  test("is the sum of its lines", () => {
    fc.assert(
      fc.property(arbitraryTraining(), arbitraryGpu(), arbitraryPaying(), (training, gpu, paying) => {
        const { cost, lines } = estimate(training, gpu, { paying });
        for (const end of ["low", "typical", "high"] as const)
          if (cost) expect(lines.reduce((so, line) => so + line[end], 0)).toBeCloseTo(cost[end], 6);
      }),
    );
  });

  test("is never cheaper with more tokens or more parameters", () => {
    fc.assert(
      fc.property(
        arbitraryTraining(),
        arbitraryGpu(),
        fc.double({ min: 1, max: 20, noNaN: true }),
        (training, gpu, times) => {
          const one = estimate(training, gpu);
          const moreTokens = estimate({ ...training, tokens: training.tokens * times }, gpu);
          expect(moreTokens.gpuHours.typical).toBeGreaterThanOrEqual(one.gpuHours.typical * (1 - 1e-9));
          const larger = {
            ...training,
            paramsActive: training.paramsActive * times,
            paramsTotal: training.paramsTotal * times,
          };
          expect(estimate(larger, gpu).gpuHours.typical).toBeGreaterThanOrEqual(one.gpuHours.typical * (1 - 1e-9));
        },
      ),
    );
  });

  test("names the rows it was made of, and no others", () => {
    const { used } = estimate(pretraining(7e9, 1e12), "h100");
    const ids = used.map(({ row }) => row.id);
    expect(ids).toEqual(
      expect.arrayContaining(["flops-per-parameter", "mfu-hopper", "goodput-cluster", "h100", "aws-h100", "pue"]),
    );
    for (const other of ["mfu-a100", "qlora-time", "aws-h200", "server-h100", "attention-flops"])
      expect(ids).not.toContain(other);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("money", () => {
  test.each([
    ["h100", 3.97],
    ["h200", 4.54],
    ["b200", 6.94],
    ["a100-80gb", 2.6],
  ])("the median on-demand rate of the %s is %d, one vote a provider", (gpu, rate) => {
    const found = rateFor(gpuNamed(gpu), { basis: "on-demand" }, rates());
    expect(found?.range.typical).toBeCloseTo(rate, 2);
    expect(new Set(found?.votes.map((vote) => vote.attributes.provider)).size).toBe(found?.votes.length);
  });

  test("hyperscalers are the dear end: 10.49 for an H100", () => {
    expect(rateFor(gpuNamed("h100"), { basis: "on-demand", tier: "hyperscaler" }, rates())?.range.typical).toBeCloseTo(
      10.49,
      2,
    );
  });

  test("spot is a provider's own price where it has one, else the usual share of its on-demand price", () => {
    const own = rateFor(gpuNamed("h100"), { basis: "spot", provider: "coreweave" }, rates());
    expect(own).toMatchObject({ range: { typical: 2.46 }, derived: false });
    const derived = rateFor(gpuNamed("h100"), { basis: "spot", provider: "aws" }, rates());
    expect(derived?.derived).toBe(true);
    expect(derived?.range.typical).toBeCloseTo(6.88 * 0.45, 6);
  });

  test("a rate that is given is taken as all-in, a looked-up one gets its extras as a line", () => {
    const given = estimate(pretraining(7e9, 1e12), "h100", {
      paying: { kind: "rented", renting: { basis: "on-demand", rate: 2.5 } },
    });
    expect(given.cost?.typical).toBeCloseTo(given.gpuHours.typical * 2.5, 6);
    expect(given.lines).toHaveLength(1);
    const market = estimate(pretraining(7e9, 1e12), "h100");
    expect(market.lines.map(({ item }) => item)).toEqual(["GPU rental", "Storage, CPU nodes, idle time"]);
  });

  test("electricity is never a line of a rented bill, and always one of an owned one", () => {
    fc.assert(
      fc.property(arbitraryTraining(), arbitraryPaying(), (training, paying) => {
        const { lines, energyKwh } = estimate(training, "h100", { paying });
        expect(energyKwh).toBeGreaterThan(0);
        expect(lines.some(({ item }) => item === "Electricity")).toBe(paying.kind === "owned");
      }),
    );
  });

  test("an H100-hour of electricity costs 13 cents at 1.0 kW, PUE 1.3 and 10 cents a kWh", () => {
    const { lines, gpuHours } = estimate(pretraining(7e9, 1e12), "h100", {
      paying: { kind: "owned", owning: { power: 0.1, pue: 1.3 } },
    });
    const electricity = lines.find(({ item }) => item === "Electricity");
    expect((electricity?.typical ?? 0) / gpuHours.typical).toBeCloseTo(0.13, 2);
  });

  test("1,000 owned H100-hours, by hand: servers and network over life and use, and electricity", () => {
    const hours = { low: 1000, typical: 1000, high: 1000 };
    const owned = ownedLines(hours, 8, gpuNamed("h100"), {}, openLedger("energy", costRows.energy));
    // A price over years of 8,766 hours and the share of them in use; the dear end lasts short and idles much.
    const servers = {
      low: (1000 * 30_000) / (6 * 8766 * 0.95),
      typical: (1000 * 38_750) / (4 * 8766 * 0.8),
      high: (1000 * 45_000) / (3 * 8766 * 0.5),
    };
    // A share of servers and network together: 4 % of the whole is 4/96 of the servers.
    const network = {
      low: (servers.low * 3) / 97,
      typical: (servers.typical * 4) / 96,
      high: (servers.high * 10) / 90,
    };
    // 1,275 W a card with its node, 80 % of it in use.
    const electricity = { low: 1020 * 1.1 * 0.06, typical: 1020 * 1.3 * 0.1, high: 1020 * 1.54 * 0.2 };
    const line = (item: string, { low, typical, high }: typeof servers) => ({
      item,
      ...{ low: expect.closeTo(low, 6), typical: expect.closeTo(typical, 6), high: expect.closeTo(high, 6) },
    });
    expect(owned).toEqual([line("GPU servers", servers), line("Network", network), line("Electricity", electricity)]);
  });

  test("a PUE that is given counts in the energy too: 2.04 kWh an H100-hour at 2", () => {
    const { energyKwh, gpuHours } = estimate(pretraining(7e9, 1e12), "h100", { pue: 2 });
    expect((energyKwh ?? 0) / gpuHours.typical).toBeCloseTo(1.275 * 0.8 * 2, 9);
  });

  test("the market's low and high are its quartiles: a quarter of H100 prices lies below 3.70, one above 6.34", () => {
    const { range, votes } = rateFor(gpuNamed("h100"), { basis: "on-demand" }, rates()) ?? {};
    expect(votes).toHaveLength(16);
    expect(range?.low).toBeCloseTo(3.58 + 0.75 * (3.737 - 3.58), 6);
    expect(range?.high).toBeCloseTo(6.155 + 0.25 * (6.88 - 6.155), 6);
  });

  test("a budget buys the run whose typical cost it is", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2e4, max: 1e8, noNaN: true }),
        fc.constantFrom("tokens" as const, "size" as const, "both" as const),
        (budget, open) => {
          const request: CostRequest = { training: pretraining(7e9, 1e11), gpu: gpuNamed("h100"), paying: rented };
          const bought = withinBudget(request, budget, open, costRows);
          const cost = bought && estimateCost(bought, costRows)?.cost?.typical;
          expect(cost).toBeLessThanOrEqual(budget);
          expect(cost).toBeGreaterThan(budget * 0.9);
          if (open === "both" && bought)
            expect(bought.training.tokens / bought.training.paramsActive).toBeCloseTo(20, 6);
        },
      ),
      { numRuns: 20 },
    );
  });
});

function arbitraryTraining(method?: Method) {
  return fc
    .record({
      method: method ? fc.constant(method) : fc.constantFrom<Method>("pretrain", "continued", "sft", "lora", "qlora"),
      params: fc.double({ min: 1e7, max: 2e12, noNaN: true }),
      share: fc.oneof(fc.constant(1), fc.double({ min: 0.02, max: 0.9, noNaN: true })),
      tokens: fc.double({ min: 1e6, max: 4e13, noNaN: true }),
      precision: fc.constantFrom("bf16" as const, "fp8" as const),
      context: fc.option(fc.integer({ min: 512, max: 1_000_000 }), { nil: undefined }),
    })
    .map(
      ({ method: by, params, share, tokens, precision, context }): Training => ({
        method: by,
        paramsTotal: params,
        paramsActive: params * share,
        tokens,
        precision,
        ...(context === undefined ? {} : { context }),
      }),
    );
}

function arbitraryGpu() {
  return fc.constantFrom("a100-80gb", "h100", "h800", "h200", "b200", "mi300x", "l40s", "tpu-v5p");
}

function arbitraryPaying(): fc.Arbitrary<CostRequest["paying"]> {
  return fc.oneof(
    fc
      .constantFrom("on-demand" as const, "reserved" as const, "spot" as const)
      .map((basis) => ({ kind: "rented" as const, renting: { basis } })),
    fc.constant({ kind: "owned" as const, owning: {} }),
  );
}
