import type { Library } from "#content/library.ts";
import { namedNiches } from "#content/niches.ts";
import { clip } from "#core/clip.ts";
import { Refusal } from "#core/refusal.ts";
import { eitherOf } from "../unknown.ts";

/** All studies are to be compared, or those of a niche. */
export type AllMeant = {
  /** Them, as a question calls them: "all companies", "all AI companies". */
  readonly said: string;
  /** What to compare; empty where that is not said. */
  readonly aspect: string;
};

const every = /^(?:all|every|each|everyone|everybody)$/;
const study = /^(?:company|startup|firm|lab|study|case-study)$/;
const studies = /^(?:companies|startups|firms|labs|studies|case-studies|cases)$/;
const joint =
  /^(?:the|an?|of|our|your|these|those|them|their|its|it|other|another|one|to|with|against|and|on|by|for|in|across|between|among|how|case|please)$/;
const niches = new Set(namedNiches.flatMap(({ names }) => names).map((name) => name.toLowerCase()));

/** Whether words that name no entry mean all studies: "all companies on revenue", "the AI labs on headcount". */
export function allMeant(words: readonly string[], library: Library): AllMeant | undefined {
  const typed = words.map((word) => word.replace(/[?!.,;:]+$/, "")).filter((word) => word !== "");
  const said = typed.map((word) => word.toLowerCase());
  const isEach = said.some((word) => every.test(word));
  if (!isEach && !said.some((word) => studies.test(word))) return undefined;
  if (said.some((word) => /^(?:roles?|jobs?|playbooks?)$/.test(word)) || namesEntry(typed, library)) return undefined;
  const niche = typed.find((_, i) => niches.has(said[i] ?? ""));
  const isFraming = (word: string) =>
    every.test(word) || study.test(word) || studies.test(word) || joint.test(word) || niches.has(word);
  return {
    said: niche ? `all ${niche} companies` : "all companies",
    aspect: typed.filter((_, i) => !isFraming(said[i] ?? "")).join(" "),
  };
}

const longestName = 5;

function namesEntry(words: readonly string[], library: Library): boolean {
  const runs = words.flatMap((_, from) =>
    Array.from({ length: longestName }, (_, i) => words.slice(from, from + i + 1).join(" ")),
  );
  return runs.some((run) => {
    const found = library.find(run, ["case-study", "role", "playbook"]);
    return found.match !== undefined && found.how === "exact";
  });
}

/** The question that asks it of each of them. */
export const askedOfAll = ({ said, aspect }: AllMeant): string => `compare ${said} by ${aspect}`;

/** Figures that most studies give. */
const usual = ["valuation", "revenue", "funding"];

/** All studies are no columns of a table: what can be listed of each instead. `works`: whether it has that list. */
export function onWhat({ said, aspect }: AllMeant, works: (all: AllMeant) => boolean): Refusal {
  const figures = usual.filter((figure) => works({ said, aspect: figure }));
  const lines = figures.map((figure) => askedOfAll({ said, aspect: figure }));
  const listed = figures.length > 0 ? ` For ${said} at once I list one figure, such as ${eitherOf(figures)}.` : "";
  return new Refusal(
    aspect
      ? `“${clip(aspect, 60)}” is no figure that the studies give one by one.${listed} Name two to four companies to set side by side what they say on it.`
      : `Two to four companies stand side by side; name them.${listed}`,
    {
      examples: [lines[0] ?? "compare hugging-face openai"],
      buttons: lines.map((line) => ({ label: clip(line.replace(/^compare /, ""), 75), line })),
    },
  );
}
