import { redact } from "./log.ts";

/** Ends the program with sentences for the operator, without the secrets that may stand in them. */
export function leave(sentences: readonly string[], code: number): never {
  for (const sentence of sentences) console.error(redact(sentence));
  process.exit(code);
}
