import type { Call, Meter, Shown } from "#core/rehearsal.ts";
import type { Reply } from "#core/reply.ts";
import type { Side } from "./side.ts";
import type { Traced } from "./trace.ts";
import { explain, type FileLocation, type Why } from "./why.ts";

/** One step on the way from what was delivered to what is shown, with the value it gave. */
export type Stage = { readonly name: string; readonly says: string; readonly ms?: number; readonly value: unknown };

/** What came of one payload, as the browser is told. */
export type Turn = {
  readonly side: Side["name"];
  readonly kind: string;
  readonly ms: number;
  readonly stages: readonly Stage[];
  readonly shown: readonly (Shown & { readonly meters: readonly Meter[] })[];
  readonly why: Why | undefined;
};

type Parts = { readonly take: () => Traced; readonly find: (passage: string) => FileLocation | undefined };

/** Delivers a payload to a side and tells, stage by stage, what became of it. */
export async function takeTurn(side: Side, payload: unknown, { take, find }: Parts): Promise<Turn> {
  take();
  const from = performance.now();
  const calls = await side.deliver(payload);
  const ms = performance.now() - from;
  const traced = take();
  const kind = side.kindOf(payload) ?? "nothing";
  const reply = traced.runs.at(-1)?.reply;
  return {
    side: side.name,
    kind,
    ms,
    stages: stagesOf(payload, kind, traced, calls, ms),
    shown: side
      .shownOf(calls)
      .map(apart)
      .map((shown) => ({ ...shown, meters: side.metersOf(shown.payload) })),
    why: reply && explain(reply, find),
  };
}

/** What is shown with its pictures and files beside its payload: the platform is sent no addresses. */
function apart(shown: Shown): Shown {
  if (shown.kind !== "message" || shown.payload.attached === undefined) return shown;
  const { attached, ...payload } = shown.payload;
  return { ...shown, payload, attached };
}

function stagesOf(
  payload: unknown,
  kind: string,
  { reads, runs }: Traced,
  calls: readonly Call[],
  ms: number,
): Stage[] {
  const [read] = reads;
  const run = runs.at(-1);
  const known = (read?.ms ?? 0) + runs.reduce((sum, one) => sum + one.ms, 0);
  return [
    { name: "delivered", says: `a ${kind}`, value: payload },
    ...(read
      ? [{ name: "decode", says: read.line || "an empty line", value: { line: read.line, origin: read.origin } }]
      : []),
    ...(run ? [{ name: "parse", says: saysOf(run.invocation), ms: read?.ms ?? 0, value: run.invocation }] : []),
    ...(run ? [{ name: "run", says: titleOf(run.reply), ms: run.ms, value: run.reply }] : []),
    {
      name: "render and send",
      says:
        calls.map(({ method }) => method).join(", ") ||
        "nothing: this is not for the bot, or of a form it does not know",
      ms: Math.max(0, ms - known),
      value: calls.map(({ method, body: { attached: _, ...body } }) => ({ method, body })),
    },
  ];
}

function saysOf({ command, words, named, share }: Traced["runs"][number]["invocation"]): string {
  const options = Object.entries(named).map(([name, value]) => `${name}: ${value}`);
  return [command, words.join(" "), ...options, share ? "shared" : ""].filter(Boolean).join(" · ").slice(0, 200);
}

function titleOf({ ok, title }: Reply): string {
  return `${ok ? "" : "refused: "}${title}`;
}
