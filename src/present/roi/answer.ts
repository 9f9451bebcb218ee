import type { Range } from "#calc/assumption.ts";
import { type BusinessCase, breakEvenHours, type FlowLine, flowOf, linesOf } from "#calc/roi/business-case.ts";
import { type CashFlow, costOfWaiting, type Waiting, type Worth, worthOf } from "#calc/roi/cash-flow.ts";
import { type Driver, type Swing, simulate, swingsOf } from "#calc/roi/simulation.ts";
import { type Asked, optionTitles } from "./asked.ts";

/** A business case with its result. */
export type Answered = {
  readonly asked: Asked;
  readonly flow: CashFlow;
  readonly lines: readonly FlowLine[];
  readonly worth: Worth;
  readonly waiting: readonly Waiting[];
  /** NPV at the 10th, 50th and 90th of a hundred draws. */
  readonly range: Range;
  readonly draws: number;
  readonly seed: number;
  readonly swings: readonly Swing[];
  /** Hours a week at which NPV is zero; undefined when hours make no difference. */
  readonly breakEven: number | undefined;
};

/** Works out a business case: worth, waiting, the range of a seeded simulation and what moves it most. */
export function answerRoi(asked: Asked): Answered {
  const lines = asked.kind === "inputs" ? linesOf(asked.input) : [];
  const flow = asked.kind === "inputs" ? flowOf(lines, asked.input.years) : asked.flow;
  const { drivers, npvOf } =
    asked.kind === "inputs" ? inputDrivers(asked, asked.input) : tableDrivers(asked, asked.flow);
  const row = asked.ledger.row("draws");
  const draws = Number(row.value);
  const seed = Number(row.attributes.seed);
  return {
    asked,
    flow,
    lines,
    worth: worthOf(flow, asked.discount),
    waiting: costOfWaiting(flow, asked.discount),
    range: simulate(
      drivers.map(({ range }) => range),
      draws,
      seed,
      npvOf,
    ),
    draws,
    seed,
    swings: swingsOf(drivers),
    breakEven: asked.kind === "inputs" ? breakEvenHours(asked.input, npvOfCase) : undefined,
  };
}

type Drivers = { readonly drivers: readonly Driver[]; readonly npvOf: (values: readonly number[]) => number };

const npvOfCase = (input: BusinessCase): number => worthOf(flowOf(linesOf(input), input.years), input.discount).npv;

/** Inputs that may turn out otherwise: a default within its row's range, a given figure by the usual swing. */
function inputDrivers({ ledger, typed }: Asked, input: BusinessCase): Drivers {
  const swing = ledger.number("swing");
  const names = [
    "hours",
    "adoption",
    "realised",
    "ramp",
    "savings",
    "revenue",
    "errors",
    "implementation",
    "running",
    "training",
  ] as const;
  const shares: readonly string[] = ["adoption", "realised"];
  const rows: Partial<Record<(typeof names)[number], string>> = {
    hours: "hours-saved",
    adoption: "adoption",
    realised: "realised",
    ramp: "ramp-months",
  };
  const moving = names.filter(
    (name) => input[name] > 0 && (input.people > 0 || !["hours", "adoption", "realised"].includes(name)),
  );
  const ranges = moving.map((name): Range => {
    const value = input[name];
    const row = rows[name];
    if (row && typed[name] === undefined) return ledger.range(row);
    const high = value * (1 + swing);
    return { low: value * (1 - swing), typical: value, high: shares.includes(name) ? Math.min(1, high) : high };
  });
  const withValues = (values: readonly number[]): BusinessCase => ({
    ...input,
    ...Object.fromEntries(moving.map((name, i) => [name, values[i] ?? input[name]])),
  });
  const drivers = moving.map(
    (name, i): Driver => ({
      name: optionTitles[name],
      range: ranges[i] ?? { low: 0, typical: 0, high: 0 },
      npvWith: (value) => npvOfCase({ ...input, [name]: value }),
    }),
  );
  return { drivers, npvOf: (values) => npvOfCase(withValues(values)) };
}

/** A table says no inputs: its benefits, its first cost and its later costs may each turn out otherwise. */
function tableDrivers({ ledger, discount }: Asked, flow: CashFlow): Drivers {
  const swing = ledger.number("swing");
  const range: Range = { low: 1 - swing, typical: 1, high: 1 + swing };
  const scaled = ([benefits = 1, first = 1, later = 1]: readonly number[]): number =>
    worthOf(
      {
        benefits: flow.benefits.map((amount) => amount * benefits),
        costs: flow.costs.map((amount, year) => amount * (year === 0 ? first : later)),
      },
      discount,
    ).npv;
  const drivers = ["Benefits", "Cost at the start", "Later costs"].map(
    (name, i): Driver => ({
      name,
      range,
      npvWith: (value) => scaled([1, 1, 1].map((as, j) => (j === i ? value : as))),
    }),
  );
  return { drivers, npvOf: scaled };
}
