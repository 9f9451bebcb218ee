import { type Ledger, openLedger, wordOf } from "#calc/assumption.ts";
import type { BusinessCase } from "#calc/roi/business-case.ts";
import { type RoiOption, roiOptions } from "#calc/roi-line/options.ts";
import type { Library } from "#content/library.ts";
import { formatCount, formatMoney, formatShare } from "../numbers.ts";
import { readAmount, readYears } from "./amounts.ts";
import { type Asked, type Default, optionTitles, refuse, type Typed } from "./asked.ts";

/** Rows that stand in for an option that was not given, and how their value is said. */
const stand: Partial<Record<RoiOption, readonly [row: string, format: (value: number) => string]>> = {
  hours: ["hours-saved", formatCount],
  hourly: ["hourly-cost", formatMoney],
  weeks: ["working-weeks", formatCount],
  adoption: ["adoption", formatShare],
  ramp: ["ramp-months", formatCount],
  realised: ["realised", formatShare],
  seat: ["seat-price", formatMoney],
  years: ["years", formatCount],
  discount: ["discount-rate", formatShare],
  risk: ["benefit-risk", (value) => `${formatShare(value)} taken off benefits`],
};

/** Whether a line says enough for a business case. */
export function saysEnough(typed: Typed): boolean {
  return (["people", "seats", "savings", "revenue", "errors", "costs", "benefits"] as const).some(
    (option) => typed[option],
  );
}

/** Reads options into a business case, with a dated default for each that was not given. */
export function resolveRoi(typed: Typed, library: Library): Asked {
  const file = library.records.assumptions.get("roi");
  if (!file) throw new Error("content/assumptions/roi.yaml is missing");
  const ledger = openLedger("roi", file.rows);
  const costs = readYears("costs", typed);
  const benefits = readYears("benefits", typed);
  const discount = readAmount("discount", typed) ?? ledger.number("discount-rate");
  if (costs || benefits) return fromTable(typed, costs, benefits, discount, ledger);
  const defaults: Default[] = [];
  const input = inputsOf(typed, ledger, defaults);
  const costRisk = `${formatShare(input.costRisk)} put on costs`;
  defaults.push({ option: "risk", says: costRisk, used: [{ entry: "roi", row: ledger.row("cost-risk") }] });
  defaults.sort((a, b) => roiOptions.indexOf(a.option) - roiOptions.indexOf(b.option));
  return { kind: "inputs", typed, discount, ledger, input, defaults, warnings: warningsFor(input, typed, ledger) };
}

/** What may stand beside a table of years. */
const ofTable: ReadonlySet<RoiOption> = new Set(["costs", "benefits", "discount", "risk", "years"]);

function fromTable(
  typed: Typed,
  costs: number[] | undefined,
  benefits: number[] | undefined,
  discount: number,
  ledger: Ledger,
): Asked {
  if (!costs || !benefits)
    throw refuse(
      `A table of years needs both costs and benefits; ${costs ? "benefits" : "costs"} are missing.`,
      typed,
      costs
        ? { benefits: costs.map((_, year) => (year === 0 ? "0" : "90k")).join(",") }
        : { costs: (benefits ?? []).map(() => "60k").join(",") },
    );
  // Benefits are often given from year 1 on: nothing comes in at the start.
  const whole = benefits.length === costs.length - 1 ? [0, ...benefits] : benefits;
  if (whole.length !== costs.length)
    throw refuse(
      `Costs have ${costs.length} amounts and benefits ${benefits.length}; both need one for the start and one a year.`,
      typed,
      { costs: "100k,60k,60k,60k", benefits: "0,90k,150k,180k" },
      ["costs", "benefits"],
    );
  const beside = roiOptions.filter((option) => typed[option] && !ofTable.has(option));
  if (beside.length > 0)
    throw refuse(
      `A table of years is the whole case already: leave out ${beside.map((option) => optionTitles[option].toLowerCase()).join(", ")}, or the table.`,
      typed,
      {},
      beside,
    );
  const years = readAmount("years", typed) ?? costs.length - 1;
  if (years !== costs.length - 1)
    throw refuse(`The table ends with year ${costs.length - 1}, and years says ${years}.`, typed, {}, ["years"]);
  const risk = readAmount("risk", typed) ?? 0;
  const flow = { costs, benefits: whole.map((amount) => amount * (1 - risk)) };
  return { kind: "table", typed, discount, ledger, flow, warnings: [] };
}

