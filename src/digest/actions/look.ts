import type { Context } from "#core/command.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, paragraph, text } from "#core/reply.ts";
import { sourcesOf } from "#present/cite.ts";
import { changeStatement } from "../compose.ts";
import { composeFor, composePost, digestWords, type Post, reasonOf } from "../compose-post.ts";
import { netChanges } from "../content-changes.ts";
import { formatDay } from "../dates.ts";
import { deliveryId, subscriptionOf } from "../ids.ts";
import { pingWords } from "../ping.ts";
import { readWatchList } from "../watch-list.ts";
import { usualZone } from "./change.ts";
import { deskOf, isOperator, mustBeManager, mustBeOpen, placeOf, subscriptionFor } from "./place.ts";
import { historyParts } from "./show.ts";
import { readLine } from "./wish.ts";

const week = 7 * 86_400_000;
const shownChanges = 50;
const shownHistory = 20;

/** What a post would be, with the subscription it belongs to, if any. */
async function draft(words: readonly string[], context: Context) {
  const desk = await deskOf(context);
  const place = placeOf(context.origin);
  const here = await desk.store.subscriptions.ofChannel(place);
  const [first = ""] = words;
  const named = here.find((one) => one.id === first.toLowerCase()) ?? (await reachable(first, context));
  const nearest = here.filter((one) => one.paused === undefined).sort((a, b) => a.nextAt - b.nextAt)[0];
  const subscription = named ?? (words.length === 0 ? nearest : undefined);
  if (subscription) return { desk, subscription, line: subscription.line };
  return { desk, subscription: undefined, line: readLine(words.length === 0 ? ["digest"] : words, context) };
}

async function reachable(id: string, context: Context) {
  return /^[2-9a-z]{8}$/.test(id) ? subscriptionFor(id, context, "preview").catch(() => undefined) : undefined;
}

/** Composes a draft as if it came due at `due`. */
async function composeDraft(
  { desk, subscription, line }: Awaited<ReturnType<typeof draft>>,
  due: number,
  context: Context,
): Promise<Post> {
  const place = placeOf(context.origin);
  const standIn = {
    ...place,
    ...{ id: "now", line, schedule: "daily 09:00", zone: await usualZone(context), createdAt: due, nextAt: due },
    lastDue: due - week,
  };
  const wanted = subscription ?? standIn;
  return composePost(desk, wanted, due, deliveryId(wanted.id, due));
}

/** What would be posted next, to the asker alone. */
export async function preview(words: readonly string[], context: Context): Promise<Answer> {
  const found = await draft(words, context);
  const due = found.subscription?.nextAt ?? context.now.getTime();
  const filters = digestWords(found.line);
  if (!found.subscription && filters) {
    const { desk } = found;
    const since = context.now.getTime() - week;
    const place = placeOf(context.origin);
    return (await composeFor(desk, { ...place, words: filters, zone: await usualZone(context), since, due })).answer;
  }
  const post = await composeDraft(found, due, context);
  if ("refused" in post) return { ...post.refused };
  const { title, parts, sources, data } = post.reply;
  const items = { items: [], since: new Date(found.subscription?.lastDue ?? due - week).toISOString(), empty: false };
  const calls = found.subscription ? pingWords(found.subscription) : "";
  const shown = calls ? [paragraph(`When it is posted, it ${calls}.`), ...parts] : parts;
  return { title, parts: shown, sources, data: filters ? data : { ...items, line: found.line } };
}

