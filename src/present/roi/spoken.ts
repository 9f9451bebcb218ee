import { roiOptionNamed, roiOptions } from "#calc/roi-line/options.ts";
import { readRoiLine } from "#calc/roi-line/read.ts";
import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { kebab } from "#core/line.ts";
import { resolveName } from "#core/nearest.ts";
import { parseRest } from "#core/parse.ts";
import type { Trial } from "../offer.ts";
import { refuse, type Typed } from "./asked.ts";
import { resolveRoi } from "./resolve.ts";

/** Free words as options. Refuses words it cannot place, with the option that a misspelt one was meant as. */
export function readWords(rest: string, named: Readonly<Record<string, string>>): Record<string, string> {
  const { options, unknown, conflicts } = readRoiLine(rest);
  const typed: Typed = { ...options, ...named };
  const [conflict] = conflicts.filter(({ option }) => named[option] === undefined);
  if (conflict) {
    const [before, after] = conflict.values;
    throw refuse(
      `The line gives two values for ${kebab(conflict.option)}: ${before} and ${after}. Leave one out.`,
      typed,
    );
  }
  const [first] = unknown;
  if (first === undefined) return { ...options };
  const meant = meantOption(first);
  if (meant)
    throw refuse(
      `I could not place “${clip(first, 40)}” in a business case. Did you mean ${kebab(meant.option)}=${meant.value}?`,
      typed,
      { [meant.option]: meant.value },
    );
  const shown = unknown.slice(0, 3).map((word) => `“${clip(word, 40)}”`);
  throw refuse(`I could not place ${shown.join(", ")} in a business case.`, typed);
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

function meantOption(word: string) {
  const [, key = "", value = ""] = /^([a-z][a-z-]{2,24})\s*[=:]\s*(\S.*)$/i.exec(word) ?? [];
  if (!key || roiOptionNamed(key)) return undefined;
  const found = resolveName(
    key,
    roiOptions.map((option) => ({ value: option, names: [kebab(option)] })),
  );
  return found.match && { option: found.match, value: clip(value, 40) };
}
