import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { Refusal } from "#core/refusal.ts";
import { unknownName } from "../unknown.ts";
import { extraSections, studySection } from "./sections.ts";

/** Lines that were found to work, of other commands. */
type WaysOn = readonly (string | undefined)[];

/** A study that there is none of: the nearest, else all there are, and where else it is spoken of. */
export function noStudy(typed: string, lines: (study: string) => string, library: Library, ways: WaysOn): Refusal {
  const found = library.find(typed, ["case-study"]);
  const offer = (entry: Entry) => ({ label: entry.title, line: lines(entry.id) });
  const elsewhere = ways.filter((line) => line !== undefined);
  const [first] = library.ofKind("case-study");
  const example = elsewhere[0] ?? (first ? lines(first.id) : "casebook help");
  const refusal = unknownName(
    "case study",
    typed,
    (found.match ? [] : found.nearest).map(offer),
    example,
    {},
    library.ofKind("case-study").map(offer),
  );
  const { buttons = [] } = refusal.details;
  return new Refusal(refusal.says, {
    ...refusal.details,
    buttons: [...elsewhere.map((line) => ({ label: clip(line, 75), line })), ...buttons],
  });
}

/** Two studies where one and its section were expected: they can be compared, or the second be opened. */
export function twoStudies(entry: Entry, second: Entry): Refusal {
  const compare = `compare ${entry.id} ${second.id}`;
  return new Refusal(`${second.title} is a study of its own. Compare the two, or open either.`, {
    examples: [compare],
    buttons: [
      { label: "Compare them", line: compare },
      ...[second, entry].map(({ id, title }) => ({ label: clip(title, 75), line: `case ${id}` })),
    ],
    data: { error: "two-studies", nearest: [compare], study: entry.id },
  });
}

/** A section that a study has not: the nearest, else all it has, and where else it is told. */
export function noSection(entry: Entry, typed: string, ways: WaysOn): Refusal {
  const found = studySection(entry, typed);
  const nearest = found.match === undefined ? found.nearest : [];
  const sections = [...entry.sections, ...extraSections];
  const offered = nearest.length > 0 ? sections.filter(({ id }) => nearest.includes(id)) : [];
  const lines = [...ways.filter((line) => line !== undefined), ...offered.map(({ id }) => `case ${entry.id} ${id}`)];
  const titles = (offered.length > 0 ? offered : sections).map(({ title }) => title);
  return new Refusal(
    `There is no section of ${entry.title} called “${clip(typed, 60)}”. ${offered.length > 0 ? "Near it" : "It has"}: ${titles.join(" · ")}.`,
    {
      examples: lines.length > 0 ? lines.slice(0, 2) : [`case ${entry.id} ${sections[0]?.id ?? "sources"}`],
      buttons: lines.map((line) => ({ label: clip(line, 75), line })),
      data: { error: "unknown-name", typed: clip(typed, 200), nearest: lines, study: entry.id },
    },
  );
}
