import type { Entry, Section } from "#content/entry.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight } from "../question/units.ts";
import { counts, places } from "../words/ordinals.ts";
import type { Listing } from "./listing.ts";

const number = `\\d{1,2}|${counts.join("|")}`;
const stage = new RegExp(
  `\\b(?:step|stage|phase) (?:number )?(${number})\\b|\\b(${places.join("|")}) (?:step|stage|phase)\\b`,
);

/** What is asked of a checklist, and the part of it that tells that. */
const times: readonly (readonly [asked: RegExp, part: RegExp])[] = [
  [/\b(?:prepar\w+|prep|before|ready for)\b/, /\b(?:before|prepar\w*)\b/i],
  [/\bafter\b/, /\bafter\b/i],
  [/\bduring\b/, /^(?:in|at|on|during) /i],
];

/** Words that ask for it, and say nothing else. */
const framing = new RegExp(
  `^(?:steps?|stages?|phases?|number|happens?|in|how|long|owns?|who|prepar\\w+|prep|before|after|during|ready|${number}|${places.join("|")})$`,
);

/** The part of a playbook or a checklist that is asked for as a whole: "what is step 2?", "how do I prepare for a first partner meeting?" */
export function partAsked({ words, units, companies, others }: Question): Listing | undefined {
  const [entry, another] = others;
  if (!entry || another || companies.length > 0) return undefined;
  const isElse = units.some(
    ({ text, weight, names }) =>
      weight > tellingWeight && names !== entry.id && !text.split(" ").every((word) => framing.test(word)),
  );
  const section = isElse ? undefined : sectionAsked(entry, words.join(" "));
  return section && { title: `${entry.title} · ${section.title}`, entry, passages: section.passages };
}

function sectionAsked({ kind, sections }: Entry, line: string): Section | undefined {
  if (kind === "playbook") {
    const [, count, place] = stage.exec(line) ?? [];
    const at = place === undefined ? numberOf(count ?? "0") : places.indexOf(place) + 1;
    return sections.filter(({ passages }) => passages.some(({ title }) => title === "Weeks"))[at - 1];
  }
  if (kind !== "checklist") return undefined;
  const [, part] = times.find(([asked]) => asked.test(line)) ?? [];
  return part && sections.find(({ title }) => part.test(title));
}

const numberOf = (written: string): number =>
  counts.includes(written) ? counts.indexOf(written) + 1 : Number.parseInt(written, 10);
