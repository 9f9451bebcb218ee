import type { Context } from "#core/command.ts";
import { fold } from "#core/nearest.ts";
import { entryCommand } from "#present/entry-command.ts";
import { payOf } from "#present/salary/pay.ts";

/** `role` also leads to a role's pay, which stands with the salaries: "role bdm pay", "role cro salary nyc". */
export const roleCommand = entryCommand({
  name: "role",
  kind: "role",
  noun: "role",
  partNoun: "part",
  summary: "What a role owns, how it is measured, its first 90 days",
  examples: ["role vp-partnerships", "role", "role partner-manager first-90-days", "role cro kpis"],
  instead: ({ name = "", part = "" }, context) => {
    const city = placeOfPay(part, context);
    return city === undefined ? undefined : payOf(name, city || undefined, context);
  },
});

/** What stands beside a word for pay; undefined where there is none. */
function placeOfPay(part: string, { library }: Context): string | undefined {
  const pay = new Set(library.entry("salaries")?.aliases.map(fold));
  const words = fold(part).split(" ");
  const at = words.findIndex((word) => pay.has(word));
  return at < 0
    ? undefined
    : words
        .toSpliced(at, 1)
        .join(" ")
        .replace(/^(?:in|at) /, "");
}
