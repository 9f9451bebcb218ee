import type { Entry, Passage } from "./entry.ts";
import type { Problem } from "./problem.ts";

const money = String.raw`[$€£]\s?\d[\d.,]*\s?(?:[KMBT]\b|thousand|million|billion|trillion)?`;

/** Figures that a study tells in several places: the row that holds each, and how sentences tell it. */
const figures = [
  {
    name: "founding year",
    label: /^founded$/i,
    value: /\b(?:19|20)\d{2}\b/g,
    told: /\bfounded in (?:\w+ )?((?:19|20)\d{2})\b/gi,
    ageless: true,
  },
  {
    name: "valuation",
    label: /^valuation$/i,
    value: new RegExp(money, "gi"),
    told: new RegExp(String.raw`\bvalu(?:ed|ation)\b(?: at| of| was| is|:)? (?:about |around )?(${money})`, "gi"),
    ageless: false,
  },
  {
    name: "headcount",
    label: /^employees$/i,
    value: /\b\d[\d,]{1,9}\b/g,
    told: /\b(\d[\d,]{1,9}) (?:employees|staff|people work)\b/gi,
    ageless: false,
  },
] as const;

/**
 * Figures that one study tells twice for the same day and differently: two mentions with the same date (or any date,
 * for the founding year) whose values have nothing in common, rival figures under `also` counted in.
 */
export function contradictions(entry: Entry): Problem[] {
  if (entry.kind !== "case-study") return [];
  const passages = entry.sections.flatMap((section) => section.passages);
  return figures.flatMap((figure) => {
    const fact = passages.find((passage) => passage.section === "glance" && figure.label.test(passage.title));
    if (!fact) return [];
    const known = spelt([fact.text, ...fact.also.map((rival) => rival.text)].join(" ").match(figure.value) ?? []);
    return passages
      .filter((passage) => passage !== fact && (figure.ageless || passage.asOf === fact.asOf))
      .filter((passage) => !figure.ageless || speaksOfItself(entry, passage))
      .flatMap((passage): Problem[] => {
        const told = spelt([...passage.text.matchAll(figure.told)].map((match) => match[1] ?? ""));
        const rivals = spelt(passage.also.flatMap((rival) => rival.text.match(figure.value) ?? []));
        if (told.size === 0 || [...told, ...rivals].some((value) => known.has(value))) return [];
        const text = `${figure.name} ${[...told].join(", ")} contradicts ${fact.id} (${[...known].join(", ")}), expected the same figure or a rival under also`;
        return [{ file: passage.file, line: passage.line, field: passage.section, text }];
      });
  });
}

/** False for a passage that names who else was founded: a subsidiary, a partner. */
function speaksOfItself(entry: Entry, passage: Passage): boolean {
  const name = entry.title.split(/[ (]/)[0] ?? entry.title;
  return (
    passage.section === "summary" ||
    (passage.section === "faq" && passage.title.includes(name) && /found/i.test(passage.title))
  );
}

/** Values in one spelling: "$4.5 billion" and "$4.5B" are the same. */
function spelt(values: readonly string[]): Set<string> {
  const short = { thousand: "k", million: "m", billion: "b", trillion: "t" };
  return new Set(
    values.map((value) =>
      Object.entries(short).reduce(
        (text, [word, letter]) => text.replace(word, letter),
        value.toLowerCase().replace(/[\s,]|\.$/g, ""),
      ),
    ),
  );
}
