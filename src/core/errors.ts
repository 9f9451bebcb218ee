/** The code a system or a library gave an error (`EADDRINUSE`, `28P01`), where it gave one. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

/** The error with its kind and its place, but no message: that may quote what somebody wrote. */
export function withoutWords(error: unknown, instead: string): Error {
  const bare = new Error(instead);
  bare.name = error instanceof Error ? error.name : typeof error;
  bare.stack = [`${bare.name}: ${instead}`, ...framesOf(error)].join("\n");
  return bare;
}

/** The lines of an error's stack that say where it was. */
export function framesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return stack.split("\n").filter((line) => /^ {4}at /.test(line));
}
