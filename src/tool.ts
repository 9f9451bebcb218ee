import { parseArgs } from "node:util";
import { formatProblem } from "#content/problem.ts";
import { runBatch } from "#platforms/terminal/batch.ts";
import { startPrompt } from "#platforms/terminal/prompt.ts";
import { styleFor } from "#platforms/terminal/style.ts";
import { lazyStore } from "#store/open.ts";
import { misuse, readArguments } from "./arguments.ts";
import { readEnvironment } from "./environment.ts";
import { openCasebook } from "./open.ts";
import { forms, writer } from "./print.ts";
import { readConfig } from "./read-config.ts";

const usage = `usage: npm run -s casebook -- [--as ${forms.join("|")}] ["command line"]
Without a command line: a prompt on a terminal, else one command line per line of standard input.`;

const { as, line } = readArguments(usage, () => {
  const { values, positionals } = parseArgs({
    options: { as: { type: "string", default: "text" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const as = forms.find((form) => form === values.as);
  if (!as) throw new Error(`--as ${values.as} is none of ${forms.join(", ")}.`);
  return { as, line: positionals.join(" ") };
});
const environment = readEnvironment();
const settings = readConfig(environment);
if ("problems" in settings) misuse(settings.problems.join("\n"), usage);
else {
  const store = lazyStore({ url: settings.config.DATABASE_URL, directory: settings.config.DATA_DIR });
  const opened = await openCasebook(
    // A terminal sees everything, so nobody else's views are made.
    { ...settings.config, WORKSPACE_CONTENT: undefined },
    {
      follow: false,
      store: store.get,
      // A question alone writes nothing: a meeting is looked for only where a store is.
      remembered: store.existing,
    },
  );
  if ("problems" in opened) {
    for (const problem of opened.problems) console.error(formatProblem(problem));
    process.exit(1);
  }
  // A line given with the call, or one of many on standard input, stands by itself.
  const origin = { platform: "terminal", via: "command" } as const;
  const write = await writer(as, process.stdout, environment);
  if (line.trim()) {
    const reply = await opened.dispatch.run(opened.dispatch.read(line, origin));
    write(reply);
    process.exitCode = reply.ok ? 0 : 1;
  } else if (process.stdin.isTTY)
    await startPrompt(opened.dispatch, process.stdin, process.stdout, styleFor(process.stdout, environment));
  else {
    const passOver = as === "text";
    process.exitCode = await runBatch(opened.dispatch, origin, process.stdin, write, { passOver });
  }
  opened.close();
  await store.close();
}
