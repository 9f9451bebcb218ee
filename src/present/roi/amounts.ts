import { readMoney, readNumber, readQuantity, readShare } from "#calc/quantity.ts";
import type { RoiOption } from "#calc/roi-line/options.ts";
import { clip } from "#core/clip.ts";
import { formatCount } from "../numbers.ts";
import { optionTitles, refuse, type Typed } from "./asked.ts";

type Kind = {
  readonly read: (typed: string) => number | undefined;
  readonly most: number;
  readonly like: string;
  readonly least?: number;
  /** Counted in whole ones. */
  readonly whole?: true;
};

const share: Kind = { read: readShare, most: 1, like: "65%" };
const money: Kind = { read: readMoney, most: 1e12, like: "80k" };
const kinds: Readonly<Record<Exclude<RoiOption, "costs" | "benefits">, Kind>> = {
  people: { read: readQuantity, most: 1e7, like: "120", least: 1 },
  hours: {
    read: (typed) => readNumber(typed.replace(/\s?h(?:ours?|rs?)?(?:\s?\/\s?w(?:eek|k)?)?$/i, "")),
    most: 60,
    like: "2",
  },
  hourly: { read: (typed) => readMoney(typed.replace(/\s?\/\s?h(?:our|r)?$/i, "")), most: 5000, like: "75" },
  weeks: { read: readNumber, most: 52.2, like: "46", least: 1 },
  adoption: share,
  ramp: { read: (typed) => readNumber(typed.replace(/\s?mo(?:nths?)?$/i, "")), most: 120, like: "6" },
  realised: share,
  savings: money,
  revenue: money,
  margin: share,
  errors: { read: readQuantity, most: 1e9, like: "40" },
  errorCost: { read: readMoney, most: 1e9, like: "250" },
  seats: { read: readQuantity, most: 1e7, like: "120" },
  seat: { read: readMoney, most: 1e5, like: "30" },
  implementation: money,
  training: money,
  change: money,
  running: money,
  years: {
    read: (typed) => readNumber(typed.replace(/\s?y(?:ears?|rs?)?$/i, "")),
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
function positively({ read, like }: Kind, option: RoiOption): string {
  if (read === readShare) return `a share is from 0 to 100%, such as ${option}=${like}`;
  return read === readMoney ? "write what it costs or saves as a positive number" : `write it like ${option}=${like}`;
}

/** Dollars by year, time 0 first: `53150,666715,700k`. Undefined when not given. */
export function readYears(option: "costs" | "benefits", typed: Typed): number[] | undefined {
  const text = typed[option]?.trim();
  if (!text) return undefined;
  const amounts = text
    .split(/[,;\s]+/)
    .filter((piece) => piece && piece !== "…" && piece !== "...")
    .map((piece) => ({ piece, value: readMoney(piece) }));
  const example: Typed = { costs: "100k,60k,60k,60k", benefits: "0,90k,150k,180k" };
  const wrong = amounts.find(({ value }) => value === undefined || value < 0);
  if (wrong)
    throw refuse(
      `${optionTitles[option]}: “${clip(wrong.piece, 30)}” is no amount; give positive dollars by year, the start first, with commas and no spaces.`,
      typed,
      example,
      ["costs", "benefits"],
    );
  if (amounts.length < 2 || amounts.length > 16)
    throw refuse(
      `${optionTitles[option]} needs 2 to 16 amounts: the start of year 1, then each year.`,
      typed,
      example,
      ["costs", "benefits"],
    );
  return amounts.map(({ value }) => value ?? 0);
}
