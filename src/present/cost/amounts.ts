import { largestCluster } from "#calc/cost/hours.ts";
import type { CostOption } from "#calc/cost-line/words.ts";
import { isOtherMoney } from "#calc/currency.ts";
import { readCount, readDays, readMoney, readNumber, readQuantity, readShare, readSum } from "#calc/quantity.ts";
import { clip } from "#core/clip.ts";
import { inDollars } from "../dollars.ts";
import { formatCount } from "../numbers.ts";
import { refuse, type Typed } from "./asked.ts";

type Bounds = {
  readonly read: (typed: string) => number | undefined;
  readonly least: number;
  readonly most: number;
  /** What the option is in words, and how it is typed. */
  readonly what: string;
  readonly like: string;
  readonly tooMuch: string;
};

const amounts = {
  tokens: {
    read: readCount,
    least: 1000,
    most: 1e16,
    what: "The number of tokens",
    like: "1T or 2e12",
    tooMuch: "more text than exists; the largest published runs saw about 40T",
  },
  gpus: {
    read: readCount,
    least: 1,
    most: largestCluster,
    what: "The number of GPUs",
    like: "1024",
    tooMuch: "no cluster has more than a million",
  },
  context: {
    read: readNumber,
    least: 16,
    most: 16_777_216,
    what: "The context length",
    like: "8k or 8192",
    tooMuch: "longer than any model reads",
  },
  epochs: {
    read: readNumber,
    least: 1,
    most: 1000,
    what: "The number of epochs",
    like: "3",
    tooMuch: "more passes than help",
  },
  rate: {
    read: (typed: string) => readMoney(typed.replace(/(?:\s?\/\s?|\s(?:per|an?)\s)(?:gpu[\s/-]?)?h(?:ou)?r?$/i, "")),
    least: 0.001,
    most: 1000,
    what: "The price per GPU-hour",
    like: "2.5",
    tooMuch: "more than any GPU costs an hour",
  },
  budget: {
    read: readSum,
    least: 0.01,
    most: 1e13,
    what: "The budget",
    like: "100k",
    tooMuch: "more than all training together has cost",
  },
  deadline: {
    read: readDays,
    least: 0.001,
    most: 36525,
    what: "The deadline",
    like: "30d or 6 weeks",
    tooMuch: "longer than GPUs last",
  },
  power: {
    read: readPowerPrice,
    least: 0,
    most: 5,
    what: "The price of a kWh",
    like: "0.09",
    tooMuch: "dearer than electricity gets; give dollars, not cents",
  },
  pue: { read: readNumber, least: 1, most: 5, what: "The PUE", like: "1.3", tooMuch: "worse than any hall" },
  capex: {
    read: readSum,
    least: 1,
    most: 1e6,
    what: "The purchase price of a GPU with its server",
    like: "40k",
    tooMuch: "more than a GPU costs",
  },
  life: {
    read: (typed: string) => {
      const days = /[a-z]/i.test(typed) ? readDays(typed) : undefined;
      return days === undefined ? readNumber(typed) : days / 365.25;
    },
    least: 0.25,
    most: 20,
    what: "The life of a server in years",
    like: "4",
    tooMuch: "longer than GPUs last",
  },
  mfu: { read: readShare, least: 0.001, most: 1, what: "The MFU", like: "38%", tooMuch: "above 100% of the peak" },
  goodput: {
    read: readShare,
    least: 0.01,
    most: 1,
    what: "The goodput",
    like: "90%",
    tooMuch: "above 100% of the time",
  },
  extras: {
    read: readShare,
    least: 0,
    most: 5,
    what: "The share for extras",
    like: "10%",
    tooMuch: "above 500% of the rent",
  },
  peak: {
    read: (typed: string) => readQuantity(typed.replace(/\s?t(?:era)?flop\/?s?(?:\/s)?$/i, "")),
    least: 1,
    most: 100_000,
    what: "The peak in TFLOP/s",
    like: "989",
    tooMuch: "more than any GPU has",
  },
} as const satisfies Partial<Record<CostOption, Bounds>>;

/** Dollars a kWh: `0.09`, `$0.12/kWh`, `12c`, `12 cents per kWh`. */
function readPowerPrice(typed: string): number | undefined {
  const bare = typed.trim().replace(/\s?(?:\/|per|an?)\s?kwh$/i, "");
  const cents = /^(.{1,40}?)\s?(?:c|ct|cts|cents?|¢)$/i.exec(bare)?.[1];
  const price = readMoney(cents ?? bare);
  return cents === undefined || price === undefined ? price : price / 100;
}

/** A number given by name, within what is sensible. Undefined when not given; refuses what does not fit. */
export function readAmount(option: keyof typeof amounts, typed: Typed): number | undefined {
  const text = typed[option];
  if (text === undefined || text.trim() === "") return undefined;
  const { read, least, most, what, like, tooMuch } = amounts[option];
  const value = read(text);
  const shown = `“${clip(text, 40)}”`;
  const drop = (sentence: string) => refuse(sentence, typed, option === "tokens" ? { tokens: "1T" } : {}, [option]);
  if (value === undefined && isOtherMoney(text)) throw drop(inDollars(text));
  if (value === undefined) throw drop(`${what} given as ${shown} is no number I can read; write it like ${like}.`);
  if (value <= 0 && least > 0) throw drop(`${what} is ${shown}; it must be more than zero, such as ${like}.`);
  if (value > most) throw drop(`${what} is ${shown}: ${tooMuch}.`);
  if (value < least) throw drop(`${what} is ${shown}; the least that makes sense is ${formatCount(least)}.`);
  return value;
}
