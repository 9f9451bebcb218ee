import { otherCurrency, otherMoney } from "../currency.ts";
import { numberSource as number, scaleSource } from "../quantity.ts";
import { rangeRule } from "../ranges.ts";
import { wordEnd as end, lastRules, nothing, type Rule, rule, saying, separators, unknown } from "../scan.ts";
import type { RoiOption } from "./options.ts";
import { every, often, per } from "./periods.ts";
import { errorsAvoided, hoursSaved, keyed, seatPrice, sum } from "./says.ts";

type RoiRule = Rule<RoiOption>;

const amount = String.raw`${number}\s?(?:${scaleSource})?`;
const dollar = String.raw`(?:(?:us)?\$|usd)\s?`;
const dollars = String.raw`(?:(?:\$|usd)(?!\.?\d)|dollars?|bucks)`;
const money = String.raw`(?:${dollar}${amount}|${amount}\s?${dollars}?)(?!${otherCurrency})`;
/** Money that is plainly money. */
const sure = String.raw`(?:${dollar}${amount}|${number}\s?(?:${scaleSource}|${dollars})|\d{1,3}(?:[.,]\d{3}){1,3}|\d{4,9})(?!${otherCurrency})`;
const percent = String.raw`\d{1,4}(?:\.\d{1,4})?\s?(?:%|percent)`;
const share = String.raw`${percent}|0?\.\d{1,6}`;
const who =
  "(?:(?:knowledge|office|support|sales)\\s)?(?:people|ppl|persons?|employees|users|staff|workers|developers|devs|engineers|agents|analysts|reps|sellers|ftes?|headcount|heads|colleagues|members|managers|consultants|folks)";
const seats = String.raw`(?:(?:copilot|chatgpt|claude|gemini|ai)\s)?(?:seats?|licen[cs]es?)`;
/** What an hour just said is worth: "at $60", and no price of a seat nor by the month. */
const worth = String.raw`\s?(?:at|@|worth|costing)\s?(${dollar}${amount}|${amount}\s?${dollars})(?!${otherCurrency})(?:${per}(?:hour|hr|h)(?![a-z])|\shourly)?(?!${per}|${every}|\s(?:seats?|licen))`;
const hours = "(?:hours?|hrs?|h|minutes?|mins?)";
/** "2 hours", but not the name in "hours 2 seat 30". */
const named = String.raw`(?:\s(?:of|is))?\s\$?\d[\d.,]{0,12}k?(?![\d.,k]|\s?${hours}\b)`;
/** What takes a number for itself: "training 30 people" says nothing of what training costs. */
const alone = String.raw`(?![a-z0-9%]|\.\d|\s?%|\s?(?:${who}|${hours}|seats?|licen[cs]es?|errors?(?![\s-]cost)|years?|yrs?|months?|weeks?)\b(?!${named}))`;
const once = String.raw`(?:implementation|integration|set-?up|roll-?out|deployment|build|investment|up-?front|one-(?:off|time)|training|enablement|change(?:[\s-]management)?|running|maintenance|upkeep|opex|hosting|support|savings?|cost[\s-](?:cuts|savings|reduction)|revenue|uplift)`;
const costs = String.raw`(?:\s(?:costs?|fees?|price|budget|payment))?`;
const is = String.raw`(?:\s(?:of|is|are|at|about|around))?\s`;

const yearly = String.raw`(?:us)?\$?\s?\d[\d.']{0,14}\s?(?:(?:${scaleSource})(?![a-z]))?`;
/** Regex source of amounts by year behind their name: "costs: 100k, 60k, 60k". */
export const listSource = String.raw`\b(?:costs?|benefits?)(?:\s{0,2}[=:]|\s(?:of|are))?\s{0,2}"?${yearly}(?:\s?(?:[;/]|,(?!\d{3}(?![\dkmb])))\s?${yearly}){1,15}"?`;

const filler =
  "a an the and of for with at in on per we our i it is are if to save saves saved saving each every person user costs cost ai copilot roi business case please what would be by from over using use seat seats licence license usd dollars discounted rate one-off rollout team d ll ve who their company firm plus".replace(
    / /g,
    "|",
  );