function inputsOf(typed: Typed, ledger: Ledger, defaults: Default[]): BusinessCase {
  const people = readAmount("people", typed) ?? peopleOf(typed, defaults);
  const amount = (option: Exclude<RoiOption, "costs" | "benefits">, needed = true): number => {
    const given = readAmount(option, typed);
    if (given !== undefined) return given;
    const [row, format] = stand[option] ?? [];
    if (!row || !format) return 0;
    const value = ledger.number(row);
    if (needed) defaults.push({ option, says: format(value), used: [{ entry: "roi", row: ledger.row(row) }] });
    return value;
  };
  const revenue = amount("revenue");
  if (revenue > 0 && !typed.margin)
    throw refuse(
      `Revenue is not a benefit: ${formatMoney(revenue)} of it costs money to earn. Give the margin on it, such as margin=40%.`,
      typed,
      { margin: "40%" },
    );
  const margin = amount("margin");
  if (revenue > 0 && margin >= 1)
    throw refuse(
      `A margin of ${formatShare(margin)} would count revenue whole, and revenue is no benefit: it costs money to earn. Give what is left of it, such as margin=40%.`,
      typed,
      { margin: "40%" },
    );
  const errors = amount("errors");
  if (errors > 0 && !typed.errorCost)
    throw refuse("Errors avoided need the cost of one, such as error-cost=250.", typed, { errorCost: "250" });
  const labour = people > 0;
  const hourly = amount("hourly", labour);
  const seats = readAmount("seats", typed) ?? people;
  const seat = amount("seat", seats > 0);
  const implementation = amount("implementation");
  const shared = (option: RoiOption, row: string, value: number): number => {
    if (value > 0) defaults.push({ option, says: formatMoney(value), used: [{ entry: "roi", row: ledger.row(row) }] });
    return value;
  };
  const training =
    readAmount("training", typed) ??
    shared("training", "training-hours", people * hourly * ledger.number("training-hours"));
  const change =
    readAmount("change", typed) ??
    shared("change", "change-share", ledger.number("change-share") * (implementation + training + seats * seat * 12));
  const running =
    readAmount("running", typed) ?? shared("running", "running-share", ledger.number("running-share") * implementation);
  return {
    people,
    hours: amount("hours", labour),
    hourly,
    weeks: amount("weeks", labour),
    adoption: amount("adoption", labour),
    ramp: amount("ramp"),
    realised: amount("realised", labour),
    savings: amount("savings"),
    revenue,
    margin,
    errors,
    errorCost: amount("errorCost"),
    seats,
    seat,
    implementation,
    training,
    change,
    running,
    years: Math.round(amount("years")),
    discount: amount("discount"),
    risk: amount("risk"),
    costRisk: ledger.number("cost-risk"),
  };
}

/** Seats without people are theirs, one a person; unless the benefit is another one than their time. */
function peopleOf(typed: Typed, defaults: Default[]): number {
  const seats = readAmount("seats", typed);
  if (seats === undefined || typed.savings || typed.revenue || typed.errors) return 0;
  defaults.push({ option: "people", says: `${formatCount(seats)}, one a seat`, used: [] });
  return seats;
}

const checked = [
  ["hours", "hours-saved", formatCount],
  ["hourly", "hourly-cost", formatMoney],
  ["adoption", "adoption", formatShare],
  ["realised", "realised", formatShare],
] as const;

/** A sentence for each given input above what was measured, naming the study. */
function warningsFor(input: BusinessCase, typed: Typed, ledger: Ledger): Asked["warnings"] {
  return checked.flatMap(([option, id, format]) => {
    const row = ledger.row(id);
    const value = readAmount(option, typed);
    const warning = wordOf(row, "warning");
    if (value === undefined || row.high === undefined || value <= row.high || !warning || input.people === 0) return [];
    return [
      {
        says: `${row.name}: ${format(value)} is above what was measured. ${capital(warning)}.`,
        used: [{ entry: "roi", row }],
      },
    ];
  });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
