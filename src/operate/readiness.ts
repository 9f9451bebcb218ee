import { inTimeOr } from "#core/within.ts";

/** One thing the bot needs in order to serve. */
export type Part = {
  readonly name: string;
  /** Rejects, or gives a sentence that says what is wrong; gives nothing when it is ready. */
  readonly check: () => string | undefined | Promise<string | undefined>;
};

export type Readiness = {
  readonly ready: boolean;
  /** By name: "ready", or what is wrong. */
  readonly parts: Readonly<Record<string, string>>;
};

/** Asks every part at once, each for at most `patience` milliseconds. Never rejects. */
export async function readinessOf(parts: readonly Part[], patience = 2000): Promise<Readiness> {
  const said = await Promise.all(parts.map(async (part) => [part.name, await ask(part, patience)] as const));
  return { ready: said.every(([, state]) => state === "ready"), parts: Object.fromEntries(said) };
}

async function ask({ check }: Part, patience: number): Promise<string> {
  try {
    const checked = (async () => check())();
    return (await inTimeOr(patience, checked, () => `no answer within ${patience / 1000} s`)) ?? "ready";
  } catch {
    // Messages of errors may hold addresses with passwords.
    return "cannot be reached";
  }
}
