import { otherCurrency } from "../currency.ts";
import { numberSource as number, readMoney, readSum, scaleSource } from "../quantity.ts";
import { wordEnd as end, type Rule, rule, type Said, saying, unknown } from "../scan.ts";
import type { CostOption } from "./words.ts";

type CostRule = Rule<CostOption>;

const dollar = String.raw`(?:(?:us)?\$|usd)\s?`;
const dollars = String.raw`(?:(?:\$|usd)(?!\s?[.\d])|us\sdollars?|dollars?|bucks)`;
const scaled = String.raw`${number}\s?(?:${scaleSource})?`;
const per = String.raw`(?:\s?/\s?|\s?(?:per|an?|each|every)\s)`;
const machine = "(?:nodes?|servers?|machines?|box|instances?)";
const hour = "(?:h|hr|hour)s?";
const about = String.raw`(?:(?:of|is|about|around|roughly|approx|up\sto|under|below|max|at\smost|only)\s|~\s?){0,2}`;
const within = String.raw`for|under|below|within|(?:less|(?:no|not)\smore)\sthan|up\sto|at\smost|max(?:imum)?|cap(?:ped)?(?:\sat)?|have|spending`;
/** What takes a number for itself, so that none is left for a budget: "budget 100k" but "100k budget 64 H100s". */
const counted = (unit: string): string =>
  String.raw`(?!${otherCurrency}|\s?[x×*]?\s?${unit}|\s?(?:%|tokens?|toks?|params?|parameters?|epochs?|h|hours?|d|days?|weeks?|months?|years?|nodes?|examples?|samples?|rows|context|ctx)${end})`;
/** Billions and trillions are sizes and tokens, unless a dollar says otherwise. */
const plainFunds = String.raw`${number}\s?(?:k|m|mn|mm|mio|mil|mln|thousands?|millions?|lakhs?|crores?)?`;

/** Dollars above which no number beside a card is its price: "1T each H100". */
const dearestCard = 1e6;

