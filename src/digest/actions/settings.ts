import type { Context } from "#core/command.ts";
import { type Answer, code, type Part, paragraph, text } from "#core/reply.ts";
import type { Subscription } from "#core/subscriptions.ts";
import { onceADay, postsADay } from "../calm.ts";
import { formatMoment } from "../dates.ts";
import { isOnce, subscriptionOf } from "../ids.ts";
import { nextDues } from "../schedule.ts";
import { scheduleOf } from "../subscription-schedule.ts";
import { list } from "./list.ts";
import { subscriptionFor } from "./reach.ts";
import { itemOf, manageButtons, nameOf, statementOf, subscriptionForm } from "./subscription-parts.ts";

/**
 * One subscription, and everything that can be done with it; `id` may be that of one of its posts. For a post that was
 * asked for at once, the digests of this channel.
 * @throws Refusal for a subscription out of reach
 */
export async function settings(id: string | undefined, context: Context): Promise<Answer> {
  if (id && isOnce(id)) return list(context);
  const subscription = await subscriptionFor(subscriptionOf(id ?? "") || undefined, context, "settings");
  return settingsAnswer("Digest settings", subscription, context, "settings");
}

/** A subscription with its next due times and all that can be done with it. `state`: what was done; `notes`: sentences on it. */
export function settingsAnswer(
  title: string,
  subscription: Subscription,
  { now }: Context,
  state: string,
  notes: readonly string[] = [],
): Answer {
  const { zone } = subscription;
  const said = notes.filter(Boolean).join(" ");
  const dues = subscription.paused === undefined ? nextDues(scheduleOf(subscription), now.getTime(), 3) : [];
  return {
    title: `${title} · ${nameOf(subscription.line)}`.slice(0, 150),
    parts: [
      { kind: "list", items: [statementOf(subscription, now.getTime())] },
      ...(dues.length > 0
        ? [paragraph(`Comes on ${dues.map((due) => formatMoment(due, zone, now.getTime())).join("; ")} (${zone}).`)]
        : []),
      ...(dues.length > 0 ? busyPart(subscription, now.getTime()) : []),
      ...(said ? [paragraph(said)] : []),
      { kind: "buttons", buttons: manageButtons(subscription) },
      subscriptionForm(zone, subscription),
    ],
    data: { state, subscription: itemOf(subscription), dues: dues.map((due) => new Date(due).toISOString()) },
  };
}

/** Posts a day above which a reply says how many they are. */
const calm = 4;

/** How often a busy schedule posts, and the line by which it does so once a day. */
function busyPart(subscription: Subscription, now: number): Part[] {
  const schedule = scheduleOf(subscription);
  const posts = postsADay(schedule, now);
  if (posts <= calm) return [];
  const calmer = code(`digest edit ${subscription.id} ${onceADay(schedule.words)}`);
  return [paragraph(text`That is ${posts} posts a day. ${calmer} makes it one.`)];
}
