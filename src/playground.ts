import { readEnvironment } from "./environment.ts";
import { leave } from "./leave.ts";
import { runPlayground } from "./playground/run.ts";
import { readConfig } from "./read-config.ts";

/** `npm run playground`: the playground, whether or not there are tokens. */
const settings = readConfig(readEnvironment());
if ("problems" in settings) leave(settings.problems, 2);
else await runPlayground(settings.config);
