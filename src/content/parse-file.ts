import { isAlias, isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { describeIssue, formatPath, type Problem } from "./problem.ts";

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
 * YAML aliases are refused, so that a small file cannot grow into a large value.
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

  const counter = new LineCounter();
  const document = parseDocument(parts.yaml, { lineCounter: counter, prettyErrors: false, logLevel: "error" });
  const lineAt = (offset: number) => counter.linePos(offset).line + parts.yamlLine - 1;
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({
        file,
        line: lineAt(error.pos[0]),
        field: "",
        text: `not valid YAML: ${error.message}`,
      })),
    };
  }
  let alias: number | undefined;
  // An alias needs its star: most files have none, and are not walked through.
  if (parts.yaml.includes("*"))
    visit(document, (_, node) => {
      if (isAlias(node)) alias = node.range?.[0] ?? 0;
    });
  if (alias !== undefined) return at(lineAt(alias), "", "YAML alias, expected plain values (aliases are refused)");

  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const offset = keyOffset(document.contents, path.slice(0, depth));
      if (offset !== undefined) return lineAt(offset);
    }
    return parts.yamlLine;
  };
  const value: unknown = document.toJS({ maxAliasCount: 0 });
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

function keyOffset(node: unknown, path: readonly PropertyKey[]): number | undefined {
  const [key, ...rest] = path;
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (!pair) return undefined;
    if (rest.length > 0) return keyOffset(pair.value, rest);
    return isScalar(pair.key) ? pair.key.range?.[0] : undefined;
  }
  if (node && typeof node === "object" && "items" in node && Array.isArray(node.items) && typeof key === "number") {
    const item: unknown = node.items[key];
    if (rest.length > 0) return keyOffset(item, rest);
    return item && typeof item === "object" && "range" in item && Array.isArray(item.range) ? item.range[0] : undefined;
  }
  return undefined;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner && typeof inner === "object" ? Reflect.get(inner, key) : undefined),
    value,
  );
}
