import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { z } from "zod";
import { assumptionsEntry, salariesEntry } from "./entries/assumptions.ts";
import { caseStudyEntry } from "./entries/case-study.ts";
import { comparisonEntry } from "./entries/comparison.ts";
import { playbookEntry } from "./entries/playbook.ts";
import { checklistEntry, glossaryEntry, ideaEntry, statisticsEntry, toolsEntry } from "./entries/resources.ts";
import { roleEntry } from "./entries/role.ts";
import type { Entry } from "./entry.ts";
import { createLibrary, type Library, type Records } from "./library.ts";
import { type ParsedFile, parseFile } from "./parse-file.ts";
import type { Problem } from "./problem.ts";
import { type ProseSection, parseProse } from "./prose.ts";
import {
  assumptionsSchema,
  caseStudySchema,
  checklistSchema,
  comparisonSchema,
  glossarySchema,
  ideaSchema,
  playbookSchema,
  roleSchema,
  salariesSchema,
  statisticsSchema,
  toolsSchema,
  vocabularySchema,
} from "./schema.ts";
import { findProblems } from "./verify.ts";

export type Loaded =
  | { readonly library: Library; readonly problems: readonly [] }
  | { readonly library: undefined; readonly problems: readonly Problem[] };

type Growing = {
  -readonly [K in keyof Records]: Records[K] extends ReadonlyMap<infer Id, infer File> ? Map<Id, File> : Records[K];
};
type Reader = (
  id: string,
  file: string,
  text: string,
  records: Growing,
) => { entry?: Entry; problems: readonly Problem[] };

/** Which reader takes a file, by its path below the content folder; the first that fits. */
const readers: readonly [RegExp, Reader][] = [
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

function reader<S extends z.ZodType<{ sources: { id: string; secondHand: boolean }[] }>>(
  schema: S,
  toEntry: (id: string, parsed: ParsedFile<z.infer<S>>, body: readonly ProseSection[]) => Entry,
  keep: (records: Growing, id: string, file: z.infer<S>) => void = () => {},
): Reader {
  return (id, file, text, records) => {
    const result = parseFile(file, text, schema);
    if ("problems" in result) return { problems: result.problems };
    const { sections, problems } = parseProse(file, result.parsed.body, result.parsed.bodyLine);
    if (problems.length > 0) return { problems };
    keep(records, id, result.parsed.data);
    return { entry: toEntry(id, result.parsed, sections), problems: [] };
  };
}

/** The vocabulary is no entry: nothing to open, cite or find. */
function readVocabulary(_: string, file: string, text: string, records: Growing): { problems: readonly Problem[] } {
  const result = parseFile(file, text, vocabularySchema);
  if ("problems" in result) return result;
  records.vocabulary = result.parsed.data;
  return { problems: [] };
}

/**
 * Reads a content folder whole. Gives a library, or every problem of every file at once.
 * Files are taken in the order of their paths, so the same content gives the same library.
 */
export async function loadLibrary(directory: string): Promise<Loaded> {
  const problems: Problem[] = [];
  const entries: Entry[] = [];
  const records: Growing = {
    assumptions: new Map(),
    comparisons: new Map(),
    playbooks: new Map(),
    salaries: undefined,
    glossary: undefined,
    tools: undefined,
    vocabulary: undefined,
  };
  const hash = createHash("sha256");
  for (const path of await listFiles(directory)) {
    const name = relative(directory, path);
    const fits = readers.find(([pattern]) => pattern.test(name));
    if (!fits) {
      if (/\.(md|ya?ml)$/.test(name) && name !== "README.md")
        problems.push({
          file: path,
          line: 1,
          field: "",
          text: "in no folder the casebook reads, expected a place named in content/README.md",
        });
      continue;
    }
    const id = (name.split("/").at(-1) ?? "").replace(/\.(md|yaml)$/, "");
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      problems.push({
        file: path,
        line: 1,
        field: "",
        text: `file name "${id}", expected kebab-case, such as hugging-face`,
      });
      continue;
    }
    const text = await readFile(path, "utf8");
    hash.update(name).update("\0").update(text).update("\0");
    const result = fits[1](id, path, text, records);
    problems.push(...result.problems);
    if (result.entry) entries.push(result.entry);
  }
  if (entries.length === 0 && problems.length === 0)
    problems.push({
      file: directory,
      line: 1,
      field: "",
      text: "no content here, expected files as in content/README.md",
    });
  problems.push(...findProblems(entries, records, problems.length === 0));
  if (problems.length > 0) return { library: undefined, problems };
  return { library: createLibrary(entries, records, hash.digest("hex").slice(0, 12)), problems: [] };
}

async function listFiles(directory: string): Promise<string[]> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && !entry.name.endsWith("~"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
