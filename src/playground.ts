import { readEnvironment } from "./environment.ts";
import { redact } from "./log.ts";
import { runPlayground } from "./playground/run.ts";
import { readConfig } from "./read-config.ts";

/** `npm run playground`: the playground, whether or not there are tokens. */
const settings = readConfig(readEnvironment());
const leave = (sentences: readonly string[], code: number): void => {
  for (const sentence of sentences) console.error(redact(sentence));
  process.exit(code);
};
if ("problems" in settings) leave(settings.problems, 2);
else await runPlayground(settings.config, leave);