/** Rules for what is paid: an hour, in all, for what is owned. `unit` fits where an accelerator is named. */
export function moneyRules(unit: string): readonly CostRule[] {
  const funds = `(?:${dollar}${scaled}|${plainFunds})${end}${counted(unit)}`;
  return [
    rule(
      String.raw`((?:${dollar})?${number}\s?(?:cents?|cts?|¢|c)?)${per}kwh(?:\s(?:power|electricity))?${end}`,
      "power",
    ),
    rule(
      String.raw`(?:power|electricity)\s(?:price\s)?(?:(?:at|of|is|costs?)\s)?((?:${dollar})?(?:\d{0,3}\.\d{1,4}|\d{1,3}(?=\s?(?:c|¢)))\s?(?:cents?|cts?|¢|c)?)(?:${per}kwh)?${end}`,
      "power",
    ),
    rule(String.raw`pue\s(?:of\s|is\s)?(${number})${end}`, "pue"),
    rule(String.raw`(${number})\spue${end}`, "pue"),
    rule(String.raw`capex\s(?:of\s|is\s)?((?:${dollar})?${scaled})${end}`, "capex"),
    rule(String.raw`((?:${dollar})?${scaled})\scapex${end}`, "capex"),
    rule(String.raw`life(?:time|span)?\s(?:of\s|is\s)?(\d{1,2}(?:\.\d{1,2})?)(?:\s?(?:years?|yrs?|y))?${end}`, "life"),
    rule(String.raw`(\d{1,2}(?:\.\d{1,2})?)[\s-]?(?:years?|yrs?|y)\slife(?:time|span)?${end}`, "life"),
    rule(String.raw`extras?\s(?:of\s|is\s)?(\d{1,3}(?:\.\d{1,3})?\s?%)`, "extras"),
    rule(String.raw`(\d{1,3}(?:\.\d{1,3})?\s?%)\s(?:extras?|overhead)${end}`, "extras"),
    // What several cost together is no rate of one.
    saying(
      String.raw`(?:${dollar})?${number}\s?${dollars}?${per}${hour}\s(?:(?:in\s)?total|altogether|overall|together|for\s(?:all|the\s(?:cluster|lot)|\d{1,5}\s?[x×]?\s?(?:${unit}|${machine})s?))${end}`,
      ([whole = ""]) => unknown(whole),
    ),
    // A machine has eight accelerators, as elsewhere in a line.
    saying(
      String.raw`(?:${dollar})?(${number})\s?${dollars}?(?:${per}${machine}[\s/-]?${hour}|${per}${hour}${per}${machine})${end}`,
      ([, price = ""]) => hourly(price, 1 / 8),
    ),
    rule(String.raw`(?:${dollar})?(${number})\s?${dollars}?${per}(?:${unit}[\s/-]?)?${hour}${end}`, "rate"),
    saying(String.raw`(${number})\s?(?:cents?|cts?|¢)${per}(?:${unit}[\s/-]?)?${hour}${end}`, ([, cents = ""]) =>
      hourly(cents, 1 / 100),
    ),
    rule(
      String.raw`(?:rate|price|hourly)(?:\s(?:rate|price|cost))?(?:\s(?:of|is|at))?\s((?:${dollar})?(?:\d{1,3}(?:\.\d{1,4})?|\.\d{1,4}))${end}${counted(unit)}`,
      "rate",
    ),
    // A card's price to buy; a small sum could be one for an hour.
    saying(
      String.raw`(?:${dollar}(${scaled})${per}|(${scaled})\s?(?:${dollars}${per}|(?:per|an?|each)\s))${unit}s?${end}`,
      ([whole = "", first, second]) => {
        const price = (first ?? second ?? "").trim();
        const sum = readSum(price) ?? 0;
        if (sum > dearestCard) return undefined;
        return sum >= 1000 ? { kind: "options", options: { capex: price } } : unknown(whole);
      },
    ),
    // A run is paid once.
    saying(
      String.raw`(?:${dollar})?${scaled}\s?${dollars}?${per}(?:days?|weeks?|months?|mo|quarters?|years?|yr)${end}`,
      ([whole = ""]) => unknown(whole),
    ),
    saying(String.raw`(?:budget|spend)\s${about}(${funds})(?:\s?${dollars}${end})?`, toSpend),
    saying(String.raw`(${dollar}${scaled})\s(?:dollars?\s)?(?:budget|to\sspend)(?!\s?=)${end}`, toSpend),
    saying(
      String.raw`(${plainFunds})\s?(?:${dollars}\s)?(?:budget|to\sspend)(?!\s?[=:]|\s${about}${funds})${end}`,
      toSpend,
    ),
    saying(
      String.raw`(?:${within})\s(?:about\s|under\s|only\s)?(${dollar}\d[\d,.]{0,14}\s?(?:${scaleSource})?)${end}(?!${per})`,
      toSpend,
    ),
    saying(
      String.raw`(?:for\s(?:about\s|under\s|only\s)?(?=[\d.]{1,8}\s?k)|(?!for\s)(?:${within})\s(?:about\s)?)(\d{1,4}(?:\.\d{1,3})?\s?[km])${end}(?=\s?(?:$|[,.;?!]|(?:on|in|using|with|at)${end}|${dollars}))`,
      toSpend,
    ),
    saying(String.raw`${dollar}(${scaled})${end}(?:\s?(?:usd|dollars|budget)${end})?`, sumOrRate),
    saying(String.raw`(${scaled})[\s-]?${dollars}(?![a-z0-9/])`, sumOrRate),
    saying(String.raw`(\d{1,6}(?:\.\d{1,3})?)\s?grand${end}`, ([, thousands = ""]) => ({
      kind: "options",
      options: { budget: `${thousands}k` },
    })),
  ];
}

function toSpend([, amount = ""]: readonly string[]): Said<CostOption> {
  return { kind: "options", options: { budget: amount.replace(/^(?:us)?\$\s?|^usd\s/i, "").trim() } };
}

function hourly(price: string, times: number): Said<CostOption> {
  const dollarsAnHour = (readMoney(price) ?? Number.NaN) * times;
  return { kind: "options", options: { rate: String(Number(dollarsAnHour.toPrecision(6))) } };
}

/** A small sum without a scale is an hourly rate, anything else a budget. */
function sumOrRate([whole = "", amount = ""]: readonly string[]): Said<CostOption> {
  if (!/\d/.test(amount)) return unknown(whole);
  const small = /^\s*[\d.]{1,5}\s*$/.test(amount) && Number(amount) < 100;
  return { kind: "options", options: { [small ? "rate" : "budget"]: amount.trim() } };
}
