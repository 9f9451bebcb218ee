import { isOtherMoney } from "#calc/currency.ts";
import { readCount, readMoney, readNumber, readShare, readSum } from "#calc/quantity.ts";
import { readHours } from "#calc/roi-line/hours.ts";
import type { RoiOption } from "#calc/roi-line/options.ts";
import { splitPeriod, timesAYear } from "#calc/roi-line/periods.ts";
import { clip } from "#core/clip.ts";
import { inDollars } from "../dollars.ts";
import { formatCount } from "../numbers.ts";
import { optionTitles, refuse, type Typed } from "./asked.ts";

type Kind = {
  readonly read: (typed: string) => number | undefined;
  readonly most: number;
  readonly like: string;
  readonly least?: number;
  readonly dollars?: true;
  /** Counted in whole ones. */
  readonly whole?: true;
};

/** Dollars by the usual period, of what may be said by another: `5k/month` is 60,000 a year. */
function readPaid(typed: string, usual: "month" | "year"): number | undefined {
  const { amount, period = usual } = splitPeriod(typed);
  const sum = usual === "year" ? readSum(amount) : readMoney(amount);
  const [times, usually] = [timesAYear[period], timesAYear[usual]];
  if (sum === undefined || times === undefined || usually === undefined) return undefined;
  return times === usually ? sum : Number(((sum * times) / usually).toPrecision(12));
}

/** Years, as such or in months: `18 months` is 1.5. */
function readYearsCounted(typed: string): number | undefined {
  const months = /^(.{1,20}?)\s?mo(?:nths?)?$/i.exec(typed.trim())?.[1];
  if (months === undefined) return readNumber(typed.replace(/\s?y(?:ears?|rs?)?$/i, ""));
  const count = readNumber(months);
  return count === undefined ? undefined : count / 12;
}

const share: Kind = { read: readShare, most: 1, like: "65%" };
const money: Kind = { read: readSum, most: 1e12, like: "80k", dollars: true };
const yearly: Kind = { ...money, read: (typed) => readPaid(typed, "year") };
const kinds: Readonly<Record<Exclude<RoiOption, "costs" | "benefits">, Kind>> = {
  people: { read: readCount, most: 1e7, like: "120", least: 1 },
  hours: { read: readHours, most: 60, like: "2" },
  hourly: {
    read: (typed) => readMoney(typed.replace(/(?:\s?\/\s?|\s(?:per|an?)\s)h(?:our|r)?$/i, "")),
    most: 5000,
    like: "75",
  },
  weeks: { read: readNumber, most: 52.2, like: "46", least: 1 },
  adoption: share,
  ramp: { read: (typed) => readNumber(typed.replace(/\s?mo(?:nths?)?$/i, "")), most: 120, like: "6" },
  realised: share,
  savings: yearly,
  revenue: yearly,
  margin: share,
  errors: { read: readCount, most: 1e9, like: "40" },
  errorCost: { ...money, most: 1e9, like: "250" },
  seats: { read: readCount, most: 1e7, like: "120" },
  seat: { read: (typed) => readPaid(typed, "month"), most: 1e5, like: "30", dollars: true },
  implementation: money,
  training: money,
  change: money,
  running: yearly,
  years: {
    read: readYearsCounted,
    most: 15,
    like: "3",
    least: 1,
    whole: true,
  },
  discount: { ...share, like: "10%" },
  risk: share,
};

/** A number given by name, within what is sensible. Undefined when not given; refuses what does not fit. */
export function readAmount(option: keyof typeof kinds, typed: Typed): number | undefined {
  const text = typed[option];
  if (text === undefined || text.trim() === "") return undefined;
  const { read, most, like, least = 0, whole } = kinds[option];
  const value = read(text);
  const what = optionTitles[option];
  const shown = `“${clip(text, 40)}”`;
  const drop = (sentence: string) => refuse(sentence, typed, option === "people" ? { people: like } : {}, [option]);
  if (value === undefined && isOtherMoney(text)) throw drop(inDollars(text));
  if (value === undefined) throw drop(`${what}: ${shown} is no number I can read; write it like ${option}=${like}.`);
  if (value < 0) throw drop(`${what}: ${shown} is below zero; ${positively(kinds[option], option)}.`);
  if (value < least) throw drop(`${what}: ${shown} is too little; it must be at least ${least}.`);
  if (whole && !Number.isInteger(value))
    throw refuse(
      `${what}: ${shown} is no whole number; write ${option}=${Math.floor(value)} or ${option}=${Math.ceil(value)}.`,
      typed,
      { [option]: String(Math.ceil(value)) },
    );
  if (value > most)
    throw drop(
      `${what}: ${shown} is too much; ${most === 1 ? "a share cannot be above 100%" : `the most that makes sense is ${formatCount(most)}`}.`,
    );
  return value;
}

/** What to write in place of a number below zero. */
function positively({ like, dollars }: Kind, option: RoiOption): string {
  if (like.endsWith("%")) return `a share is from 0 to 100%, such as ${option}=${like}`;
  return dollars ? "write what it costs or saves as a positive number" : `write it like ${option}=${like}`;
}

/** What stands between amounts of a list, the surest first: where it is, a comma may stand in a number. */
const between = [/[;/]/, /,\s/, /\s/, /,/];

/** Dollars by year, time 0 first: `53150,666715,700k`. Undefined when not given. */
export function readYears(option: "costs" | "benefits", typed: Typed): number[] | undefined {
  const text = typed[option]?.trim();
  if (!text) return undefined;
  const pieces = text
    .split(between.find((separator) => separator.test(text)) ?? ",")
    .map((piece) => piece.trim())
    .filter((piece) => piece && piece !== "…" && piece !== "...");
  const example: Typed = { costs: "100k,60k,60k,60k", benefits: "0,90k,150k,180k" };
  const refusal = (sentence: string) =>
    refuse(`${optionTitles[option]}${sentence}`, typed, example, ["costs", "benefits"]);
  const foreign = pieces.find(isOtherMoney);
  if (foreign) throw refusal(`: ${inDollars(foreign)}`);
  const amounts = pieces.map((piece) => ({ piece, value: readSum(piece) }));
  const wrong = amounts.find(({ value }) => value === undefined || value < 0);
  if (wrong)
    throw refusal(
      `: “${clip(wrong.piece, 30)}” is no amount; give positive dollars by year, the start first, with commas and no spaces.`,
    );
  // "100,000,60,000" has thousands, and "1,5m,2m" a decimal, that a comma takes for amounts of their own.
  const torn = pieces.find(
    (piece) =>
      /^0\d/.test(piece) || (/^[1-9]\d{0,2}$/.test(piece) && pieces.some((other) => /\d\s?[a-z]/i.test(other))),
  );
  if (torn)
    throw refusal(
      `: “${clip(torn, 30)}” may be a part of a number with a comma in it; put ; between amounts, or write them like 100k and 1.5m.`,
    );
  if (amounts.length < 2 || amounts.length > 16)
    throw refusal(" needs 2 to 16 amounts: the start of year 1, then each year.");
  return amounts.map(({ value }) => value ?? 0);
}
