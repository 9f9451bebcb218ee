import { numberSource as number, readMoney, scaleSource } from "../quantity.ts";
import {
  isSame,
  lastRules,
  nothing,
  type Rule,
  rule,
  type Said,
  saying,
  scan,
  separators,
  unknown,
  wordEnd,
} from "../scan.ts";
import { inDigits } from "../spelled.ts";
import { type RoiOption, roiOptionNamed, roiOptions } from "./options.ts";

/** What a line of free words says about a business case. */
export type RoiLine = {
  readonly options: Readonly<Partial<Record<RoiOption, string>>>;
  readonly unknown: readonly string[];
  /** Options that the line gives two different values; the first one stands. */
  readonly conflicts: readonly { readonly option: RoiOption; readonly values: readonly [string, string] }[];
};

const amount = String.raw`${number}\s?(?:${scaleSource})?`;
const money = String.raw`(?:us)?\$\s?${amount}|${amount}\s?(?:\$|usd|dollars?)?`;
const share = String.raw`\d{1,4}(?:\.\d{1,4})?\s?(?:%|percent)|0?\.\d{1,6}`;
const per = String.raw`\s{0,2}(?:/|per|an?|each|every)\s{0,2}`;
const who =
  "people|persons?|employees|users|staff|workers|developers|engineers|agents|analysts|reps|sellers|ftes?|headcount";
const once =
  "implementation|integration|set-?up|roll-?out|deployment|training|change(?:[\\s-]management)?|running|maintenance|upkeep|savings|cost[\\s-]cuts|revenue";
const seats = String.raw`(?:(?:copilot|chatgpt|claude|gemini|ai)\s)?(?:seats?|licen[cs]es?)`;

type RoiRule = Rule<RoiOption>;
const filler =
  "a an the and of for with at in on per we our i it is are if to save saves saved saving each every person user month week year hour costs cost ai copilot roi business case please what would be by from over using use seat seats licence license usd dollars discounted rate one-off rollout team".replace(
    / /g,
    "|",
  );

const rules: readonly RoiRule[] = [
  saying(separators, () => nothing),
  saying(
    String.raw`([a-z][a-z-]{0,24})\s{0,2}[=:]\s{0,2}("[^"]{0,400}"|'[^']{0,400}'|[^\s;]{1,400})`,
    ([whole = "", key = "", value = ""]) => keyed(key, value, whole),
  ),
  rule(String.raw`(${amount})[\s-]{0,2}(?:${who})${wordEnd}`, "people"),
  rule(String.raw`team\sof\s(${amount})${wordEnd}`, "people"),
  hoursRule("(?:hours?|hrs?|h)", "week|wk|w", 1),
  hoursRule("(?:hours?|hrs?|h)", "day|d", 5),
  hoursRule("(?:hours?|hrs?|h)", "month|mo", 12 / 52),
  hoursRule("(?:minutes?|mins?)", "week|wk|w", 1 / 60),
  hoursRule("(?:minutes?|mins?)", "day|d", 5 / 60),
  rule(`(${money})${per}(?:hour|hr|h)${wordEnd}`, "hourly"),
  seatRule(`(${money})${per}(?:seat|user|licen[cs]e|head)`),
  rule(String.raw`(\d{1,7}(?:,\d{3}){0,2})\s${seats}${wordEnd}`, "seats"),
  rule(String.raw`(\$\s?${amount})\s${seats}${wordEnd}`, "seat"),
  seatRule(String.raw`${seats}\s(?:at|costs?|is|are|of|for)\s(${money})`),
  rule(String.raw`(${share})\s(?:adoption|adopted|usage)${wordEnd}`, "adoption"),
  rule(String.raw`(${share})\s(?:realised|realized|put to use|captured)${wordEnd}`, "realised"),
  rule(String.raw`(${share})\s(?:discount(?:[\s-]rate)?|wacc)${wordEnd}`, "discount"),
  rule(String.raw`(${share})\s(?:gross\s)?margin${wordEnd}`, "margin"),
  rule(String.raw`(${share})\srisk${wordEnd}`, "risk"),
  rule(String.raw`(\d{1,2}(?:\.\d{1,2})?)[\s-]?(?:years?|yrs?|y)${wordEnd}`, "years"),
  rule(String.raw`(\d{1,2})\s?(?:-\s?)?months?\sramp${wordEnd}`, "ramp"),
  rule(String.raw`(${amount})\serrors?(?:\savoided)?(?:${per}month)?${wordEnd}`, "errors"),
  rule(`(${money})${per}error${wordEnd}`, "errorCost"),
  saying(
    String.raw`(${money})\s(?:of\s|for\s|in\s)?(?:(?:extra|added|additional|new|more)\s)?(${once})(${per}month)?${wordEnd}`,
    ([whole = "", value = "", key = "", monthly]) => sum(key, value, monthly, whole),
  ),
  saying(
    String.raw`(${once})\s(?:costs?\s)?(?:of\s|is\s|at\s)?(${money})(${per}month)?(?![a-z0-9]|${per}(?:seat|user|head|licen[cs]e|hour|hr|h)${wordEnd})`,
    ([whole = "", key = "", value = "", monthly]) => sum(key, value, monthly, whole),
  ),
  rule(String.raw`(${money})\sto\s(?:implement|set\sup|roll\sout|deploy|integrate|build)${wordEnd}`, "implementation"),
  saying(`(?:${filler})${wordEnd}`, () => nothing),
  ...lastRules<RoiOption>(),
];

