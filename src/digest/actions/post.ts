import type { Context } from "#core/command.ts";
import { week } from "#core/durations.ts";
import type { NewDelivery } from "#core/outbox.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, paragraph } from "#core/reply.ts";
import type { Subscription } from "#core/subscriptions.ts";
import { composeFor, composePost, digestWords, reasonOf } from "../compose-post.ts";
import { deliveryId, onceId } from "../ids.ts";
import { pingWords } from "../ping.ts";
import { deskOf } from "./desk.ts";
import { destinationOf } from "./destination.ts";
import { mustBeManager, mustBeOpen } from "./permission.ts";
import { reachable } from "./reach.ts";
import { usualZone } from "./usual-zone.ts";
import { readLine } from "./wish.ts";

/** What a post would be, with the subscription it belongs to, if any. */
async function draft(words: readonly string[], context: Context, action: string) {
  const desk = await deskOf(context);
  const destination = destinationOf(context.origin);
  const here = await desk.store.subscriptions.ofChannel(destination);
  const [first = ""] = words;
  const named = /^[2-9a-z]{8}$/i.test(first) ? await reachable(first, context, action) : undefined;
  const nearest = here.filter((one) => one.paused === undefined).sort((a, b) => a.nextAt - b.nextAt)[0];
  const subscription = named ?? (words.length === 0 ? nearest : undefined);
  const line = subscription?.line ?? readLine(words.length === 0 ? ["digest"] : words, context);
  const now = context.now.getTime();
  const standIn: Subscription = {
    ...destination,
    ...{ id: onceId(destination, line), line, schedule: "daily 09:00", zone: await usualZone(context) },
    ...{ createdAt: now, nextAt: now, lastDue: now - week },
  };
  return { desk, subscription, line, wanted: subscription ?? standIn };
}

/**
 * What would be posted next, to the asker alone.
 * @throws Refusal for a filter that fits nothing, and in a direct message for what is its channel's
 */
export async function preview(words: readonly string[], context: Context): Promise<Answer> {
  const found = await draft(words, context, "preview");
  const due = found.wanted.nextAt;
  const filters = digestWords(found.line);
  if (!found.subscription && filters) {
    const { desk } = found;
    const since = context.now.getTime() - week;
    const destination = destinationOf(context.origin);
    return (await composeFor(desk, { ...destination, words: filters, zone: await usualZone(context), since, due }))
      .answer;
  }
  const post = await composePost(found.desk, found.wanted, due, deliveryId(found.wanted.id, due));
  if ("refused" in post) return { ...post.refused };
  const { title, parts, sources, data } = post.reply;
  const items = { items: [], since: new Date(found.subscription?.lastDue ?? due - week).toISOString(), empty: false };
  const calls = found.subscription ? pingWords(found.subscription) : "";
  const shown = calls ? [paragraph(`When it is posted, it ${calls}.`), ...parts] : parts;
  return { title, parts: shown, sources, data: filters ? data : { ...items, line: found.line } };
}

/**
 * Posts to the channel at once. Where nothing is posted, such as in a terminal, it shows the post.
 * @throws Refusal for who may not, where the bot may not post, for what does not work, and while others post there
 */
export async function postNow(words: readonly string[], context: Context): Promise<Answer> {
  mustBeManager(context);
  if (!context.postsTo?.includes(context.origin.platform)) {
    const { parts, ...shown } = await preview(words, context);
    return { ...shown, parts: [paragraph("Nothing is posted here. This is what it would be:"), ...parts] };
  }
  const { desk, subscription, wanted } = await draft(words, context, "now");
  mustBeOpen(context, wanted);
  const { outbox, subscriptions } = desk.store;
  const now = context.now.getTime();
  // Whole minutes: pressing twice posts once.
  const due = now - (now % 60_000);
  const id = deliveryId(wanted.id, due);
  const { platform, workspace, channel, thread, ping } = wanted;
  for (let round = 0; round < 3; round++) {
    const post = await composePost(desk, wanted, due, id);
    if ("refused" in post) throw new Refusal(reasonOf(post.refused), { examples: ["digest now", "digest preview"] });
    const delivery: NewDelivery = {
      ...{ id, subscription: subscription?.id, platform, workspace, channel, thread, due },
      ...{ person: false, ping, reply: post.reply },
    };
    const added = await outbox.add(delivery, now, post);
    if (added === "stale") continue;
    if (added === "there")
      return posted("Posted already", "The same came within this minute, or is on its way: it is posted once.", id);
    if (subscription) await subscriptions.change(subscription.id, { lastDue: due });
    const where = channel === destinationOf(context.origin).channel ? "this" : "its";
    return posted("On its way", `It appears in ${where} channel within a few seconds.`, id);
  }
  throw new Refusal("Something else is being posted here right now. Please try again.", { examples: ["digest now"] });
}

const posted = (title: string, says: string, delivery: string): Answer => ({
  title,
  parts: [paragraph(says)],
  data: { delivery },
});
