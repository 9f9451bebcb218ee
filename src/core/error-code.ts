/** The code a system or a library gave an error (`EADDRINUSE`, `28P01`), where it gave one. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
