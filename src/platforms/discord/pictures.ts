import type { Painter } from "#chart/painter.ts";
import { clip } from "#core/clip.ts";
import type { Log } from "#core/log.ts";
import type { Chart } from "#core/reply.ts";
import { inTimeOr } from "#core/within.ts";
import { loggedOf } from "./errors.ts";
import { oneLine } from "./escape.ts";
import { addressOf, type File } from "./files.ts";
import { limits } from "./limits.ts";

/** Pictures that go along: the files, and each chart's name for its picture. */
export type Pictures = {
  readonly files: readonly File[];
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
  try {
    const drawn = Promise.all(charts.map(async (chart, i) => fileOf(chart, nameOf(i), await paint(chart, look))));
    const files = await inTimeOr(patience, drawn, () => undefined);
    if (!files) return void log.warn({ patience }, "charts were not drawn in time; they are sent in letters");
    return {
      files,
      addressOf: (chart) => (charts.includes(chart) ? addressOf(nameOf(charts.indexOf(chart))) : undefined),
    };
  } catch (error) {
    log.error(loggedOf(error), "charts could not be drawn; they are sent in letters");
    return undefined;
  }
}

const nameOf = (place: number): string => `chart-${place + 1}.png`;

function fileOf(chart: Chart, name: string, data: Uint8Array): File {
  return { name, data, contentType: "image/png", description: pictureWords(chart) };
}

/** A chart's numbers in words, for who does not see its picture. */
export function pictureWords(chart: Chart): string {
  return clip(oneLine(chart.alt) || oneLine(chart.title) || "Chart", limits.mediaDescription);
}
