import type { Ledger, Used } from "#calc/assumption.ts";
import type { BusinessCase } from "#calc/roi/business-case.ts";
import type { CashFlow } from "#calc/roi/cash-flow.ts";
import { type RoiOption, roiOptions } from "#calc/roi-line/options.ts";
import { formatWord, kebab } from "#core/line.ts";
import { Refusal } from "#core/refusal.ts";
import { runThatLine } from "../offer.ts";
import { without } from "../without.ts";

/** Options of an ROI line as text. */
export type Typed = Readonly<Partial<Record<RoiOption, string>>>;

/** An input that was not given: what was taken instead, and the row it comes from. */
export type Default = { readonly option: RoiOption; readonly says: string; readonly used: readonly Used[] };

/** A business case understood: from inputs, or from a table of years. */
export type Asked = {
  readonly typed: Typed;
  readonly discount: number;
  readonly ledger: Ledger;
  /** Sentences about inputs above what was measured, each with the study's row. */
  readonly warnings: readonly { readonly says: string; readonly used: readonly Used[] }[];
} & (
  | { readonly kind: "inputs"; readonly input: BusinessCase; readonly defaults: readonly Default[] }
  | { readonly kind: "table"; readonly flow: CashFlow }
);

/** The line that says these options, in a fixed order. */
export function writeLine(typed: Typed): string {
  const words = roiOptions.flatMap((option) => {
    const value = typed[option];
    return value === undefined || value === "" ? [] : [`${kebab(option)}=${formatWord(value)}`];
  });
  return ["roi", ...words].join(" ");
}

/** Options as they are called in replies and forms. */
export const optionTitles: Readonly<Record<RoiOption, string>> = {
  people: "People",
  hours: "Hours saved a person and week",
  hourly: "Loaded cost of an hour",
  weeks: "Weeks worked a year",
  adoption: "Adoption once settled",
  ramp: "Months until it has settled",
  realised: "Freed time put to use",
  savings: "Spending ended a year",
  revenue: "Added revenue a year",
  margin: "Margin on it",
  errors: "Errors avoided a month",
  errorCost: "Cost of an error",
  seats: "Seats",
  seat: "Licence a seat and month",
  implementation: "Implementation, once",
  training: "Training, once",
  change: "Change management, once",
  running: "Running cost a year",
  years: "Years",
  discount: "Discount rate",
  risk: "Risk",
  costs: "Costs by year",
  benefits: "Benefits by year",
};

/** What was understood, in words: "people 120, seats 80". Undefined for nothing. */
export function describeTyped(typed: Typed): string | undefined {
  const said = roiOptions.flatMap((option) =>
    typed[option] === undefined ? [] : [`${optionTitles[option].toLowerCase()} ${typed[option]}`],
  );
  return said.length > 0 ? said.join(", ") : undefined;
}

/** Refuses a line: what is wrong, what was understood, and a line that works, made of what was understood. */
export function refuse(
  sentence: string,
  typed: Typed,
  mended: Typed = {},
  dropped: readonly RoiOption[] = [],
): Refusal {
  const kept = without(typed, ...dropped);
  const understood = describeTyped(kept);
  const enough = kept.people ?? kept.savings ?? kept.revenue ?? kept.errors ?? kept.costs ?? mended.costs;
  const working = writeLine({ ...(enough === undefined ? { people: "120", hours: "1" } : {}), ...kept, ...mended });
  return new Refusal(sentence, {
    ...runThatLine(working),
    ...(understood ? { understood } : {}),
    data: { error: "roi", message: sentence, understood: kept, example: working },
  });
}
