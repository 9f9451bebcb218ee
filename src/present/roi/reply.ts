import type { BusinessCase } from "#calc/roi/business-case.ts";
import { waitingLoss } from "#calc/roi/cash-flow.ts";
import type { Context } from "#core/command.ts";
import { type Answer, code, type Part, paragraph, strong, type Text, text } from "#core/reply.ts";
import { assumptionsOf, derived, sourcesCited } from "../assumed.ts";
import { formatCount, formatMoney, formatShare } from "../numbers.ts";
import { offerable } from "../offer.ts";
import type { Answered } from "./answer.ts";
import { optionTitles, type Typed, writeLine } from "./asked.ts";
import { roiForms, roiNext } from "./next.ts";
import { rangeText, swingText } from "./range.ts";
import { roiTrial } from "./spoken.ts";
import { cashChart, yearsOf, yearTable } from "./years.ts";

/** The answer first, then the years, what it rests on, what waiting costs, and what would change it. */
export function roiAnswer(answered: Answered, { library, now }: Context): Answer {
  const { asked, flow, worth, range, swings } = answered;
  const use = (...ids: readonly string[]) => ids.map((id) => ({ entry: "roi", row: asked.ledger.row(id) }));
  const parts: Part[] = [
    paragraph(headline(answered)),
    ...asked.warnings.map(({ says, used }): Part => ({ kind: "text", ...derived([says], used, library, now) })),
    ...vendorWarning(),
    {
      kind: "fields",
      fields: [
        { label: "Present value of benefits", value: { text: [formatMoney(worth.pvBenefits)] } },
        { label: "Present value of costs", value: { text: [formatMoney(worth.pvCosts)] } },
        { label: "Payback", value: derived([paybackText(answered)], use("discount-rate"), library, now) },
        { label: "Range of NPV", value: derived(rangeText(answered), use("swing", "draws"), library, now) },
        ...(asked.kind === "inputs" ? [{ label: "Break-even", value: { text: breakEvenText(answered) } }] : []),
        { label: "Cost of waiting a month", value: { text: waitingText(answered) } },
      ],
    },
    yearTable(answered),
    cashChart(answered),
    ...(swings.length > 0 ? [paragraph(swingText(answered))] : []),
    ...assumedPart(),
    {
      kind: "text",
      ...derived(
        [
          "Method: Forrester’s Total Economic Impact: what is paid at the start is not discounted, all else at the end of its year.",
        ],
        use("discount-rate", "years"),
        library,
        now,
      ),
    },
    paragraph(["The same again: ", code(writeLine(asked.typed))]),
    ...(asked.kind === "inputs" ? roiForms(asked) : []),
    { kind: "buttons", buttons: offerable(roiNext(asked), roiTrial(library)) },
  ];
  return { title: title(answered), parts, sources: sourcesCited(parts, library), data: data() };

  function vendorWarning(): Part[] {
    const row = asked.ledger.row("vendor-studies");
    if (worth.roi === undefined || row.high === undefined || worth.roi <= row.high) return [];
    const says = `An ROI of ${formatShare(worth.roi, 3)} is above every study in the casebook: ${row.attributes.warning}.`;
    return [{ kind: "text", ...derived([says], [{ entry: "roi", row }], library, now) }];
  }

  function assumedPart(): Part[] {
    if (asked.kind !== "inputs" || asked.defaults.length === 0) return [];
    return [
      { kind: "heading", text: "Not given, so assumed" },
      {
        kind: "list",
        items: asked.defaults.map(({ option, says, used }) =>
          derived(
            text`${optionTitles[option]}: ${strong(says)}.${used[0] ? ` ${used[0].row.text}` : ""}`,
            used,
            library,
            now,
          ),
        ),
      },
      ...nothingCounted(asked.input, asked.typed),
    ];
  }

  function data() {
    return {
      npv: worth.npv,
      roiPercent: worth.roi === undefined ? null : worth.roi * 100,
      paybackMonths: worth.paybackMonths ?? null,
      discountedPaybackMonths: worth.discountedPaybackMonths ?? null,
      pvBenefits: worth.pvBenefits,
      pvCosts: worth.pvCosts,
      costOfWaiting: answered.waiting.map(({ definition, usdPerMonth }) => ({
        definition,
        usdPerMonth,
        explanation: waitingMeans[definition],
      })),
      byYear: yearsOf(answered),
      range: {
        low: range.low,
        likely: range.typical,
        high: range.high,
        draws: answered.draws,
        seed: answered.seed,
        drivers: swings.map(({ name, range: of, npvLow, npvHigh }) => ({
          name,
          low: of.low,
          high: of.high,
          npvLow,
          npvHigh,
        })),
      },
      breakEvenHours: answered.breakEven ?? null,
      discount: asked.discount,
      years: flow.costs.length - 1,
      inputs: asked.kind === "inputs" ? asked.input : null,
      lines: answered.lines,
      assumptions: assumptionsOf(asked.ledger.used(), library),
      warnings: asked.warnings.map(({ says }) => says),
      line: writeLine(asked.typed),
    };
  }
}

