import { clip } from "#core/clip.ts";
import type { Context } from "#core/command.ts";
import type { Delivery } from "#core/outbox.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, type Part, paragraph, strong, text } from "#core/reply.ts";
import { formatMoment } from "../dates.ts";
import { destinationOf } from "./destination.ts";
import { isOperator, mustBeManager } from "./permission.ts";
import { subscriptionFor } from "./reach.ts";
import { usualZone } from "./usual-zone.ts";

/** As many past posts as are listed. */
const shownHistory = 20;

/**
 * Past posts of this channel, or of one subscription.
 * @throws Refusal for a subscription out of reach
 */
export async function history(id: string | undefined, context: Context): Promise<Answer> {
  const store = await context.store();
  const subscription = id ? await subscriptionFor(id, context, "history") : undefined;
  const { platform, channel } = subscription ?? destinationOf(context.origin);
  const some = await store.outbox.history({ platform, channel, subscription: subscription?.id }, shownHistory);
  const zone = subscription?.zone ?? (await usualZone(context));
  return {
    title: some.length === 0 ? "Nothing was posted here yet" : "Digest history",
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

/**
 * A post as it went out, for its further pages.
 * @throws Refusal for a post that is not kept, or is another channel's
 */
export async function show(id: string, context: Context): Promise<Answer> {
  const { title, parts, sources, data } = (await deliveryHere(id, context)).reply;
  return { title, parts, sources, data };
}

async function deliveryHere(id: string, context: Context): Promise<Delivery> {
  if (id === "") throw new Refusal("Which post? Name it as the history lists it.", { examples: ["digest history"] });
  const { outbox } = await context.store();
  const delivery = await outbox.find(id);
  const { platform, channel } = destinationOf(context.origin);
  const here = delivery && delivery.platform === platform && delivery.channel === channel;
  if (!delivery || !(here || isOperator(context.origin)))
    throw new Refusal("That post is kept no longer.", { examples: ["digest history", "digest preview"] });
  return delivery;
}

/**
 * Sends a post again that was given up.
 * @throws Refusal for who may not, and for a post that is not kept, is another channel's, or was not given up
 */
export async function resend(id: string, context: Context): Promise<Answer> {
  mustBeManager(context);
  const { unreadable, subscription } = await deliveryHere(id, context);
  if (unreadable) throw new Refusal("That post cannot be read any more.", { examples: ["digest history"] });
  const { outbox } = await context.store();
  if (!(await outbox.resend(id, context.now.getTime())))
    throw new Refusal("That post was not given up, so it is not sent again.", { examples: ["digest history"] });
  return {
    title: "Sending it again",
    parts: [paragraph("It appears in its channel within a few seconds, if the channel takes it now.")],
    data: { delivery: id, subscription },
  };
}

const states: Record<Delivery["state"], string> = { sent: "sent", waiting: "waiting", "given-up": "given up" };

/** Past posts, newest first, and buttons for those that were given up. */
function historyParts(deliveries: readonly Delivery[], zone: string, now: number): Part[] {
  const given = deliveries.filter(({ state, unreadable }) => state === "given-up" && !unreadable).slice(0, 5);
  return [
    {
      kind: "list",
      items: deliveries.map((delivery) => ({
        text: text`${strong(formatMoment(delivery.due, zone, now))} ${clip(delivery.reply.title, 80)}: ${stateOf(delivery)}`,
        id: delivery.id,
      })),
    },
    ...(given.length > 0
      ? [
          {
            kind: "buttons" as const,
            buttons: given.map((delivery) => ({
              label: clip(`Send again: ${formatMoment(delivery.due, zone, now)}`, 75),
              line: `digest resend ${delivery.id}`,
            })),
          },
        ]
      : []),
  ];
}

function stateOf({ state, problem, attempts }: Delivery): string {
  const tries = attempts > 1 ? ` after ${attempts} tries` : "";
  return `${states[state]}${tries}${problem ? ` (${problem})` : ""}`;
}
