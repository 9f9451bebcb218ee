import { isOtherMoney } from "#calc/currency.ts";
import { namesOf, roiOptionNamed, roiOptions } from "#calc/roi-line/options.ts";
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
  const hours = unknown.find((word) => /^\d[\d.]{0,6}\s?(?:h|hrs?|hours?)\b/i.test(word));
  if (hours) {
    const [, count] = /^(\d[\d.]{0,6})\s?[a-z]+$/i.exec(hours) ?? [];
    const sentence = `“${clip(hours, 40)}” of what? Say the hours that one person saves a week, such as hours=${count ?? 2}.`;
    return refuse(sentence, typed, count ? { hours: count } : {});
  }
  const meant = meantOption(unknown);
  if (meant)
    return refuse(
      `I could not place “${clip(meant.word, 40)}” in a business case. Did you mean ${kebab(meant.option)}=${meant.value}?`,
      typed,
      { [meant.option]: meant.value },
    );
  const [first = ""] = unknown;
  if (describeTyped(typed) === undefined && /^\d[\d.,]{0,11}k?$/i.test(first))
    return refuse(`“${first}” of what? Say how many people would use it, such as people=${first}.`, typed, {
      people: first,
    });
  const shown = unknown.slice(0, 3).map((word) => `“${clip(word, 40)}”`);
  return refuse(`I could not place ${shown.join(", ")} in a business case.`, typed);
}

/** Tries the lines that refusals of a business case offer. */
export function roiTrial(library: Library): Trial {
  return {
    surest: "roi people=120 hours=1",
    answer: (line) => {
      const typed = parseRest({ name: "roi", optionNames: roiOptions }, line.replace(/^roi /, ""), {
        platform: "terminal",
        via: "command",
      });
      return resolveRoi({ ...readWords(typed.rest, typed.named), ...typed.named }, library);
    },
  };
}

/** An option that a misspelt word was meant as, with the number beside it: `hors=2`, "120 peple", "adopton 65%". */
function meantOption(unknown: readonly string[]) {
  const choices = roiOptions.map((option) => ({ value: option, names: namesOf(option).map(kebab) }));
  for (const [i, word] of unknown.entries()) {
    const [, key = "", given] = /^([a-z][a-z-]{2,24})(?:\s*[=:]\s*(\S.*))?$/i.exec(word) ?? [];
    const value = given ?? [unknown[i - 1], unknown[i + 1]].find((beside) => /^\$?\d/.test(beside ?? ""));
    if (!key || value === undefined || roiOptionNamed(key)) continue;
    const found = resolveName(key, choices);
    if (found.match) return { word, option: found.match, value: clip(value, 40) };
  }
  return undefined;
}
