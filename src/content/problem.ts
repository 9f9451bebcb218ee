import type { z } from "zod";

/** Something wrong with a content file, in words for its author. */
export type Problem = { readonly file: string; readonly line: number; readonly field: string; readonly text: string };

/** `content/case-studies/acme.md:12: glance[2].asOf: "soon" is no date, expected 2023, 2023-08 or 2023-08-24` */
export function formatProblem({ file, line, field, text }: Problem): string {
  return `${file}:${line}: ${field ? `${field}: ` : ""}${text}`;
}

/** `glance[2].asOf` */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.map((key, i) => (typeof key === "number" ? `[${key}]` : `${i ? "." : ""}${String(key)}`)).join("");
}

/** One sentence of a zod issue: what is wrong, what was expected. `found` is the value at the issue's path. */
export function describeIssue(issue: z.core.$ZodIssue, found: unknown): string {
  const shown = found === undefined ? "missing" : `${show(found)} does not fit`;
  if (issue.code === "unrecognized_keys")
    return `unknown field ${issue.keys.map((key) => `"${key}"`).join(", ")}, expected one of the fields in content/README.md`;
  if (issue.code === "invalid_type") return `${shown}, expected ${issue.expected}`;
  if (issue.code === "invalid_value") return `${shown}, expected ${issue.values.map(String).join(" or ")}`;
  if (issue.code === "invalid_format" && issue.format === "url")
    return `${shown}, expected an address that begins with https://`;
  if (issue.code === "invalid_union")
    return `${shown}, ${issue.errors
      .flat()
      .map((inner) => describeIssue(inner, found).replace(/^.*?(?=expected)/s, ""))
      .join(", or ")}`;
  return issue.message.startsWith("expected")
    ? `${shown}, ${issue.message}`
    : `${shown}, expected otherwise: ${issue.message}`;
}

function show(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}
