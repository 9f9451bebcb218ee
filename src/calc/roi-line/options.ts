import { type Aliases, byName, namesIn } from "../aliases.ts";

/** Options of an ROI line, in the order a line is written in. */
export const roiOptions = [
  "people",
  "hours",
  "hourly",
  "weeks",
  "adoption",
  "ramp",
  "realised",
  "savings",
  "revenue",
  "margin",
  "errors",
  "errorCost",
  "seats",
  "seat",
  "implementation",
  "training",
  "change",
  "running",
  "years",
  "discount",
  "risk",
  "costs",
  "benefits",
] as const;
export type RoiOption = (typeof roiOptions)[number];

/** Other names of options, as people type them before `=` or `:`. */
const aliases: Aliases<RoiOption> = {
  people: "users staff employees headcount team fte",
  hours: "hours-saved saved time time-saved",
  hourly: "rate cost loaded loaded-cost hourly-cost labour labor wage",
  weeks: "working-weeks",
  adoption: "adopt usage adoption-rate",
  ramp: "ramp-months ramp-up",
  realised: "realized realisation realization capture used put-to-use productive",
  savings: "cost-cuts costcuts cuts cost-savings saving cost-reduction",
  revenue: "uplift revenue-uplift sales",
  margin: "gross-margin profit-margin",
  errors: "errors-avoided incidents",
  errorCost: "error-cost errorcost cost-per-error incident-cost",
  seats: "licences licenses seat-count",
  seat: "licence license seat-price price per-seat subscription",
  implementation:
    "impl implement setup set-up build integration rollout roll-out deployment investment upfront up-front one-off one-time",
  training: "train enablement",
  change: "change-management",
  running: "run maintenance upkeep opex operations hosting support",
  years: "year horizon term",
  discount: "discount-rate wacc hurdle interest",
  risk: "risk-adjustment",
  costs: "",
  benefits: "benefit",
};

/** Every name of an option, its own first. */
export const namesOf = (option: RoiOption): readonly string[] => namesIn(aliases, option);

const named = byName(roiOptions, aliases);

/** The option a key means, in any writing: `headcount` → `people`, `error-cost` → `errorCost`. */
export function roiOptionNamed(key: string): RoiOption | undefined {
  return named.get(key) ?? named.get(key.toLowerCase());
}
