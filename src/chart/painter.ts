import { createHash } from "node:crypto";
import { createRecent } from "#core/recent.ts";
import type { Chart } from "#core/reply.ts";
import type { Look } from "./render.ts";
import { openThread, type Thread } from "./thread.ts";

/** A chart as PNG, drawn without holding up anything else. Rejects when it cannot be drawn. */
export type Painter = (chart: Chart, look: Look) => Promise<Uint8Array>;

type PainterOptions = {
  /** Pictures kept, of some 40 KB each. */
  readonly remembered?: number;
  /** Milliseconds without work after which the thread is ended and gives back its memory, some 100 MB. */
  readonly idle?: number;
};

/**
 * Draws on a thread of its own, which starts with the first chart: a picture takes some 50 ms, the first one a third of
 * a second. The same chart is drawn once.
 */
export function createPainter({ remembered = 100, idle = 10 * 60_000 }: PainterOptions = {}): Painter {
  const known = createRecent<Promise<Uint8Array>>(remembered);
  let thread: Thread | undefined;
  let rest: NodeJS.Timeout | undefined;

  const draw = async (chart: Chart, look: Look): Promise<Uint8Array> => {
    clearTimeout(rest);
    thread ??= openThread(() => {
      thread = undefined;
    });
    try {
      return await thread.draw(chart, look);
    } finally {
      clearTimeout(rest);
      rest = setTimeout(() => thread?.end(), idle).unref();
    }
  };

  return (chart, look) => {
    const key = `${chartKey(chart)} ${look.theme} ${look.width}`;
    const found = known.get(key);
    if (found) return found;
    const drawn = draw(chart, look);
    known.set(key, drawn);
    drawn.catch(() => known.delete(key));
    return drawn;
  };
}

/** A name for what a chart shows: equal for charts that look the same. */
export function chartKey({ alt: _, ...shown }: Chart): string {
  return createHash("sha256").update(JSON.stringify(shown)).digest("base64url");
}
