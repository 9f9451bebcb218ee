import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Entry } from "./entry.ts";
import { createLibrary, type Library } from "./library.ts";
import { pathBelow } from "./path-below.ts";
import type { Problem } from "./problem.ts";
import { type AskedRow, withQuestions } from "./questions.ts";
import { type FileResult, type Growing, type Reader, readers } from "./readers.ts";
import { findProblems } from "./verify.ts";

type Loaded =
  | { readonly library: Library; readonly problems: readonly [] }
  | { readonly library: undefined; readonly problems: readonly Problem[] };

/** What files gave when last read, by path: an unchanged file is not parsed again. */
export type LoadMemory = Map<string, { readonly text: string; readonly result: FileResult }>;

/**
 * Reads a content folder whole. Gives a library, or every problem of every file at once.
 * Files are taken in the order of their paths, so the same content gives the same library. `kept`: the library of a
 * version, where it was read before.
 */
export async function loadLibrary(
  directory: string,
  memory: LoadMemory = new Map(),
  kept: (version: string) => Library | undefined = () => undefined,
): Promise<Loaded> {
  const problems: Problem[] = [];
  const entries: Entry[] = [];
  const questions: AskedRow[] = [];
  const unread = new Set<string>();
  const records: Growing = {
    assumptions: new Map(),
    comparisons: new Map(),
    playbooks: new Map(),
    salaries: undefined,
    glossary: undefined,
    tools: undefined,
    vocabulary: undefined,
  };
  const files = await readFiles(directory);
  const version = versionOf(files);
  const before = files.every((file) => "text" in file) ? kept(version) : undefined;
  if (before) return { library: before, problems: [] };
  for (const file of files) {
    if (!("text" in file)) {
      if (file.id) unread.add(file.id);
      problems.push(file.problem);
      continue;
    }
    const { id, path, text, read } = file;
    const known = memory.get(path);
    const result = known?.text === text ? known.result : read(id, path, text);
    memory.set(path, { text, result });
    problems.push(...result.problems);
    if (result.problems.length > 0) unread.add(id);
    result.keep?.(records);
    questions.push(...(result.questions ?? []));
    if (result.entry) entries.push(result.entry);
  }
  if (entries.length === 0 && problems.length === 0)
    problems.push({
      file: directory,
      line: 1,
      field: "",
      text: "no content here, expected files as in content/README.md",
    });
  const asked = withQuestions(entries, questions, unread);
  problems.push(...asked.problems, ...findProblems(entries, records, unread));
  if (problems.length > 0) return { library: undefined, problems };
  return { library: createLibrary(asked.entries, records, version), problems: [] };
}

/** A file of the content with what reads it, or one that is in no place or has no name that the casebook reads. */
type ContentFile =
  | { readonly id: string; readonly path: string; readonly name: string; readonly text: string; readonly read: Reader }
  | { readonly id: string | undefined; readonly problem: Problem };

async function readFiles(directory: string): Promise<ContentFile[]> {
  const files: ContentFile[] = [];
  for (const { path, name } of await listFiles(directory)) {
    const problem = (text: string): Problem => ({ file: path, line: 1, field: "", text });
    const [, read] = readers.find(([pattern]) => pattern.test(name)) ?? [];
    const id = (name.split("/").at(-1) ?? "").replace(/\.(md|yaml)$/, "");
    if (!read) {
      const astray = /\.(md|ya?ml)$/.test(name) && name !== "README.md";
      const text = "in no folder the casebook reads, expected a place named in content/README.md";
      if (astray) files.push({ id: undefined, problem: problem(text) });
    } else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
      files.push({ id, problem: problem(`file name "${id}", expected kebab-case, such as hugging-face`) });
    else files.push({ id, path, name, text: await readFile(path, "utf8"), read });
  }
  return files;
}

function versionOf(files: readonly ContentFile[]): string {
  const hash = createHash("sha256");
  for (const file of files) if ("text" in file) hash.update(file.name).update("\0").update(file.text).update("\0");
  return hash.digest("hex").slice(0, 12);
}

/** The files below a folder, in the order of their names: their paths from there, the same on every system. */
async function listFiles(directory: string): Promise<{ path: string; name: string }[]> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && !entry.name.endsWith("~"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: pathBelow(directory, path) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
