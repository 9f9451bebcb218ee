import { setTimeout as sleep } from "node:timers/promises";
import type { Painter } from "#chart/painter.ts";
import { clip } from "#core/clip.ts";
import type { Chart } from "#core/reply.ts";
import type { Attachment } from "./components.ts";
import { reasonOf } from "./errors.ts";
import { oneLine } from "./escape.ts";
import { limits } from "./limits.ts";
import type { Log } from "./send.ts";

/** A file that goes along with a message. */
export type File = { readonly name: string; readonly data: Uint8Array; readonly contentType: string };

/** Pictures that go along: the files, how the message lists them, and each chart's name for its picture. */
export type Pictures = {
  readonly files: readonly File[];
  readonly attachments: readonly Attachment[];
  readonly addressOf: (chart: Chart) => string | undefined;
};

/** Most readers' Discord is dark, and a dark picture is as plain on a light one. The width is a phone's without margins. */
const look = { theme: "dark", width: 320 } as const;

/**
 * Draws charts for a message, which waits so many milliseconds for them; nothing when one cannot be drawn in time, and
 * letters do. Never rejects.
 */
export async function drawPictures(
  charts: readonly Chart[],
  paint: Painter | undefined,
  log: Log,
  patience = 3000,
): Promise<Pictures | undefined> {
  if (charts.length === 0 || !paint) return undefined;
  const over = new AbortController();
  try {
    const drawn = Promise.all(charts.map((chart) => paint(chart, look)));
    const pngs = await Promise.race([drawn, sleep(patience, undefined, { signal: over.signal })]);
    if (!pngs) return void log.warn({ patience }, "charts were not drawn in time; they are sent in letters");
    return toPictures(charts, pngs);
  } catch (error) {
    log.error(reasonOf(error), "charts could not be drawn; they are sent in letters");
    return undefined;
  } finally {
    over.abort();
  }
}

function toPictures(charts: readonly Chart[], pngs: readonly Uint8Array[]): Pictures {
  const nameOf = (place: number) => `chart-${place + 1}.png`;
  return {
    files: pngs.map((data, i) => ({ name: nameOf(i), data, contentType: "image/png" })),
    attachments: charts.map((chart, i) => ({ id: String(i), filename: nameOf(i), description: pictureWords(chart) })),
    addressOf: (chart) => {
      const place = charts.indexOf(chart);
      return place < 0 ? undefined : `attachment://${nameOf(place)}`;
    },
  };
}

/** A chart's numbers in words, for who does not see its picture. */
export function pictureWords(chart: Chart): string {
  return clip(oneLine(chart.alt) || oneLine(chart.title) || "Chart", limits.mediaDescription);
}
