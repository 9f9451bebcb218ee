import { fold, resolveName } from "#core/nearest.ts";
import { contradictions } from "./contradictions.ts";
import type { Entry } from "./entry.ts";
import type { Records } from "./library.ts";
import type { Problem } from "./problem.ts";

/**
 * What is wrong between entries: doubled ids and names, dead links, sources cited but not listed. `unread` are the ids of
 * files that did not parse: what they would hold is not judged, and links to them are not dead.
 */
export function findProblems(entries: readonly Entry[], records: Records, unread: ReadonlySet<string>): Problem[] {
  return [
    ...doubledNames(entries),
    ...entries.flatMap(doubledIds),
    ...entries.flatMap(unlistedSources),
    ...entries.flatMap(contradictions),
    ...entries.flatMap((entry) => deadLinks(entry, entries, unread)),
    ...[...records.comparisons].flatMap(([id, file]) => unevenRows(fileOf(entries, id), file)),
    ...deadTerms(fileOf(entries, "glossary"), records),
    ...deadRoles(entries, records, unread),
    ...usualGpus(fileOf(entries, "gpus"), records),
    ...takenTerms(entries),
  ];
}

const fileOf = (entries: readonly Entry[], id: string) => entries.find((entry) => entry.id === id)?.file ?? id;

function problem(file: string, field: string, text: string, line = 1): Problem {
  return { file, line, field, text };
}

function doubledNames(entries: readonly Entry[]): Problem[] {
  const owners = new Map<string, Entry>();
  const problems: Problem[] = [];
  for (const entry of entries) {
    for (const name of new Set([entry.id, entry.title, ...entry.aliases].map(fold))) {
      const owner = owners.get(name);
      if (owner)
        problems.push(
          problem(
            entry.file,
            owner.id === entry.id ? "id" : "aliases",
            `"${name}" already names ${owner.file}, expected a name of its own`,
          ),
        );
      else owners.set(name, entry);
    }
  }
  return problems;
}

function doubledIds(entry: Entry): Problem[] {
  const passages = entry.sections.flatMap((section) => section.passages);
  return [
    ...doubled(entry.sections.map((section) => section.id)).map((id) =>
      problem(entry.file, id, "two sections have this id, expected different headings"),
    ),
    ...doubled(passages.map((passage) => passage.id)).map((id) =>
      problem(
        entry.file,
        "id",
        `two rows are "${id}", expected different ids`,
        passages.findLast((passage) => passage.id === id)?.line,
      ),
    ),
    ...doubled(entry.sources.map((source) => source.id)).map((id) =>
      problem(entry.file, "sources", `two sources have the id "${id}", expected different ids`),
    ),
  ];
}

function doubled(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
}

function unlistedSources(entry: Entry): Problem[] {
  const listed = new Set(entry.sources.map((source) => source.id));
  return entry.sections.flatMap((section) =>
    section.passages.flatMap((passage) =>
      [...passage.sources, ...passage.also.flatMap((rival) => rival.sources)]
        .filter((id) => !listed.has(id))
        .map((id) =>
          problem(
            entry.file,
            `${section.id}.sources`,
            `"${id}" is not listed, expected an id from this file's sources`,
            passage.line,
          ),
        ),
    ),
  );
}

function deadLinks(entry: Entry, entries: readonly Entry[], unread: ReadonlySet<string>): Problem[] {
  const others = entries.filter((other) => other.id !== entry.id);
  return entry.related
    .filter((id) => !unread.has(id) && !others.some((other) => other.id === id))
    .map((id) => {
      const alike = others.filter(({ kind }) => kind === entry.kind);
      const near = resolveName(
        id,
        alike.map((other) => ({ value: other.id, names: [other.id, other.title] })),
      );
      const example = near.match ?? near.nearest[0] ?? alike[0]?.id ?? "hugging-face";
      return problem(
        entry.file,
        "related",
        `"${id}" is no other entry, expected an id such as ${example}`,
        entry.relatedLine,
      );
    });
}

function unevenRows(
  file: string,
  comparison: Records["comparisons"] extends ReadonlyMap<string, infer T> ? T : never,
): Problem[] {
  const subjects = comparison.subjects.map((subject) => subject.id);
  return comparison.rows.flatMap((row) => {
    const cells = row.cells.map((cell) => cell.subject);
    const missing = subjects.filter((id) => !cells.includes(id));
    const unknown = cells.filter((id) => !subjects.includes(id));
    return [
      ...missing.map((id) =>
        problem(file, `rows "${row.aspect}"`, `no cell for "${id}", expected one for each subject`),
      ),
      ...unknown.map((id) =>
        problem(file, `rows "${row.aspect}"`, `"${id}" is no subject, expected ${subjects.join(" or ")}`),
      ),
    ];
  });
}

function deadTerms(file: string, records: Records): Problem[] {
  const terms = records.glossary?.terms ?? [];
  const ids = new Set(terms.map((term) => term.id));
  return terms.flatMap((term) =>
    term.seeAlso
      .filter((id) => !ids.has(id))
      .map((id) => problem(file, `terms "${term.id}".seeAlso`, `"${id}" is no term, expected a term's id`)),
  );
}

function deadRoles(entries: readonly Entry[], records: Records, unread: ReadonlySet<string>): Problem[] {
  const file = fileOf(entries, "salaries");
  const roles = entries.filter((entry) => entry.kind === "role").map((entry) => entry.id);
  const named = [...(records.salaries?.rows ?? []), ...(records.salaries?.gaps ?? [])].map((row) => row.role);
  return [...new Set(named)]
    .filter((role) => roles.length > 0 && !roles.includes(role) && !unread.has(role))
    .map((role) => problem(file, "role", `"${role}" is no role, expected one of ${roles.join(", ")}`));
}

/** A cost line that names no accelerator means the one marked as the default. */
function usualGpus(file: string, records: Records): Problem[] {
  const rows = records.assumptions.get("gpus")?.rows;
  const marked = rows?.filter(({ attributes }) => attributes.default === true).map(({ id }) => id);
  return !marked || marked.length === 1
    ? []
    : [problem(file, "default", `${marked.join(", ") || "no row"} marked as default, expected one row`)];
}

/** A term's own name asks for its definition, and would lead elsewhere if another row claimed it. */
function takenTerms(entries: readonly Entry[]): Problem[] {
  const passagesOf = (entry: Entry) => entry.sections.flatMap((section) => section.passages);
  const glossary = entries.filter((entry) => entry.kind === "glossary");
  const names = new Set(glossary.flatMap(passagesOf).flatMap((term) => [term.title, ...term.aliases].map(fold)));
  return entries
    .filter((entry) => !glossary.includes(entry))
    .flatMap((entry) => {
      // The paragraphs of a section share its phrasings: each is named once.
      const taken = new Map(
        passagesOf(entry).flatMap(({ asked, line }) =>
          asked.filter((phrase) => names.has(fold(phrase))).map((phrase) => [phrase, line] as const),
        ),
      );
      return [...taken].map(([phrase, line]) =>
        problem(entry.file, "asked", `"${phrase}" is a term of the glossary, expected other words`, line),
      );
    });
}
