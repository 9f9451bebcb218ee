import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { z } from "zod";
import type { Library } from "./library.ts";
import { emptyParts, type Selection, selectable } from "./view.ts";

/** What each workspace sees, by its id; under `*` for every other place. Who is not named and has no `*` sees all. */
export type WorkspaceContent = ReadonlyMap<string, Selection>;

const part = z
  .string()
  .trim()
  .regex(
    /^(\*|niche:[a-z0-9-]+|[a-z0-9-]+(\/[a-z0-9-]+)*)$/,
    "is no niche, folder or file, expected such as niche:ai-machine-learning, playbooks or case-studies/solana",
  );
const ruleSchema = z.record(
  z
    .string()
    .regex(/^(\*|[A-Za-z0-9_-]+)$/, "is no id of a workspace, expected such as T012AB3CD, or * for every other"),
  z.union([part.transform((one) => [one]), z.array(part).min(1, "selects nothing")]),
);

/** A setting that is the path of a file, not the rules themselves. */
const isFile = (setting: string): boolean => /\.(ya?ml|json)$/i.test(setting) && !setting.includes("=");

/**
 * The rules in a setting: `T012AB3CD=niche:ai-machine-learning,playbooks;*=playbooks`, or the path of a YAML or JSON
 * file of the same (`T012AB3CD: [niche:ai-machine-learning, playbooks]`).
 * @throws Error with a sentence that says what is wrong and what works
 */
export function readWorkspaceContent(setting: string | undefined): WorkspaceContent {
  if (!setting?.trim()) return new Map();
  const given = isFile(setting) ? readRules(setting.trim()) : splitRules(setting);
  const rules = ruleSchema.safeParse(given);
  if (rules.success) return new Map(Object.entries(rules.data));
  const [issue] = rules.error.issues;
  const where = issue?.path.map(String).join(" ") ?? "";
  throw new Error(
    `${where ? `“${where}”: ` : ""}${sentenceOf(issue)}. This works: T012AB3CD=niche:ai-machine-learning,playbooks`,
  );
}

function sentenceOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === "invalid_union") return sentenceOf(issue.errors.flat().at(-1));
  if (issue?.code === "invalid_key") return sentenceOf(issue.issues[0]);
  if (issue?.code === "invalid_type") return `expected ${issue.expected}`;
  return issue?.message ?? "cannot be read";
}

function splitRules(setting: string): Record<string, string[]> {
  const rules = setting.split(/[;\n]/).flatMap((rule) => (rule.trim() ? [rule.trim()] : []));
  return Object.fromEntries(
    rules.map((rule) => {
      const [id = "", parts, ...more] = rule.split("=");
      if (parts === undefined || more.length > 0)
        throw new Error(
          `“${rule.slice(0, 80)}” has no one = in it. This works: T012AB3CD=niche:ai-machine-learning,playbooks`,
        );
      return [id.trim(), parts.split(",").flatMap((one) => (one.trim() ? [one.trim()] : []))];
    }),
  );
}

function readRules(file: string): unknown {
  try {
    return load(readFileSync(file, "utf8"), { maxAliases: 0 });
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
  }
}

/** What is wrong with the rules for a library: parts that select nothing. A sentence each. */
export function emptyRules(rules: WorkspaceContent, library: Library, directory: string): string[] {
  return [...rules].flatMap(([workspace, selection]) =>
    emptyParts(
      library,
      selection.filter((one) => one !== "*"),
      directory,
    ).map(
      (one) =>
        `${workspace}: “${one}” selects nothing, expected one of ${selectable(library, directory).join(", ")}, or a file such as case-studies/solana`,
    ),
  );
}

/** What stands under a workspace's own id, else what stands under `*`; undefined where nothing does. */
export function ruleFor<Rule>(rules: ReadonlyMap<string, Rule>, workspace: string | undefined): Rule | undefined {
  return rules.get(workspace ?? "*") ?? rules.get("*");
}