/** Posts to the channel at once. In a terminal there is nowhere to post to, so it shows the post. */
export async function postNow(words: readonly string[], context: Context): Promise<Answer> {
  mustBeManager(context);
  mustBeOpen(context);
  if (isOperator(context.origin)) return preview(words, context);
  const found = await draft(words, context);
  const { outbox, subscriptions } = found.desk.store;
  const now = context.now.getTime();
  // Whole minutes: pressing twice posts once.
  const due = now - (now % 60_000);
  for (let round = 0; round < 3; round++) {
    const post = await composeDraft(found, due, context);
    if ("refused" in post) throw new Refusal(reasonOf(post.refused), { examples: ["digest now", "digest preview"] });
    const { subscription } = found;
    const place = subscription ?? placeOf(context.origin);
    const { platform, workspace, channel, thread } = place;
    const ping = subscription?.ping;
    const id = deliveryId(subscription?.id ?? `now${channel.toLowerCase()}`, due);
    const reply = { ...post.reply, line: post.reply.command === "digest" ? `digest show ${id}` : post.reply.line };
    const delivery = {
      id,
      due,
      platform,
      workspace,
      channel,
      thread,
      person: false,
      ping,
      reply,
      subscription: subscription?.id,
    };
    if (!(await outbox.add(delivery, Date.now(), post))) continue;
    if (subscription) await subscriptions.change(subscription.id, { lastDue: due });
    return {
      title: "On its way",
      parts: [paragraph("It appears in this channel within a few seconds.")],
      data: { delivery: id },
    };
  }
  throw new Refusal("Something else is being posted here right now. Please try again.", { examples: ["digest now"] });
}

/** Past posts of this channel, or of one subscription. */
export async function history(id: string | undefined, context: Context): Promise<Answer> {
  const store = await context.store();
  const subscription = id ? await subscriptionFor(id, context, "history") : undefined;
  const all = await store.outbox.history(subscription ?? placeOf(context.origin), 200);
  const wanted = all.filter((delivery) => !subscription || delivery.subscription === subscription.id);
  const some = wanted.slice(0, shownHistory);
  const zone = subscription?.zone ?? (await usualZone(context));
  return {
    title: wanted.length === 0 ? "Nothing was posted here yet" : "Digest history",
    parts:
      some.length === 0
        ? [paragraph("The first post will be listed here.")]
        : historyParts(some, zone, context.now.getTime()),
    data: {
      deliveries: some.map(({ id: delivery, subscription: of, due, state, attempts, problem }) => ({
        ...{ id: delivery, subscription: of, due: new Date(due).toISOString(), state, attempts, problem },
      })),
    },
  };
}

/** A post as it went out, for its further pages. */
export async function show(id: string, context: Context): Promise<Answer> {
  const { outbox } = await context.store();
  const delivery = await outbox.find(id);
  const { platform, channel } = placeOf(context.origin);
  const here = delivery && delivery.platform === platform && delivery.channel === channel;
  if (!delivery || !(here || isOperator(context.origin)))
    throw new Refusal("That post is kept no longer.", { examples: ["digest history", "digest preview"] });
  const { title, parts, sources, data } = delivery.reply;
  return { title, parts, sources, data };
}

/** Sends a post again that was given up. */
export async function resend(id: string, context: Context): Promise<Answer> {
  mustBeManager(context);
  await show(id, context);
  const { outbox } = await context.store();
  if (!(await outbox.resend(id, Date.now())))
    throw new Refusal("That post was not given up, so it is not sent again.", { examples: ["digest history"] });
  return {
    title: "Sending it again",
    parts: [paragraph("It appears in its channel within a few seconds, if the channel takes it now.")],
    data: { delivery: id, subscription: subscriptionOf(id) },
  };
}

/** Everything that changed in the content since a day, or within a week. */
export async function changes(words: readonly string[], since: string | undefined, context: Context): Promise<Answer> {
  const { library, now } = context;
  const list = readWatchList(words, library);
  const from = since && !Number.isNaN(Date.parse(since)) ? Date.parse(since) : now.getTime() - week;
  const { contentHistory } = await context.store();
  const wanted = netChanges(await contentHistory.since(from), library).filter(({ id }) => {
    const passage = library.passage(id);
    const entry = library.entry(passage?.entry ?? id);
    return entry !== undefined && (passage ? list.wants(passage, entry) : list.wantsEntry(entry));
  });
  const some = wanted.slice(0, shownChanges);
  const day = formatDay(from, "UTC");
  return {
    title: `${wanted.length === 0 ? "No" : wanted.length} ${wanted.length === 1 ? "change" : "changes"} since ${day}`,
    parts:
      some.length === 0
        ? [paragraph(text`Nothing changed in the casebook since ${day}.`)]
        : [
            { kind: "list", items: some.map((change) => changeStatement(change, { library, now })) },
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
