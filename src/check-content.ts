import { parseArgs } from "node:util";
import { coverageTable, staleTable } from "#content/coverage.ts";
import { loadLibrary } from "#content/load.ts";
import { formatProblem } from "#content/problem.ts";
import { writeTemplate } from "#content/template.ts";
import { readArguments } from "./arguments.ts";
import { readEnvironment } from "./environment.ts";
import { contentFolder } from "./read-config.ts";

const usage = "usage: npm run content -- [--stale] | new <case-study|playbook|role|comparison|checklist|idea> <id>";

const { made, stale } = readArguments(usage, () => {
  const { values, positionals } = parseArgs({ options: { stale: { type: "boolean" } }, allowPositionals: true });
  const [task, kind = "", id = "", ...more] = positionals;
  const stale = values.stale ?? false;
  if (task === undefined) return { made: undefined, stale };
  if (task !== "new") throw new Error(`"${task}" is nothing to do with the content.`);
  if (stale || more.length > 0) throw new Error("new takes a kind and an id.");
  return { made: { kind, id }, stale };
});
const directory = contentFolder(readEnvironment());

if (made) {
  const result = await writeTemplate(directory, made.kind, made.id);
  console.log(result.message);
  process.exitCode = result.ok ? 0 : 2;
} else {
  const { library, problems } = await loadLibrary(directory);
  for (const problem of problems) console.error(formatProblem(problem));
  if (library) console.log(stale ? staleTable(library, new Date()) : coverageTable(library, new Date()));
  process.exitCode = library ? 0 : 1;
}
