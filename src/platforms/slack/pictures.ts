import { webApi } from "@slack/bolt";
import { chartKey, type Painter } from "#chart/painter.ts";
import type { Log } from "#core/log.ts";
import { createRecent } from "#core/recent.ts";
import type { Chart } from "#core/reply.ts";
import { inTimeOr } from "#core/within.ts";
import { slackCode } from "./errors.ts";
import { limits, pace } from "./limits.ts";
import { label } from "./text.ts";
import { uploadPicture } from "./upload.ts";

/** A picture that Slack holds. `fresh`: it came so lately that Slack may still refuse it for a moment. */
export type Picture = { readonly fileId: string; readonly fresh: boolean };

/** Pictures of charts, as files that Slack holds. */
export type Pictures = {
  /** The pictures that are there in time; charts without one are drawn in letters. Never rejects. */
  find(charts: readonly Chart[]): Promise<ReadonlyMap<Chart, Picture>>;
  /** Slack refused them: a file may have been deleted. They are uploaded anew when next asked for. */
  forget(charts: readonly Chart[]): void;
};

type Parts = {
  readonly client: webApi.WebClient;
  readonly paint: Painter;
  readonly log: Log;
  /** Milliseconds an answer waits for its pictures. */
  readonly patience: number;
};

/** Legible in Slack's light and dark looks; the width is a phone's. */
const look = { theme: "light", width: 360 } as const;
const remembered = 1000;

/** Slack takes no files from this app, whatever is uploaded: an operator or an administrator has to change something. */
const closed =
  /^(missing_scope|not_allowed_token_type|access_denied|no_permission|team_access_not_granted)$|file_uploads/;

const noFiles =
  "Slack takes no files from this app, so charts are sent in letters: give it the scope files:write and install it anew";

/**
 * Uploads each chart once. An answer waits for its pictures only so long; an upload that takes longer goes on, and its
 * picture is there the next time. For a while after such a wait, and where Slack takes no files, nobody waits.
 */
export function createPictures({ client, paint, log, patience }: Parts, now: () => number = Date.now): Pictures {
  const uploads = createRecent<Promise<{ fileId: string; at: number }>>(remembered);
  const told = new Set<string>();
  let restsUntil = 0;
  let slowUntil = 0;

  const failed = (error: unknown): void => {
    const code = slackCode(error);
    const off = closed.test(code);
    const asked = error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1000 : pace.picturesRest;
    restsUntil = now() + (off ? pace.picturesClosed : asked);
    if (!off) log.warn({ code }, "a chart's picture was not uploaded; charts are sent in letters for a while");
    else if (!told.has(code)) log.warn({ code }, noFiles);
    if (off) told.add(code);
  };

  const upload = async (chart: Chart): Promise<{ fileId: string; at: number }> => {
    const png = await paint(chart, look).catch((error: unknown) => {
      log.error({ err: error }, "a chart could not be drawn; it is sent in letters");
      throw error;
    });
    const words = {
      title: label(chart.title, limits.fileTitle),
      alt: label(chart.alt || chart.title, limits.imageAlt),
    };
    try {
      return { fileId: await uploadPicture(client, { png, ...words }), at: now() };
    } catch (error) {
      failed(error);
      throw error;
    }
  };

  const pictureOf = (chart: Chart): Promise<{ fileId: string; at: number }> | undefined => {
    const key = chartKey(chart);
    const known = uploads.get(key);
    if (known || now() < restsUntil) return known;
    const uploading = upload(chart);
    uploads.set(key, uploading);
    uploading.catch(() => uploads.delete(key));
    return uploading;
  };

  return {
    async find(charts) {
      const found = new Map<Chart, Picture>();
      const wait = now() < slowUntil ? 0 : patience;
      await Promise.all(
        charts.map(async (chart) => {
          const uploaded = pictureOf(chart)?.catch(() => undefined);
          const picture = uploaded && (await inTimeOr(wait, uploaded, () => "late" as const));
          if (picture === "late") slowUntil = Math.max(slowUntil, now() + (wait > 0 ? pace.picturesRest : 0));
          else if (picture) found.set(chart, { fileId: picture.fileId, fresh: now() - picture.at < pace.pictureFresh });
        }),
      );
      return found;
    },
    forget(charts) {
      for (const chart of charts) uploads.delete(chartKey(chart));
    },
  };
}
