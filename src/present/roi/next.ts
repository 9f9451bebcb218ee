import type { RoiOption } from "#calc/roi-line/options.ts";
import type { Button, Form, Part } from "#core/reply.ts";
import { without } from "../without.ts";
import { type Asked, optionTitles, type Typed, writeLine } from "./asked.ts";

const benefitFields = ["people", "hours", "hourly", "adoption", "realised"] as const;
const costFields = ["seat", "implementation", "training", "change", "running"] as const;
const hints: Partial<Record<RoiOption, string>> = {
  people: "120",
  hours: "1.5",
  hourly: "Dollars with benefits: 75",
  adoption: "65%",
  realised: "50%",
  seat: "Dollars: 30",
  implementation: "80k",
  training: "Left empty: four hours a person",
  change: "Left empty: a tenth of the costs to start",
  running: "Left empty: 15% of implementation",
};

/** Forms for the figures people know: five fields each, the most a Discord form holds. */
export function roiForms({ typed }: Pick<Asked, "typed">): Part[] {
  const verb = Object.keys(typed).length > 0 ? "Change" : "Fill in";
  return [
    form(`${verb} benefits`, "Benefits", benefitFields, typed),
    form(`${verb} costs`, "Costs", costFields, typed),
  ];
}

function form(label: string, title: string, options: readonly RoiOption[], typed: Typed): Form {
  return {
    kind: "form",
    label,
    title,
    line: writeLine(without(typed, ...options)),
    fields: options.map((option) => ({
      name: option,
      label: optionTitles[option],
      ...(hints[option] ? { hint: hints[option] } : {}),
      ...(typed[option] ? { value: typed[option] } : {}),
      required: option === "people",
    })),
  };
}

/** What to try next: each button holds the whole line it stands for. */
export function roiNext(asked: Asked): Button[] {
  const { typed } = asked;
  const again = (label: string, change: Typed): Button => ({ label, line: writeLine({ ...typed, ...change }) });
  const careful = again("Discount at 15%", { discount: "15%" });
  if (asked.kind === "table") return [careful, again("Risk of 20% off benefits", { risk: "20%" })];
  return [
    ...(asked.input.people > 0
      ? [again("A quarter put to use", { realised: "25%" }), again("Half an hour a week", { hours: "0.5" })]
      : []),
    careful,
    again("Over 5 years", { years: "5" }),
  ];
}