/** What an ROI line is made of. The first rule that fits takes the words. */
export const rules: readonly RoiRule[] = [
  saying(separators, () => nothing),
  saying(listSource, ([whole = ""]) => {
    const [, key = "", list = ""] = /^([a-z]+)(?:\s*[=:]|\s(?:of|are)\b)?\s*(.+)$/i.exec(whole) ?? [];
    return keyed(/^c/i.test(key) ? "costs" : "benefits", list, whole);
  }),
  saying(
    String.raw`([a-z][a-z-]{0,24})\s{0,2}[=:]\s{0,2}("[^"]{0,400}"|'[^']{0,400}'|${otherMoney}${end}|\$?${number}\s?(?:${scaleSource}|%)${end}|[^\s;]{1,400})`,
    ([whole = "", key = "", value = ""]) => keyed(key, value, whole),
  ),
  rangeRule<RoiOption>(),
  saying(`${otherMoney}${end}`, ([text = ""]) => unknown(text)),
  rule(String.raw`(${amount})[\s-]{0,2}${who}${end}`, "people"),
  rule(String.raw`team\sof\s(${amount})${end}`, "people"),
  rule(
    String.raw`(?:people|users|staff|employees|headcount|team(?:\ssize)?|ftes?)${is}(${amount})${end}${alone}`,
    "people",
  ),
  saying(
    String.raw`(${number}|an?(?=\s))\s{0,2}(${hours})(?:\s(?:saved|back))?(?:${per}(?:person|user|employee|head|seat))?(${every})?(?:\s(?:each|saved|apiece)|${per}(?:person|user|employee|head|seat))?(?:${worth})?${end}`,
    ([whole = "", value = "", unit, period, worthEach]) => {
      const said = hoursSaved(value, unit, period, whole);
      return said.kind === "options" && worthEach
        ? { kind: "options", options: { ...said.options, hourly: worthEach.trim() } }
        : said;
    },
  ),
  saying(
    String.raw`hours?(?:\ssaved)?${is}(${number})(?:\s?(?:hours?|hrs?|h))?(${every})?${end}${alone}`,
    ([whole = "", value = "", period]) => hoursSaved(value, "h", period ?? "weekly", whole),
  ),
  rule(String.raw`(${money})(?:${per}(?:hour|hr|h)|\shourly)${end}`, "hourly"),
  rule(
    String.raw`(?:(?:hourly|loaded|labou?r)(?:\s(?:rate|costs?|wage))?|wage|rate(?=\sof))${is}(${money})${end}${alone}`,
    "hourly",
  ),
  seatRule(`(${money})${per}(?:seat|user|licen[cs]e|head)(${every})?`),
  seatRule(`(${money})(${every})${per}(?:seat|user|licen[cs]e|head)`),
  saying(
    String.raw`(\d{1,7}(?:[,.]\d{3}){0,2})\s${seats}(?:\s(?:at|for)\s(${money})(?:${per}(?:seat|user))?(${every})?)?${end}`,
    ([whole = "", count = "", price, period]) => {
      if (price === undefined) return { kind: "options", options: { seats: count } };
      const seat = seatPrice(price, period);
      return seat === undefined ? unknown(whole) : { kind: "options", options: { seats: count, seat } };
    },
  ),
  seatRule(String.raw`(${dollar}${amount}|${amount}\s?\$)(${every}|\s${often})?\s${seats}(${every})?`),
  seatRule(String.raw`${seats}(?:\s(?:price|costs?|is|are|at|of|for)){1,2}\s(${money})(${every})?`),
  seatRule(String.raw`${seats}\s(${sure})(${every})?`),
  seatRule(String.raw`(?:seat|licen[cs]e)\s(${money})(${every})?`),
  rule(String.raw`seats\s(\d{1,7})${end}${alone}`, "seats"),
  ...(
    [
      ["adoption", "adoption|adopted|usage"],
      ["realised", "realised|realized|put to use|captured"],
      ["discount", "discount(?:[\\s-]rate)?|wacc|interest|hurdle"],
      ["margin", "(?:gross\\s)?margin"],
      ["risk", "risk(?:[\\s-]adjust(?:ed|ment))?"],
    ] as const
  ).flatMap(([option, names]) => [
    rule<RoiOption>(String.raw`(${share})\s(?:${names})${end}`, option),
    rule<RoiOption>(
      String.raw`(?:${names})(?:\srate)?${is}(${percent}|0?\.\d{1,6}|\d{1,3}(?:\.\d{1,3})?(?!\d)${alone})`,
      option,
    ),
  ]),
  rule(String.raw`(\d{1,2})\s?(?:-\s?)?months?\sramp(?:[\s-]?up)?${end}`, "ramp"),
  rule(String.raw`ramp(?:[\s-]?up)?(?:\s(?:of|over|in))?\s(\d{1,2})(?:[\s-]?(?:months?|mo))?${end}`, "ramp"),
  rule(String.raw`(\d{1,2}(?:\.\d{1,2})?)[\s-]?(?:years?|yrs?|y)(?:\s(?:horizon|term|period))?${end}`, "years"),
  rule(String.raw`(?:years|horizon|term)${is}(\d{1,2}(?:\.\d{1,2})?)(?:\s?(?:years?|yrs?|y))?${end}${alone}`, "years"),
  saying(String.raw`(\d{1,3})[\s-]?(?:months?|mos?)(?:\s(?:horizon|term|period))?${end}`, ([, months = ""]) => ({
    kind: "options",
    options: { years: String(Number((Number(months) / 12).toPrecision(3))) },
  })),
  rule(String.raw`(\d{1,2}(?:\.\d{1,2})?)\s?(?:work(?:ing)?\s)?weeks(?:${per}(?:years?|yr))?${end}`, "weeks"),
  rule(String.raw`(?:working\s)?weeks${is}(\d{1,2}(?:\.\d{1,2})?)${end}${alone}`, "weeks"),
  saying(
    String.raw`(${amount})\s(?:fewer\s|less\s)?errors?(?:\s(?:avoided|fewer|less))?(${every})?${end}`,
    ([whole = "", count = "", period]) => errorsAvoided(count, period, whole),
  ),
  saying(
    String.raw`errors?(?:\savoided)?(${every})?${is}(${amount})(${every})?${end}${alone}`,
    ([whole = "", before, count = "", after]) => errorsAvoided(count, before ?? after, whole),
  ),
  rule(`(${money})${per}error${end}`, "errorCost"),
  rule(String.raw`(?:error[\s-]cost|cost\s(?:per|of\san)\serror)${is}(${money})${end}`, "errorCost"),
  rule(String.raw`(?:at|worth|costing)\s(${money})\s(?:each|apiece)${end}`, "errorCost"),
  saying(
    String.raw`(${money})(${every})?\s(?:of\s|for\s|in\s)?(?:(?:extra|added|additional|new|more)\s|(${often})\s)?(${once})${costs}(${every})?${end}`,
    ([whole = "", value = "", before, adverb, key = "", after]) => sum(key, value, before ?? adverb ?? after, whole),
  ),
  saying(
    String.raw`(?:(?:extra|added|additional|new|more)\s|(${often})\s)?(${once})${costs}${is}(${money})(${every})?${alone}(?!${per}(?:seat|user|head|licen[cs]e|hour|hr|h)${end})`,
    ([whole = "", adverb, key = "", value = "", after]) => sum(key, value, adverb ?? after, whole),
  ),
  saying(
    String.raw`sav(?:es?|ing)\s(?:us\s|about\s|around\s)?(${sure})(${every})?${alone}`,
    ([whole = "", value = "", period]) => sum("savings", value, period, whole),
  ),
  rule(String.raw`(${money})\sto\s(?:implement|set\sup|roll\sout|deploy|integrate|build)${end}`, "implementation"),
  saying(every, ([text = ""]) => unknown(text.trim())),
  saying(`(?:${filler})${end}`, () => nothing),
  ...lastRules<RoiOption>(),
];

/** A pattern of a price and, maybe, how often it is paid. */
function seatRule(source: string): RoiRule {
  return saying(`${source}${end}`, ([whole = "", price = "", ...periods]) => {
    const seat = seatPrice(price, periods.find(Boolean));
    return seat === undefined ? unknown(whole) : keyed("seat", seat, whole);
  });
}
