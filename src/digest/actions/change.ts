import { clip } from "#core/clip.ts";
import type { Context } from "#core/command.ts";
import { newId } from "#core/ids.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, code, type Part, paragraph, text } from "#core/reply.ts";
import type { Subscription } from "#core/subscriptions.ts";
import { onceADay, postsADay } from "../calm.ts";
import { scheduleOf } from "../compose-post.ts";
import { formatMoment } from "../dates.ts";
import { isOnce, subscriptionOf } from "../ids.ts";
import { takePing } from "../ping.ts";
import { nextDues, type Schedule } from "../schedule.ts";
import { findZone, isCalled } from "../zones.ts";
import { mustBeManager, mustBeOpen, placeOf, subscriptionFor } from "./place.ts";
import { itemOf, manageButtons, nameOf, statementOf, subscriptionForm } from "./show.ts";
import { mustComeDue, mustWork, readWish, type Understood, type Wish } from "./wish.ts";

/** Subscriptions a channel may have. */
const mostInChannel = 25;

/** The zone people here think in: that of the channel's newest digest, else the asker's, else UTC. */
export async function usualZone(context: Context): Promise<string> {
  const { subscriptions } = await context.store();
  const here = await subscriptions.ofChannel(placeOf(context.origin));
  return here.at(-1)?.zone ?? context.origin.zone ?? "UTC";
}

/**
 * Sets up a new subscription, or shows the form when nothing was said.
 * @throws Refusal for who may not, for what cannot be read, never comes due or does not work, and for one too many
 */
export async function subscribe(wish: Wish, context: Context): Promise<Answer> {
  mustBeManager(context);
  if (takePing(wish.words).words.length === 0 && !wish.schedule) return list(context);
  mustBeOpen(context);
  const { subscriptions } = await context.store();
  const place = placeOf(context.origin);
  const now = context.now.getTime();
  const understood = readWish(wish, context);
  const usual = await usualZone(context);
  const zone = understood.zone ?? usual;
  const schedule: Schedule = { words: understood.schedule ?? "", patterns: understood.patterns ?? [], zone };
  const line = understood.line ?? "digest";
  const nextAt = mustComeDue(schedule, now);
  await mustWork(line, schedule, context);
  const here = await subscriptions.ofChannel(place);
  const ping = understood.ping?.id;
  const same = here.find(
    (one) => one.line === line && one.schedule === schedule.words && one.zone === zone && one.ping === ping,
  );
  if (same) return shown("This digest is set up here already", same, context, "exists");
  if (here.length >= mostInChannel)
    throw new Refusal(`This channel has ${here.length} digests; that is as many as one channel takes.`, {
      examples: ["digest list"],
      data: { error: "too-many" },
    });
  const subscription: Subscription = {
    ...place,
    ...{ id: newId(), line, schedule: schedule.words, zone, createdAt: now, nextAt },
    ...(ping ? { ping } : {}),
    ...(context.origin.asker ? { owner: context.origin.asker } : {}),
  };
  await subscriptions.add(subscription);
  const stays = zone === usual ? "" : `The next digest here is in ${zone}, too, unless it names another time zone.`;
  return shown("Subscribed", subscription, context, "created", [zoneRead(understood), stays]);
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
  if (Object.keys(understood).length === 0) return shown("Digest settings", subscription, context, "settings");
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
  return shown("Changed", { ...subscription, ...change }, context, "changed", [zoneRead(understood)]);
}

/**
 * Stops a subscription until somebody resumes it.
 * @throws Refusal for who may not, and for a subscription out of reach
 */
export async function pause(id: string | undefined, context: Context): Promise<Answer> {
  mustBeManager(context);
  const subscription = await subscriptionFor(id, context, "pause");
  const paused = "somebody here paused it";
  await (await context.store()).subscriptions.change(subscription.id, { paused });
  return shown("Paused", { ...subscription, paused }, context, "paused");
}

/**
 * Lets a paused subscription go on at its next time; one that runs is left as it is, with a post that is overdue.
 * @throws Refusal for who may not, for a subscription out of reach, and for a schedule that never comes due
 */
export async function resume(id: string | undefined, context: Context): Promise<Answer> {
  mustBeManager(context);
  const subscription = await subscriptionFor(id, context, "resume");
  if (subscription.paused === undefined) return shown("Running already", subscription, context, "running");
  const nextAt = mustComeDue(scheduleOf(subscription), context.now.getTime());
  await (await context.store()).subscriptions.change(subscription.id, { paused: undefined, nextAt });
  return shown("Running again", { ...subscription, paused: undefined, nextAt }, context, "resumed");
}

/**
 * One subscription, and everything that can be done with it; `id` may be that of one of its posts. For a post that was
 * asked for at once, the digests of this channel.
 * @throws Refusal for a subscription out of reach
 */
export async function settings(id: string | undefined, context: Context): Promise<Answer> {
  if (id && isOnce(id)) return list(context);
  const subscription = await subscriptionFor(subscriptionOf(id ?? "") || undefined, context, "settings");
  return shown("Digest settings", subscription, context, "settings");
}

/** Which zone was understood, where its name does not tell. */
function zoneRead({ zone, saidZone }: Understood): string {
  return zone && saidZone && !isCalled(zone, saidZone) ? `I read “${clip(saidZone, 40)}” as ${zone}.` : "";
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

function shown(
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

/** The digests of this channel, and the form for a new one. */
export async function list(context: Context): Promise<Answer> {
  const { subscriptions } = await context.store();
  const here = await subscriptions.ofChannel(placeOf(context.origin));
  const now = context.now.getTime();
  return {
    title:
      here.length === 0
        ? "No digest in this channel yet"
        : `${here.length === 1 ? "The digest" : `${here.length} digests`} of this channel`,
    parts: [
      here.length === 0
        ? paragraph(
            "A digest is one screen, when you want it: a lesson and what speaks against it, a fact, what changed in the casebook, and what people asked in vain. It never shows a channel the same thing twice until all is used.",
          )
        : { kind: "list", items: here.map((subscription) => statementOf(subscription, now)) },
      ...(here.length > 0
        ? [
            {
              kind: "select" as const,
              placeholder: "Change one",
              options: here.map(({ id, line, schedule }) => ({
                label: `${nameOf(line)}, ${schedule}`.slice(0, 75),
                line: `digest settings ${id}`,
              })),
            },
          ]
        : []),
      { kind: "buttons", buttons: [{ label: "Preview", line: "digest preview" }] },
      subscriptionForm(await usualZone(context)),
    ],
    data: { subscriptions: here.map(itemOf) },
  };
}
