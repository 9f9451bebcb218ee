import type { Suggestion } from "#core/suggest.ts";
import type { Turn } from "../turn.ts";

export type { Turn };
export type Start = {
  readonly version: string;
  readonly commands: readonly {
    readonly name: string;
    readonly summary: string;
    readonly examples: readonly string[];
  }[];
};

async function ask<Answer>(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** What the page asks its own server for. */
export const server = {
  start: () => ask<Start>("/api/start", {}),
  complete: (line: string) => ask<Suggestion[]>("/api/complete", { line }),
  turn: (side: Turn["side"], act: object, today: string) =>
    ask<Turn>("/api/turn", { side, act, today: today || undefined }),
  replay: (payload: unknown, today: string) =>
    ask<Turn | { unknown: true }>("/api/replay", { payload, today: today || undefined }),
  chart: (chart: unknown) => ask<{ light: string; dark: string }>("/api/chart", chart),
};
