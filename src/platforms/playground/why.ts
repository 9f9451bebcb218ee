import { statementsOf } from "#core/parts.ts";
import type { Chart, Reply } from "#core/reply.ts";

/** Where a passage stands on disk. */
export type FileLocation = { readonly file: string; readonly line: number; readonly asOf?: string | undefined };

/** Why a reply is what it is: the line that gives it again, the passages it was made from, and the command's own reasons. */
export type Why = {
  readonly line: string;
  readonly command: string;
  readonly ok: boolean;
  readonly passages: readonly (FileLocation & { readonly id: string })[];
  /** What the command says of its choice: `data.why` of an answer, and how sure it is. */
  readonly reasons: Readonly<Record<string, unknown>>;
  readonly charts: readonly Chart[];
};

const reasonKeys = ["why", "confidence", "understood", "error", "nearest"];

/** Reads from a reply why it is what it is; `find` tells where a passage stands. */
export function explain(reply: Reply, find: (passage: string) => FileLocation | undefined): Why {
  const { data } = reply;
  const told = typeof data === "object" && data !== null ? Object.entries(data) : [];
  return {
    line: reply.line,
    command: reply.command,
    ok: reply.ok,
    passages: passagesOf(reply).flatMap((id) => {
      const found = find(id);
      return found ? [{ id, file: found.file, line: found.line, asOf: found.asOf }] : [];
    }),
    reasons: Object.fromEntries(told.filter(([key]) => reasonKeys.includes(key))),
    charts: reply.parts.filter((part) => part.kind === "chart"),
  };
}

function passagesOf({ parts }: Reply): string[] {
  const ids = parts.flatMap(statementsOf).flatMap(({ id }) => (id ? [id] : []));
  return [...new Set(ids)].slice(0, 50);
}
