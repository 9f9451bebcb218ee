import { relative } from "node:path";

/** A file's path below a folder, with `/` between its parts on every system: `case-studies/solana.md`. */
export function pathBelow(directory: string, file: string): string {
  return relative(directory, file).replaceAll("\\", "/");
}
