import type { Used } from "#calc/assumption.ts";
import type { BusinessCase } from "#calc/roi/business-case.ts";
import { waitingLoss } from "#calc/roi/cash-flow.ts";
import type { Context } from "#core/command.ts";
import { type Answer, code, type Part, paragraph, type Statement, strong, type Text, text } from "#core/reply.ts";
import { derived, sourcesCited } from "../assumed.ts";
import { formatCount, formatMoney, formatShare } from "../numbers.ts";
import { offerable } from "../offer.ts";
import type { Answered } from "./answer.ts";
import { type Asked, optionTitles, type Typed, writeLine } from "./asked.ts";
import { dataOf } from "./data.ts";
import { roiForms, roiNext } from "./next.ts";
import { rangeText, swingText } from "./range.ts";
import { roiTrial } from "./spoken.ts";
import { cashChart, yearTable } from "./years.ts";

/** The answer first, then the years, what it rests on, what waiting costs, and what would change it. */
export function roiAnswer(answered: Answered, { library, now }: Context): Answer {
  const say: Say = (said, used) => derived(said, used, library, now);
  const { asked, swings } = answered;
  const parts: Part[] = [
    paragraph(headline(answered)),
    ...asked.warnings.map(({ says, used }): Part => ({ kind: "text", ...say([says], used) })),
    ...vendorWarning(answered, say),
    figures(answered, say),
    yearTable(answered),
    cashChart(answered),
    ...(swings.length > 0 ? [paragraph(swingText(answered))] : []),
    ...assumedParts(asked, say),
    { kind: "text", ...say([method], rowsUsed(asked, "discount-rate", "years")) },
    paragraph(["The same again: ", code(writeLine(asked.typed))]),
    ...(asked.kind === "inputs" ? roiForms(asked) : []),
    { kind: "buttons", buttons: offerable(roiNext(asked), roiTrial(library)) },
  ];
  return { title: title(answered), parts, sources: sourcesCited(parts, library), data: dataOf(answered, library) };
}

/** Words with the rows that they rest on. */
type Say = (said: Text, used: readonly Used[]) => Statement;

const rowsUsed = ({ ledger }: Asked, ...ids: readonly string[]): Used[] =>
  ids.map((id) => ({ entry: "roi", row: ledger.row(id) }));

const method =
  "Method: Forrester’s Total Economic Impact: what is paid at the start is not discounted, all else at the end of its year.";

function vendorWarning({ asked, worth }: Answered, say: Say): Part[] {
  const row = asked.ledger.row("vendor-studies");
  if (worth.roi === undefined || row.high === undefined || worth.roi <= row.high) return [];
  const says = `An ROI of ${formatShare(worth.roi, 3)} is above every study in the casebook: ${row.attributes.warning}.`;
  return [{ kind: "text", ...say([says], [{ entry: "roi", row }]) }];
}

function figures(answered: Answered, say: Say): Part {
  const { asked, worth } = answered;
  return {
    kind: "fields",
    fields: [
      { label: "Present value of benefits", value: { text: [formatMoney(worth.pvBenefits)] } },
      { label: "Present value of costs", value: { text: [formatMoney(worth.pvCosts)] } },
      { label: "Payback", value: say([paybackText(answered)], rowsUsed(asked, "discount-rate")) },
      { label: "Range of NPV", value: say(rangeText(answered), rowsUsed(asked, "swing", "draws")) },
      ...(asked.kind === "inputs" ? [{ label: "Break-even", value: { text: breakEvenText(answered) } }] : []),
      { label: "Cost of waiting a month", value: { text: waitingText(answered) } },
    ],
  };
}

function assumedParts(asked: Asked, say: Say): Part[] {
  if (asked.kind !== "inputs" || asked.defaults.length === 0) return [];
  return [
    { kind: "heading", text: "Not given, so assumed" },
    {
      kind: "list",
      items: asked.defaults.map(({ option, says, used }) =>
        say(text`${optionTitles[option]}: ${strong(says)}.${used[0] ? ` ${used[0].row.text}` : ""}`, used),
      ),
    },
    ...nothingCounted(asked.input, asked.typed),
  ];
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
