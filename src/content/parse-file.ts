import type { z } from "zod";
import { describeIssue, formatPath, type Problem } from "./problem.ts";
import { readYaml } from "./yaml.ts";

/** A content file taken apart: its data checked by a schema, the line of each of its values, its Markdown body. */
export type ParsedFile<T> = {
  readonly file: string;
  readonly data: T;
  readonly body: string;
  /** Line of the body's first line in the file, from 1. */
  readonly bodyLine: number;
  lineOf(path: readonly PropertyKey[]): number;
};

const largestFile = 1_000_000;

/**
 * Parses Markdown with YAML front matter, or YAML alone, and checks it. Problems are collected, never thrown.
 */
export function parseFile<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): { parsed: ParsedFile<z.infer<S>> } | { problems: Problem[] } {
  const at = (line: number, field: string, what: string): { problems: Problem[] } => ({
    problems: [{ file, line, field, text: what }],
  });
  if (text.trim() === "") return at(1, "", "the file is empty, expected front matter and text as in content/README.md");
  if (text.length > largestFile)
    return at(1, "", `the file has ${text.length} characters, expected at most ${largestFile}`);
  const parts = file.endsWith(".md") ? splitFrontMatter(text) : { yaml: text, yamlLine: 1, body: "", bodyLine: 1 };
  if (!parts) return at(1, "", "no front matter, expected a first line --- and YAML up to the next ---");

  const read = readYaml(parts.yaml);
  const before = parts.yamlLine - 1;
  if ("text" in read) return at(read.line + before, "", read.text);
  const { value } = read;
  const lineOf = (path: readonly PropertyKey[]): number => read.lineOf(path) + before;
  const result = schema.safeParse(value ?? {});
  if (result.success)
    return { parsed: { file, data: result.data, body: parts.body, bodyLine: parts.bodyLine, lineOf } };
  return {
    problems: result.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path),
      field: formatPath(issue.path),
      text: describeIssue(issue, valueAt(value, issue.path)),
    })),
  };
}

function splitFrontMatter(text: string) {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return undefined;
  const bodyLine = match[0].split("\n").length;
  return { yaml: match[1] ?? "", yamlLine: 2, body: text.slice(match[0].length), bodyLine };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner && typeof inner === "object" ? Reflect.get(inner, key) : undefined),
    value,
  );
}
