import { type Assumption, type Ledger, numberOf, type Range, tierOf, wordsOf } from "../assumption.ts";

/** An owned cluster; what is left out comes from the content. */
export type Owning = {
  /** USD per kWh. */
  readonly power?: number;
  readonly pue?: number;
  /** USD per GPU, its share of the server included. */
  readonly price?: number;
  /** Years of use. */
  readonly life?: number;
};

export type CostLine = { readonly item: string } & Range;

const hoursPerYear = 8766;

/**
 * What GPU-hours on owned hardware cost: servers written off over their life and use, the network's share of the
 * purchase, electricity with PUE. Staff and the building are left out. Undefined when no price is known.
 */
export function ownedLines(hours: Range, gpus: number, gpu: Assumption, owning: Owning, ledger: Ledger) {
  const server = serverPrice(gpu, owning, ledger);
  if (!server) return undefined;
  const life = given(owning.life) ?? ledger.range("life-years");
  const use = ledger.range("owned-use");
  const hourly: Range = {
    low: server.low / (life.high * hoursPerYear * use.high),
    typical: server.typical / (life.typical * hoursPerYear * use.typical),
    high: server.high / (life.low * hoursPerYear * use.low),
  };
  const share = ledger.range(tierOf(ledger, ["network-small", "network-medium", "network-large"], gpus).id);
  const network = scale(hourly, (end) => share[end] / (1 - share[end]));
  const lines: CostLine[] = [
    { item: "GPU servers", ...times(hours, hourly) },
    { item: "Network", ...times(hours, network) },
  ];
  const kilowatts = nodeKilowatts(gpu, ledger);
  if (kilowatts !== undefined) {
    const pue = given(owning.pue) ?? ledger.range("pue");
    const price = given(owning.power) ?? ledger.range("power-price");
    lines.push({
      item: "Electricity",
      ...times(hours, {
        low: kilowatts * pue.low * price.low,
        typical: kilowatts * pue.typical * price.typical,
        high: kilowatts * pue.high * price.high,
      }),
    });
  }
  return lines;
}

/** Kilowatts a GPU draws while training, its share of the node included, without PUE. Undefined when not published. */
function nodeKilowatts(gpu: Assumption, ledger: Ledger): number | undefined {
  const node = numberOf(gpu, "nodeWatts");
  const card = numberOf(gpu, "watts");
  const most = node ?? (card === undefined ? undefined : card * ledger.number("node-over-card"));
  return most === undefined ? undefined : (most * ledger.number("power-in-use")) / 1000;
}

/** Electricity of GPU-hours at the meter of the building, PUE included. Unit: kWh. */
export function energyKwh(hours: number, gpu: Assumption, pue: number | undefined, ledger: Ledger): number | undefined {
  const kilowatts = nodeKilowatts(gpu, ledger);
  return kilowatts === undefined ? undefined : hours * kilowatts * (pue ?? ledger.number("pue"));
}

function serverPrice(gpu: Assumption, owning: Owning, ledger: Ledger): Range | undefined {
  if (owning.price !== undefined) return given(owning.price);
  const row = ledger.rows.find(
    (candidate) => candidate.group === "ownership" && wordsOf(candidate, "gpus").includes(gpu.id),
  );
  return row && ledger.range(row.id);
}

const given = (value: number | undefined): Range | undefined =>
  value === undefined ? undefined : { low: value, typical: value, high: value };

const times = (a: Range, b: Range): Range => ({
  low: a.low * b.low,
  typical: a.typical * b.typical,
  high: a.high * b.high,
});

function scale(range: Range, by: (end: keyof Range) => number): Range {
  return { low: range.low * by("low"), typical: range.typical * by("typical"), high: range.high * by("high") };
}
