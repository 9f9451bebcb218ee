import { isRunning } from "#operate/doctor/machine.ts";
import { readEnvironment } from "./environment.ts";
import { readConfig } from "./read-config.ts";

/** Whether the bot of this machine answers: exit 0, or 1. What a container's HEALTHCHECK runs. */
const settings = readConfig(readEnvironment());
const config = "config" in settings ? settings.config : undefined;
const alive = config?.METRICS_PORT !== undefined && (await isRunning(config.METRICS_HOST, config.METRICS_PORT));
if (!alive) console.error("no bot answers on METRICS_PORT");
process.exitCode = alive ? 0 : 1;
