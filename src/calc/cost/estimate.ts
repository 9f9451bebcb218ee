import { type Assumption, openLedger, type Range, type Used } from "../assumption.ts";
import { gpuHours, gpusFor, type Hours } from "./hours.ts";
import { checkpointBytes, fewestGpus, roundToNodes } from "./memory.ts";
import { type CostLine, energyKwh, type Owning, ownedLines } from "./owned.ts";
import { type Rate, type Renting, rateFor } from "./rates.ts";
import { type CostBook, isFineTune, type Training } from "./training.ts";

/** Everything a cost depends on. */
export type CostRequest = {
  readonly training: Training;
  readonly gpu: Assumption;
  /** GPUs to run on; left out, as many as the deadline needs, else as many as finish in the usual time. */
  readonly gpus?: number;
  readonly deadlineDays?: number;
  readonly paying:
    | { readonly kind: "rented"; readonly renting: Renting }
    | { readonly kind: "owned"; readonly owning: Owning };
  /** Share added to a rented bill for storage, CPU nodes and idle time; left out, the usual one, none on a given rate. */
  readonly extras?: number;
  readonly pue?: number;
};

export type CostEstimate = Omit<Hours, "gpuHours"> & {
  readonly gpuHours: Range;
  readonly gpus: number;
  readonly days: Range;
  readonly minGpus: number;
  readonly checkpointBytes: number;
  /** Undefined for owned hardware, or when the content has no price. */
  readonly rate: Rate | undefined;
  /** USD. Undefined when no price is known. Equals the sum of the lines. */
  readonly cost: Range | undefined;
  readonly lines: readonly CostLine[];
  /** Unplanned stops to expect. */
  readonly stops: number;
  /** At the building's meter; undefined when the accelerator's power is not published. */
  readonly energyKwh: number | undefined;
  readonly carbonKg: number | undefined;
  /** What that electricity costs: already inside a rented rate, one of the lines of owned hardware. */
  readonly energyUsd: number | undefined;
  readonly used: readonly Used[];
};

/** Rows of the four content files a cost is made of. */
export type CostRows = { readonly [File in keyof CostBook]: readonly Assumption[] };

/**
 * Cost of a training run: FLOPs → GPU-hours → days → dollars.
 * Undefined when no cluster meets the deadline. Numbers are exact; nothing is rounded.
 */
export function estimateCost(request: CostRequest, rows: CostRows): CostEstimate | undefined {
  const book = openBook(rows);
  const { training, gpu } = request;
  const minGpus = fewestGpus(training, gpu, book.training);
  const hoursOn = (count: number) => gpuHours(training, gpu, count, book.training);
  const gpus = request.gpus ?? plannedGpus(request, minGpus, (count) => hoursOn(count).gpuHours.typical, book);
  if (gpus === undefined) return undefined;
  // A ledger of its own: counts tried while planning leave no trace among the rows used.
  const exact = { ...openBook(rows), rates: book.rates, energy: book.energy };
  if (request.gpus === undefined && request.deadlineDays === undefined) exact.training.number(planRow(training));
  const hours = gpuHours(training, gpu, gpus, exact.training);
  fewestGpus(training, gpu, exact.training);
  exact.gpus.use(gpu);
  const { rate, lines } = priced(request, hours.gpuHours, gpus, exact);
  const energy = energyKwh(hours.gpuHours.typical, gpu, request.pue, exact.energy);
  const perDay = 1 / (24 * gpus);
  return {
    ...hours,
    gpus,
    minGpus,
    days: scale(hours.gpuHours, perDay),
    checkpointBytes: checkpointBytes(training, exact.training),
    rate,
    lines,
    cost: lines.length > 0 ? sum(lines) : undefined,
    stops: hours.gpuHours.typical / exact.training.number("hours-per-failure"),
    energyKwh: energy,
    carbonKg: energy === undefined ? undefined : energy * exact.energy.number("carbon-intensity"),
    energyUsd: energy === undefined ? undefined : energy * powerPrice(request, exact),
    used: [...exact.training.used(), ...exact.gpus.used(), ...exact.rates.used(), ...exact.energy.used()],
  };
}

/** Opens fresh ledgers over a cost's content. */
export function openBook(rows: CostRows): CostBook {
  return {
    gpus: openLedger("gpus", rows.gpus),
    rates: openLedger("gpu-rates", rows.rates),
    training: openLedger("training", rows.training),
    energy: openLedger("energy", rows.energy),
  };
}

const planRow = (training: Training) => (isFineTune(training.method) ? "finetune-days" : "pretraining-days");

function plannedGpus(
  { training, deadlineDays }: CostRequest,
  least: number,
  hoursOn: (gpus: number) => number,
  book: CostBook,
): number | undefined {
  if (deadlineDays !== undefined) return gpusFor(deadlineDays, least, hoursOn);
  // Beyond any real cluster a plan takes longer instead.
  return gpusFor(book.training.number(planRow(training)), least, hoursOn) ?? roundToNodes(Math.max(least, 100_000));
}

function priced(
  request: CostRequest,
  hours: Range,
  gpus: number,
  book: CostBook,
): { rate: Rate | undefined; lines: readonly CostLine[] } {
  if (request.paying.kind === "owned") {
    const owning = { ...request.paying.owning, ...(request.pue === undefined ? {} : { pue: request.pue }) };
    return { rate: undefined, lines: ownedLines(hours, gpus, request.gpu, owning, book.energy) ?? [] };
  }
  const { renting } = request.paying;
  const rate = rateFor(request.gpu, renting, book.rates);
  if (!rate) return { rate, lines: [] };
  const rent: CostLine = {
    item: "GPU rental",
    low: hours.low * rate.range.low,
    typical: hours.typical * rate.range.typical,
    high: hours.high * rate.range.high,
  };
  const extras = extrasOf(request, book);
  if (!extras) return { rate, lines: [rent] };
  const more: CostLine = {
    item: "Storage, CPU nodes, idle time",
    low: rent.low * extras.low,
    typical: rent.typical * extras.typical,
    high: rent.high * extras.high,
  };
  return { rate, lines: [rent, more] };
}

function powerPrice({ paying }: CostRequest, book: CostBook): number {
  return (paying.kind === "owned" ? paying.owning.power : undefined) ?? book.energy.number("power-price");
}

/** A rate the asker gave is taken as all-in. */
function extrasOf({ extras, paying }: CostRequest, book: CostBook): Range | undefined {
  if (extras !== undefined) return extras > 0 ? { low: extras, typical: extras, high: extras } : undefined;
  if (paying.kind === "rented" && paying.renting.rate !== undefined) return undefined;
  return book.rates.range("rental-extras");
}

const scale = (range: Range, by: number): Range => ({
  low: range.low * by,
  typical: range.typical * by,
  high: range.high * by,
});

function sum(lines: readonly CostLine[]): Range {
  const total = (end: keyof Range) => lines.reduce((so, line) => so + line[end], 0);
  return { low: total("low"), typical: total("typical"), high: total("high") };
}
