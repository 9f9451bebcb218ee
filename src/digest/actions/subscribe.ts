import { clip } from "#core/clip.ts";
import type { Context } from "#core/command.ts";
import { newId } from "#core/ids.ts";
import { Refusal } from "#core/refusal.ts";
import type { Answer } from "#core/reply.ts";
import type { Subscription } from "#core/subscriptions.ts";
import { takePing } from "../ping.ts";
import type { Schedule } from "../schedule.ts";
import { scheduleOf } from "../subscription-schedule.ts";
import { findZone, isCalled } from "../zones.ts";
import { destinationOf } from "./destination.ts";
import { list } from "./list.ts";
import { mustBeManager, mustBeOpen } from "./permission.ts";
import { subscriptionFor } from "./reach.ts";
import { settingsAnswer } from "./settings.ts";
import { usualZone } from "./usual-zone.ts";
import { mustComeDue, mustWork, readWish, type Understood, type Wish } from "./wish.ts";

/** Subscriptions a channel may have. */
const mostInChannel = 25;

/**
 * Sets up a new subscription, or shows the form when nothing was said.
 * @throws Refusal for who may not, for what cannot be read, never comes due or does not work, and for one too many
 */
export async function subscribe(wish: Wish, context: Context): Promise<Answer> {
  mustBeManager(context);
  if (takePing(wish.words).words.length === 0 && !wish.schedule) return list(context);
  mustBeOpen(context);
  const { subscriptions } = await context.store();
  const destination = destinationOf(context.origin);
  const now = context.now.getTime();
  const understood = readWish(wish, context);
  const usual = await usualZone(context);
  const zone = understood.zone ?? usual;
  const schedule: Schedule = { words: understood.schedule ?? "", patterns: understood.patterns ?? [], zone };
  const line = understood.line ?? "digest";
  const nextAt = mustComeDue(schedule, now);
  await mustWork(line, schedule, context);
  const here = await subscriptions.ofChannel(destination);
  const ping = understood.ping?.id;
  const same = here.find(
    (one) => one.line === line && one.schedule === schedule.words && one.zone === zone && one.ping === ping,
  );
  if (same) return settingsAnswer("This digest is set up here already", same, context, "exists");
  if (here.length >= mostInChannel)
    throw new Refusal(`This channel has ${here.length} digests; that is as many as one channel takes.`, {
      examples: ["digest list"],
      data: { error: "too-many" },
    });
  const subscription: Subscription = {
    ...destination,
    ...{ id: newId(), line, schedule: schedule.words, zone, createdAt: now, nextAt },
    ...(ping ? { ping } : {}),
    ...(context.origin.asker ? { owner: context.origin.asker } : {}),
  };
  await subscriptions.add(subscription);
  const stays = zone === usual ? "" : `The next digest here is in ${zone}, too, unless it names another time zone.`;
  return settingsAnswer("Subscribed", subscription, context, "created", [zoneRead(understood), stays]);
}

/**
 * Changes when, in which zone or what a subscription posts, or whom it calls; without a wish it shows the form. A post
 * that is overdue stays so, unless the times change.
 * @throws Refusal for who may not, for a subscription out of reach, and for what cannot be read or does not work
 */
export async function edit(id: string | undefined, wish: Wish, context: Context): Promise<Answer> {
  mustBeManager(context);
  const subscription = await subscriptionFor(id, context, "edit");
  const understood = readWish(wish, context, subscription.id);
  if (Object.keys(understood).length === 0) return settingsAnswer("Digest settings", subscription, context, "settings");
  const zone = understood.zone ?? subscription.zone;
  const schedule: Schedule = understood.schedule
    ? { words: understood.schedule, patterns: understood.patterns ?? [], zone }
    : { ...scheduleOf(subscription), zone };
  const line = understood.line ?? subscription.line;
  const sameZone = understood.zone === undefined || understood.zone === findZone(subscription.zone);
  const moved = schedule.words !== subscription.schedule || !sameZone;
  const times = moved ? { nextAt: mustComeDue(schedule, context.now.getTime()) } : {};
  if (line !== subscription.line) await mustWork(line, schedule, context);
  const { ping } = understood;
  const change = { line, schedule: schedule.words, zone, ...times, ...(ping ? { ping: ping.id } : {}) };
  await (await context.store()).subscriptions.change(subscription.id, change);
  return settingsAnswer("Changed", { ...subscription, ...change }, context, "changed", [zoneRead(understood)]);
}

/** Which zone was understood, where its name does not tell. */
function zoneRead({ zone, saidZone }: Understood): string {
  return zone && saidZone && !isCalled(zone, saidZone) ? `I read “${clip(saidZone, 40)}” as ${zone}.` : "";
}
