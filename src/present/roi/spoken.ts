import { isOtherMoney } from "#calc/currency.ts";
import { namesOf, type RoiOption, roiOptionNamed, roiOptions } from "#calc/roi-line/options.ts";
import { readRoiLine } from "#calc/roi-line/read.ts";
import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { kebab } from "#core/line.ts";
import { resolveName } from "#core/nearest.ts";
import { parseRest } from "#core/parse.ts";
import type { Refusal } from "#core/refusal.ts";
import { inDollars } from "../dollars.ts";
import type { Trial } from "../offer.ts";
import { oneFigure } from "../one-figure.ts";
import { describeTyped, optionTitles, refuse, type Typed } from "./asked.ts";
import { resolveRoi } from "./resolve.ts";

/** Free words as options. Refuses words it cannot place, with the option that a misspelt one was meant as. */
export function readWords(rest: string, named: Readonly<Record<string, string>>): Record<string, string> {
  const { options, unknown, range, conflicts } = readRoiLine(rest);
  const typed: Typed = { ...options, ...named };
  const cut = (["costs", "benefits"] as const).find((option) => /[,;/]$/.test(named[option] ?? ""));
  if (cut)
    throw refuse(`${optionTitles[cut]} stand without spaces between them, or in quotes.`, typed, listed, [
      "costs",
      "benefits",
    ]);
  if (range) throw oneFigure(range, { command: "roi", named }, describeTyped(typed));
  const [conflict] = conflicts.filter(({ option }) => named[option] === undefined);
  if (conflict) {
    const [before, after] = conflict.values;
    throw refuse(
      `The line gives two values for ${kebab(conflict.option)}: ${before} and ${after}. Leave one out.`,
      typed,
    );
  }
  if (unknown.length > 0) throw notUnderstood(unknown, typed);
  return { ...options };
}

const listed: Typed = { costs: "100k,60k,60k,60k", benefits: "0,90k,150k,180k" };

function notUnderstood(unknown: readonly string[], typed: Typed): Refusal {
  const money = unknown.find(isOtherMoney);
  if (money) return refuse(inDollars(money), typed);
  if (unknown.some((word) => /^benefits?$/i.test(word)))
    return refuse("Amounts by year stand behind their name with commas between them.", typed, listed);
  if (unknown.some((word) => /seats?\b|licen[cs]/i.test(word)))
    return refuse(
      `I could not place ${quoted(unknown)}: write what one seat costs a month, such as seat=30, or all of them a year as running=20k.`,
      typed,
    );
  const hours = unknown.find((word) => /^\d[\d.]{0,6}\s?(?:h|hrs?|hours?)\b/i.test(word));
  if (hours) {
    const [, count] = /^(\d[\d.]{0,6})\s?[a-z]+$/i.exec(hours) ?? [];
    const sentence = `“${clip(hours, 40)}” of what? Say the hours that one person saves a week, such as hours=${count ?? 2}.`;
    return refuse(sentence, typed, count ? { hours: count } : {});
  }
  const meant = meantOption(unknown, typed);
  if (meant)
    return refuse(
      `I could not place “${clip(meant.word, 40)}” in a business case. Did you mean ${kebab(meant.option)}=${meant.value}?`,
      typed,
      { [meant.option]: meant.value },
    );
  const [first = ""] = unknown;
  if (describeTyped(typed) === undefined && unknown.every((word) => /^\d[\d.,]{0,11}$/.test(word)))
    return refuse(`“${first}” of what? Say how many people would use it, such as people=${first}.`, typed, {
      people: first,
    });
  return refuse(`I could not place ${quoted(unknown)} in a business case.`, typed);
}

const quoted = (words: readonly string[]): string =>
  words
    .slice(0, 3)
    .map((word) => `“${clip(word, 40)}”`)
    .join(", ");

/** The options of a whole ROI line, said by name or in words. Throws the Refusal of one that holds anything else. */
export function readLine(line: string): Typed {
  const typed = parseRest({ name: "roi", optionNames: roiOptions }, line.replace(/^roi\b ?/, ""), {
    platform: "terminal",
    via: "command",
  });
  return { ...readWords(typed.rest, typed.named), ...typed.named };
}

/** Tries the lines that refusals of a business case offer. */
export function roiTrial(library: Library): Trial {
  return { surest: "roi people=120 hours=1", answer: (line) => resolveRoi(readLine(line), library) };
}

/**
 * An option that a word may be meant as, with the number beside it: `hors=2`, "120 peple", "adopt 65%"; "20 lawyers" are people where
 * none are given.
 */
function meantOption(unknown: readonly string[], typed: Typed) {
  const choices = roiOptions.map((option) => ({ value: option, names: namesOf(option).map(kebab) }));
  for (const [i, word] of unknown.entries()) {
    const [, key = "", given] = /^([a-z][a-z-]{2,24})(?:\s*[=:]\s*(\S.*))?$/i.exec(word) ?? [];
    const [before, after] = [unknown[i - 1], unknown[i + 1]].map((beside = "") => /^\$?\d/.test(beside) && beside);
    const value = given ?? (before || after || undefined);
    if (!key || value === undefined || (given && roiOptionNamed(key))) continue;
    const option = roiOptionNamed(key) ?? resolveName(key, choices).match;
    if (option && (given || (typed[option] === undefined && suits(value, option))))
      return { word, option, value: clip(value, 40) };
    if (before && /^\d{1,6}$/.test(before) && /s$/.test(key) && typed.people === undefined)
      return { word, option: "people" as const, value: before };
  }
  return undefined;
}

const shares: ReadonlySet<RoiOption> = new Set(["adoption", "realised", "margin", "discount", "risk"]);
const suits = (value: string, option: RoiOption): boolean =>
  !value.includes("/") && !listed[option] && (shares.has(option) || !value.includes("%"));
