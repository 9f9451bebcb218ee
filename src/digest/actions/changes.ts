import type { Context } from "#core/command.ts";
import type { ContentHistory } from "#core/content-history.ts";
import { dayOf } from "#core/day.ts";
import { week } from "#core/durations.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, paragraph } from "#core/reply.ts";
import { sourcesOf } from "#present/cite.ts";
import { changeStatement, wantedChanges } from "../change-parts.ts";
import { formatDay } from "../dates.ts";
import { type Offer, readWatchList } from "../watch-list.ts";

const shown = 50;

const offer: Offer = { what: "niche, study, role or theme", line: (filter) => `digest changes ${filter}` };

/**
 * Everything that changed in the content since a day, or within a week, as far back as changes are noted. The day may
 * stand behind the words, too: "ai since 2026-11-01".
 * @throws Refusal for a filter that fits nothing, and for what is no day or is still to come
 */
export async function changes(words: readonly string[], since: string | undefined, context: Context): Promise<Answer> {
  const { library, now } = context;
  const at = words.findIndex((word) => word.toLowerCase() === "since");
  const [filters, behind] = at < 0 ? [words, []] : [words.slice(0, at), words.slice(at + 1)];
  const typed = since?.trim() || behind.join(" ");
  const list = readWatchList(filters, library, offer);
  const asked = typed ? pastDay(typed, now) : now.getTime() - week;
  const { contentHistory } = await context.store();
  const { from, note } = await noted(asked, contentHistory, now);
  const wanted = wantedChanges(await contentHistory.since(from), list, library);
  const some = wanted.slice(0, shown);
  const day = formatDay(from, "UTC", now.getTime());
  return {
    title: `${wanted.length === 0 ? "No" : wanted.length} ${wanted.length === 1 ? "change" : "changes"} since ${day}`,
    parts: [
      ...(note ? [paragraph(note)] : []),
      ...(some.length > 0
        ? [{ kind: "list" as const, items: some.map((change) => changeStatement(change, library, now)) }]
        : note
          ? []
          : [paragraph(`Nothing changed in the casebook since ${day}.`)]),
      ...(wanted.length > some.length
        ? [paragraph(`${wanted.length - some.length} more are not shown: name a niche or study.`)]
        : []),
    ],
    sources: sourcesOf(
      library,
      some.flatMap(({ id }) => library.passage(id) ?? []),
    ),
    data: {
      since: new Date(from).toISOString(),
      changes: wanted.map(({ id, kind, was, at }) => ({ id, kind, was, at: new Date(at).toISOString() })),
    },
  };
}

/** @throws Refusal for what is no day, or is still to come */
function pastDay(typed: string, now: Date): number {
  const parsed = Date.parse(typed);
  // Of other writings it makes a day as well, and of those that two countries read in two ways.
  const day = !Number.isNaN(parsed) && dayOf(new Date(parsed)) === typed ? parsed : undefined;
  if (day !== undefined && day <= now.getTime()) return day;
  const says =
    day === undefined
      ? `“${typed.slice(0, 40)}” is no day. Write it as 2026-11-01.`
      : `${formatDay(day, "UTC", now.getTime())} is still to come. Name a day up to today.`;
  throw new Refusal(says, {
    examples: [`digest changes since:${dayOf(new Date(now.getTime() - week))}`],
    data: { error: "since", typed: typed.slice(0, 100) },
  });
}

/** From when on changes are known, of those asked for, with a sentence where that is later. */
async function noted(asked: number, history: ContentHistory, now: Date): Promise<{ from: number; note?: string }> {
  if ((await history.version()) === "")
    return { from: asked, note: "No changes are noted here yet: that begins when the bot is first started." };
  const begun = await history.begun();
  if (begun === undefined || begun <= asked) return { from: asked };
  const day = formatDay(begun, "UTC", now.getTime());
  return { from: begun, note: `Changes are noted since ${day} only. What changed before is not known.` };
}
