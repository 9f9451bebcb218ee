import { parseArgs } from "node:util";
import { coverageTable, staleTable } from "#content/coverage.ts";
import { loadLibrary } from "#content/load.ts";
import { formatProblem } from "#content/problem.ts";
import { writeTemplate } from "#content/template.ts";
import { readEnvironment } from "./environment.ts";

const usage = "usage: npm run content -- [--stale] | new <case-study|playbook|role|comparison|checklist|idea> <id>";
const { values, positionals } = parseArgs({
  options: { stale: { type: "boolean" } },
  allowPositionals: true,
  strict: false,
});
const directory = readEnvironment().CONTENT_DIR ?? "content";

if (positionals[0] === "new") {
  const [, kind = "", id = ""] = positionals;
  const result = await writeTemplate(directory, kind, id);
  console.log(result.message);
  process.exitCode = result.ok ? 0 : 2;
} else if (positionals.length > 0) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const { library, problems } = await loadLibrary(directory);
  for (const problem of problems) console.error(formatProblem(problem));
  if (library) console.log(values.stale ? staleTable(library, new Date()) : coverageTable(library, new Date()));
  process.exitCode = library ? 0 : 1;
}
