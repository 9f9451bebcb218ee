import { existsSync } from "node:fs";

/** The process's environment with `.env` beneath it: what the shell sets wins. */
export function readEnvironment(): NodeJS.ProcessEnv {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return process.env;
}
