import { readEnvironment } from "./environment.ts";
import { openContent } from "./open-content.ts";
import { readConfig } from "./read-config.ts";

/** Reads content and works out its index for the first start. `npm ci` runs it; what is wrong is told where it is asked for. */
const settings = readConfig(readEnvironment());
if ("config" in settings) {
  const whole = { ...settings.config, WORKSPACE_CONTENT: undefined };
  const content = await openContent(whole, { follow: false, threads: 0, failed: () => {} });
  if (!("problems" in content)) content.close();
}
