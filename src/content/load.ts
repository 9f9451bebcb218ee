import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Entry } from "./entry.ts";
import { createLibrary, type Library } from "./library.ts";
import { pathBelow } from "./path-below.ts";
import type { Problem } from "./problem.ts";
import { type AskedRow, withQuestions } from "./questions.ts";
import { type FileResult, type Growing, readers } from "./readers.ts";
import { findProblems } from "./verify.ts";

type Loaded =
  | { readonly library: Library; readonly problems: readonly [] }
  | { readonly library: undefined; readonly problems: readonly Problem[] };

/** What files gave when last read, by path: an unchanged file is not parsed again. */
export type LoadMemory = Map<string, { readonly text: string; readonly result: FileResult }>;

/**
 * Reads a content folder whole. Gives a library, or every problem of every file at once.
 * Files are taken in the order of their paths, so the same content gives the same library.
 */
export async function loadLibrary(directory: string, memory: LoadMemory = new Map()): Promise<Loaded> {
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
  const hash = createHash("sha256");
  for (const { path, name } of await listFiles(directory)) {
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
      unread.add(id);
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
    const known = memory.get(path);
    const result = known?.text === text ? known.result : fits[1](id, path, text);
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
  return { library: createLibrary(asked.entries, records, hash.digest("hex").slice(0, 12)), problems: [] };
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
