import { AsyncLocalStorage } from "node:async_hooks";
import type { Dispatch } from "#core/adapter.ts";
import { inTurn } from "#core/in-turn.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import type { Chart } from "#core/reply.ts";
import { suggest } from "#core/suggest.ts";
import { completeSchema, drawnSchema, replaySchema, turnSchema } from "./act.ts";
import { serve } from "./server.ts";
import type { OpenSide, Side } from "./side.ts";
import { traceDispatch } from "./trace.ts";
import { type Turn, takeTurn } from "./turn.ts";
import type { FileLocation } from "./why.ts";

export type PlaygroundParts = {
  readonly dispatch: Dispatch;
  readonly kept: KeptLines;
  /** What opens each platform; they are opened when first used, because their libraries take a while to load. */
  readonly sides: Readonly<Record<Side["name"], OpenSide>>;
  readonly findPassage: (id: string) => FileLocation | undefined;
  readonly drawChart: (chart: Chart, theme: "light" | "dark") => Promise<string>;
  /** Calls `tell` after every change of the content, with what is wrong with it, until the returned function is called. */
  readonly follow: (tell: (problems: readonly string[]) => void) => () => void;
  readonly version: string;
  readonly host: string;
  readonly port: number;
  readonly log: Log;
};

const chosenDay = new AsyncLocalStorage<Date>();

/** The time it is for what runs now: nine in the morning of the day chosen in the browser, or the clock's. */
export function playgroundClock(): Date {
  return chosenDay.getStore() ?? new Date();
}

/** Serves the playground: both platforms in a browser, without a token. Rejects with a sentence for the operator. */
export async function startPlayground(parts: PlaygroundParts): Promise<{ address: string; close(): Promise<void> }> {
  const { dispatch, kept, sides, findPassage, version } = parts;
  const opened = new Map<string, Promise<{ side: Side; turn: (payload: unknown) => Promise<Turn> }>>();
  const open = (name: Side["name"]) => {
    const found = opened.get(name);
    if (found) return found;
    const traced = traceDispatch(dispatch);
    const opening = sides[name]({ dispatch: traced.dispatch, kept }).then((side) => ({
      side,
      turn: inTurn((payload) => takeTurn(side, payload, { take: traced.take, find: findPassage })),
    }));
    opened.set(name, opening);
    // One that could not be opened is tried again by whoever asks next.
    opening.catch(() => opened.delete(name));
    return opening;
  };
  const on = <T>(today: Date | undefined, act: () => Promise<T>) => (today ? chosenDay.run(today, act) : act());

  const server = await serve({
    host: parts.host,
    port: parts.port,
    log: parts.log,
    follow: (tell) => parts.follow((problems) => tell({ kind: "content", problems })),
    handlers: {
      "/api/start": () => ({
        version,
        commands: dispatch.commands.map(({ name, summary, examples }) => ({ name, summary, examples })),
      }),
      "/api/complete": (body) =>
        suggest(dispatch, completeSchema.parse(body).line, { platform: "playground", via: "command" }),
      "/api/turn": async (body) => {
        const { side: name, act, today } = turnSchema.parse(body);
        const { side, turn } = await open(name);
        return on(today, () => turn(side.payloadFor(act)));
      },
      "/api/replay": async (body) => {
        const { payload, today } = replaySchema.parse(body);
        const both = await Promise.all([open("slack"), open("discord")]);
        const found = both.find(({ side }) => side.kindOf(payload) !== undefined);
        return found ? on(today, () => found.turn(payload)) : { unknown: true };
      },
      "/api/chart": async (body) => {
        const chart = drawnSchema.parse(body);
        return { light: await parts.drawChart(chart, "light"), dark: await parts.drawChart(chart, "dark") };
      },
    },
  });
  // The page is up first; by the time somebody has typed a line, the platforms' libraries are loaded.
  void Promise.allSettled([open("slack"), open("discord")]);
  return server;
}
