import { clip } from "#core/clip.ts";
import { hostOf } from "#core/host.ts";
import { onceEach } from "#core/once-each.ts";
import type { Page } from "#core/paginate.ts";
import type { Source } from "#core/reply.ts";
import { formatDate } from "#present/dates.ts";
import { escapeInline, oneLine } from "./escape.ts";
import { link } from "./link.ts";

const longestTitle = 160;
const longestPublisher = 80;

/** The page's sources, numbered as in the text, small; the link's label is the host it leads to. */
export function renderSources({ sources }: Page): string {
  return sources.map(({ number, source }) => `-# [${number}] ${describe(source)}`).join("\n");
}

const describe = onceEach(({ title, publisher, asOf, url }: Source): string => {
  const host = url && hostOf(url);
  return [
    escapeInline(clip(oneLine(title), longestTitle)),
    publisher && escapeInline(clip(oneLine(publisher), longestPublisher)),
    asOf && formatDate(asOf),
    host && link(host, url),
  ]
    .filter(Boolean)
    .join(" · ");
});