/** What was not given and has no default, so that nobody takes a missing cost for none. */
function nothingCounted(input: BusinessCase, typed: Typed): Part[] {
  const missing = (["implementation", "running", "savings", "revenue", "errors"] as const).filter(
    (option) => input[option] === 0 && typed[option] === undefined,
  );
  if (missing.length === 0) return [];
  return [
    paragraph(
      `Counted as nothing until you give it: ${missing.map((option) => optionTitles[option].toLowerCase()).join("; ")}.`,
    ),
  ];
}

const waitingMeans = {
  window:
    "the horizon's end is fixed, so each month of delay loses one month at the last year's net benefit, undiscounted",
  "time-value": "everything moves back, so each month of delay loses the interest on the NPV",
} as const;

function title({ worth, flow }: Answered): string {
  const roi = worth.roi === undefined ? "" : `, ROI ${formatShare(worth.roi, 3)}`;
  return `Business case over ${yearsSaid(flow.costs.length - 1)}: NPV ${formatMoney(worth.npv)}${roi}`;
}

function headline(answered: Answered): Text {
  const { worth, flow, asked } = answered;
  const years = flow.costs.length - 1;
  const undiscounted =
    worth.paybackMonths !== undefined && worth.discountedPaybackMonths === undefined ? " before discounting" : "";
  return [
    verdict(answered),
    ...text`NPV ${strong(formatMoney(worth.npv))} over ${yearsSaid(years)} at ${formatShare(asked.discount)}`,
    ...(worth.roi === undefined ? [] : text`, ROI ${strong(formatShare(worth.roi, 3))}`),
    ...text`, payback ${strong(months(worth.paybackMonths, years))}${undiscounted}.`,
  ];
}

/** An NPV smaller than this share of the costs is as good as none. */
const breakingEven = 0.02;

function verdict({ worth: { npv, pvCosts }, range }: Answered): string {
  if (Math.abs(npv) < breakingEven * pvCosts) return "On these figures it about breaks even. ";
  if (npv < 0)
    return range.typical > 0
      ? "As it stands, it loses money, though more draws gain than lose. "
      : "As it stands, it loses money. ";
  return range.low < 0 ? "It pays on these figures, but may not if they turn out worse. " : "";
}

const yearsSaid = (count: number): string => `${count} ${count === 1 ? "year" : "years"}`;

function months(count: number | undefined, years: number): string {
  if (count === undefined) return `not within ${yearsSaid(years)}`;
  if (count === 0) return "at once";
  return count < 1 ? "under a month" : `${formatCount(count)} months`;
}

function paybackText({ worth, flow }: Answered): string {
  const years = flow.costs.length - 1;
  return `Simple ${months(worth.paybackMonths, years)}, discounted ${months(worth.discountedPaybackMonths, years)}`;
}

/** Hours with as many digits as tell them from others, at most four. */
function hoursSaid(hours: number, others: number): string {
  const digits = [2, 3, 4].find((count) => formatCount(hours, count) !== formatCount(others, count)) ?? 4;
  const count = formatCount(hours, digits);
  return `${count} ${count === "1" ? "hour" : "hours"}`;
}

function breakEvenText({ breakEven, asked }: Answered): Text {
  if (breakEven === undefined) return ["Hours saved make no difference here"];
  if (breakEven <= 0) return ["It pays without any hours saved"];
  const now = asked.kind === "inputs" ? asked.input.hours : 0;
  return text`NPV is zero at ${strong(hoursSaid(breakEven, now))} saved a person and week; this case has ${formatCount(now)}`;
}

function waitingText({ waiting, worth, asked }: Answered): Text {
  if (worth.npv <= 0) return ["Nothing: a case that loses money gains by waiting"];
  return waiting.flatMap(({ definition, usdPerMonth }, i) => [
    i > 0 ? "; " : "",
    strong(formatMoney(usdPerMonth)),
    definition === "window"
      ? " by the window method (the end is fixed, a month is lost at the last year’s net benefit)"
      : ` by time value (everything moves back; six months cost ${formatMoney(waitingLoss(worth.npv, asked.discount, 6))})`,
  ]);
}