/**
 * Reads `120 people 2h/week $75/h seat=30 implementation=80k` in any order. Never throws; takes time linear in the
 * line's length.
 */
export function readRoiLine(line: string): RoiLine {
  const options: Partial<Record<RoiOption, string>> = {};
  const strange: string[] = [];
  const conflicts: RoiLine["conflicts"][number][] = [];
  scan(inDigits(line), rules, (said: Said<RoiOption>) => {
    if (said.kind === "unknown") strange.push(said.text);
    if (said.kind !== "options") return;
    for (const option of roiOptions) {
      const [before, value] = [options[option], said.options[option]];
      if (value === undefined) continue;
      if (before === undefined) options[option] = value;
      else if (!isSame(before, value)) conflicts.push({ option, values: [before, value] });
    }
  });
  return { options, unknown: strange, conflicts };
}

/** Time saved in any unit, as hours a week. A working week has five days, a year 52 weeks of wages. */
function hoursRule(unit: string, period: string, times: number): RoiRule {
  const source = String.raw`(${number})\s{0,2}${unit}(?:\s(?:saved|back))?${per}(?:${period})(?:\s(?:each|saved|per\sperson|a\sperson))?${wordEnd}`;
  return saying(source, ([whole = "", value = ""]) => {
    const hours = Number(value.replace(/,/g, "")) * times;
    return Number.isFinite(hours)
      ? { kind: "options", options: { hours: String(Number(hours.toPrecision(6))) } }
      : unknown(whole);
  });
}

/** The price of a seat, by the month; what is said by the year is divided. */
function seatRule(source: string): RoiRule {
  return saying(
    String.raw`${source}(?:${per}(?:months?|mo)|(${per}(?:years?|yr)|\s(?:yearly|annually)))?${wordEnd}`,
    ([whole = "", price = "", yearly]) => {
      if (!yearly) return keyed("seat", price, whole);
      const dollars = readMoney(price);
      return dollars === undefined
        ? unknown(whole)
        : keyed("seat", String(Number((dollars / 12).toPrecision(6))), whole);
    },
  );
}

/** A sum by the name of what it is for; what comes in or goes out by the month is counted by the year. */
function sum(name: string, value: string, monthly: string | undefined, whole: string): Said<RoiOption> {
  const key = name.toLowerCase().replace(/\s/g, "-");
  if (!monthly) return keyed(key, value, whole);
  const dollars = readMoney(value);
  const yearly = /^(?:savings|cost-cuts|revenue|running|maintenance|upkeep)$/.test(key);
  return dollars !== undefined && yearly ? keyed(key, String(12 * dollars), whole) : unknown(whole);
}

function keyed(key: string, value: string, whole: string): Said<RoiOption> {
  const option = roiOptionNamed(key);
  const bare = value
    .replace(/^["']|["']$/g, "")
    .replace(/[,.;]+$/, "")
    .trim();
  return option && bare ? { kind: "options", options: { [option]: bare } } : unknown(whole);
}
