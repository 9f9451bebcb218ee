import type { z } from "zod";
import { type Config, configSchema } from "./config.ts";
import { misfits } from "./misfits.ts";

/** The settings, or a sentence for every one that is wrong. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { config: Config } | { problems: string[] } {
  const result = configSchema.safeParse(environment);
  const problems = result.success
    ? misfits(result.data)
    : result.error.issues.map((issue) => `${issue.path.join(".")} ${sentence(issue)}`);
  return result.success && problems.length === 0 ? { config: result.data } : { problems };
}

/** The folder the casebook is read from, for what needs no other setting. */
export function contentFolder({ CONTENT_DIR }: { readonly CONTENT_DIR?: string | undefined }): string {
  return configSchema.shape.CONTENT_DIR.parse(CONTENT_DIR);
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `is one of ${issue.values.join(", ")}`;
  if (issue.code === "invalid_format" && issue.format === "url")
    return "is an address that begins with https:// or http://";
  return issue.message;
}
