import type { z } from "zod";
import { questionsSchema, unansweredSchema, vocabularySchema } from "./asking.ts";
import { assumptionsEntry, salariesEntry } from "./entries/assumptions.ts";
import { caseStudyEntry } from "./entries/case-study.ts";
import { placesIn } from "./entries/common.ts";
import { comparisonEntry } from "./entries/comparison.ts";
import { playbookEntry } from "./entries/playbook.ts";
import { checklistEntry, glossaryEntry, ideaEntry, statisticsEntry, toolsEntry } from "./entries/resources.ts";
import { roleEntry } from "./entries/role.ts";
import type { Entry } from "./entry.ts";
import type { Records } from "./library.ts";
import { type ParsedFile, parseFile } from "./parse-file.ts";
import type { Problem } from "./problem.ts";
import { type ProseSection, parseProse } from "./prose.ts";
import type { AskedRow } from "./questions.ts";
import { assumptionsSchema, salariesSchema } from "./schema/assumptions.ts";
import { caseStudySchema } from "./schema/case-study.ts";
import { comparisonSchema } from "./schema/comparison.ts";
import { playbookSchema } from "./schema/playbook.ts";
import { checklistSchema, glossarySchema, ideaSchema, statisticsSchema, toolsSchema } from "./schema/resources.ts";
import { roleSchema } from "./schema/role.ts";

/** Records while they are being collected. */
export type Growing = {
  -readonly [K in keyof Records]: Records[K] extends ReadonlyMap<infer Id, infer File> ? Map<Id, File> : Records[K];
};
/** What one file gives: an entry, a record for commands to compute with, or problems. */
export type FileResult = {
  readonly entry?: Entry;
  readonly keep?: (records: Growing) => void;
  readonly questions?: readonly AskedRow[];
  readonly problems: readonly Problem[];
};
export type Reader = (id: string, file: string, text: string) => FileResult;

/** Which reader takes a file, by its path below the content folder; the first that fits. */
export const readers: readonly [RegExp, Reader][] = [
  [/^case-studies\/[^/]+\.md$/, reader(caseStudySchema, caseStudyEntry)],
  [
    /^playbooks\/[^/]+\.md$/,
    reader(playbookSchema, playbookEntry, (records, id, file) => records.playbooks.set(id, file)),
  ],
  [/^roles\/[^/]+\.md$/, reader(roleSchema, roleEntry)],
  [
    /^comparisons\/[^/]+\.md$/,
    reader(comparisonSchema, comparisonEntry, (records, id, file) => records.comparisons.set(id, file)),
  ],
  [/^resources\/checklists\/[^/]+\.md$/, reader(checklistSchema, checklistEntry)],
  [/^resources\/ideas\/[^/]+\.md$/, reader(ideaSchema, ideaEntry)],
  [
    /^resources\/glossary\.yaml$/,
    reader(glossarySchema, glossaryEntry, (records, _, file) => (records.glossary = file)),
  ],
  [/^resources\/statistics\.yaml$/, reader(statisticsSchema, statisticsEntry)],
  [/^resources\/vocabulary\.yaml$/, readVocabulary],
  [/^resources\/questions\/[^/]+\.yaml$/, readQuestions],
  [/^resources\/unanswered(?:\/[^/]+)?\.yaml$/, readUnanswered],
  [/^resources\/tools\.yaml$/, reader(toolsSchema, toolsEntry, (records, _, file) => (records.tools = file))],
  [
    /^assumptions\/salaries\.yaml$/,
    reader(salariesSchema, salariesEntry, (records, _, file) => (records.salaries = file)),
  ],
  [
    /^assumptions\/[^/]+\.yaml$/,
    reader(assumptionsSchema, assumptionsEntry, (records, id, file) => records.assumptions.set(id, file)),
  ],
];

/** What the files of all entries have in common, here. */
type Cited = {
  sources: { id: string; secondHand: boolean }[];
  asked?: Record<string, string[]>;
};

function reader<S extends z.ZodType<Cited>>(
  schema: S,
  toEntry: (id: string, parsed: ParsedFile<z.infer<S>>, body: readonly ProseSection[]) => Entry,
  keep: (records: Growing, id: string, file: z.infer<S>) => void = () => {},
): Reader {
  return (id, file, text) => {
    const result = parseFile(file, text, schema);
    if ("problems" in result) return { problems: result.problems };
    const { sections, problems } = parseProse(file, result.parsed.body, result.parsed.bodyLine);
    if (problems.length > 0) return { problems };
    const { data, lineOf } = result.parsed;
    const places = placesIn(sections);
    const astray = Object.keys(data.asked ?? {}).filter((place) => !places.has(place));
    if (astray.length > 0)
      return {
        problems: astray.map((place) => ({
          file,
          line: lineOf(["asked", place]),
          field: "asked",
          text: `"${place}" is no section or paragraph of the body, expected one of ${[...places].join(", ") || "none: there is no body"}`,
        })),
      };
    return {
      entry: toEntry(id, result.parsed, sections),
      keep: (records) => keep(records, id, data),
      problems: [],
    };
  };
}

/** The vocabulary is no entry: nothing to open, cite or find. */
function readVocabulary(_: string, file: string, text: string): FileResult {
  const result = parseFile(file, text, vocabularySchema);
  if ("problems" in result) return result;
  const { data } = result.parsed;
  return { keep: (records) => (records.vocabulary = data), problems: [] };
}

/** Questions are no entry either: they lead to rows of others. */
function readQuestions(_: string, file: string, text: string): FileResult {
  const result = parseFile(file, text, questionsSchema);
  if ("problems" in result) return result;
  const { data, lineOf } = result.parsed;
  const questions = Object.entries(data).map(([id, asked]) => ({ id, asked, file, line: lineOf([id]) }));
  const asked = Object.values(data).flat();
  return { questions, keep: (records) => (records.answered = [...(records.answered ?? []), ...asked]), problems: [] };
}

function readUnanswered(_: string, file: string, text: string): FileResult {
  const result = parseFile(file, text, unansweredSchema);
  if ("problems" in result) return result;
  const { questions, beyond } = result.parsed.data;
  const keep = (records: Growing) => {
    records.unanswered = [...(records.unanswered ?? []), ...questions];
    records.beyond = [...(records.beyond ?? []), ...beyond];
  };
  return { keep, problems: [] };
}
