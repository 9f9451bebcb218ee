import type { Context } from "#core/command.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, code, paragraph, strong, text } from "#core/reply.ts";
import type { Subscription } from "#core/subscriptions.ts";
import { markOf } from "../ids.ts";
import { destinationOf } from "./destination.ts";
import { mustBeManager } from "./permission.ts";
import { subscriptionFor } from "./reach.ts";
import { itemOf, nameOf, statementOf } from "./subscription-parts.ts";
import { typedLine } from "./wish.ts";

/**
 * Ends a subscription; its button sets the same up again.
 * @throws Refusal for who may not, and for a subscription out of reach
 */
export async function unsubscribe(id: string | undefined, context: Context): Promise<Answer> {
  mustBeManager(context);
  const subscription = await subscriptionFor(id, context, "unsubscribe");
  await (await context.store()).subscriptions.remove(subscription.id);
  return {
    title: "Unsubscribed",
    parts: [
      paragraph(text`${strong(nameOf(subscription.line))} (${subscription.schedule}) is posted here no more.`),
      { kind: "buttons", buttons: [{ label: "Subscribe again", line: againLine(subscription) }] },
    ],
    data: { removed: itemOf(subscription) },
  };
}

/**
 * Ends every subscription of this channel, once `confirmed` is their mark; until then it shows what would end, and a button
 * that has it.
 * @throws Refusal for who may not, and where there is none
 */
export async function unsubscribeAll(confirmed: string | undefined, context: Context): Promise<Answer> {
  mustBeManager(context);
  const { subscriptions } = await context.store();
  const here = await subscriptions.ofChannel(destinationOf(context.origin));
  if (here.length === 0)
    throw new Refusal("There is no digest in this channel yet.", {
      examples: ["digest subscribe weekdays 09:00"],
      data: { error: "unknown-digest", id: "all", digests: [] },
    });
  const all = here.length === 1 ? "the one digest" : `all ${here.length} digests`;
  // An old button ends none that came later, however many they are.
  const mark = markOf(here.map(({ id }) => id));
  if (confirmed?.toLowerCase() !== mark) {
    const now = context.now.getTime();
    return {
      title: `End ${all} of this channel?`,
      parts: [
        paragraph("Nothing has ended yet. These would be posted no more:"),
        { kind: "list", items: here.map((subscription) => statementOf(subscription, now)) },
        {
          kind: "buttons",
          buttons: [{ label: `End ${all}`, line: `digest unsubscribe all ${mark}`, style: "danger" }],
        },
      ],
      data: { state: "asked", subscriptions: here.map(itemOf) },
    };
  }
  for (const { id } of here) await subscriptions.remove(id);
  return {
    title: `Unsubscribed from ${all}`,
    parts: [
      paragraph("Each can be set up again:"),
      { kind: "list", items: here.map((subscription) => ({ text: [code(againLine(subscription))] })) },
    ],
    data: { removed: here.map(itemOf) },
  };
}

/** The line that sets the same up again. */
function againLine({ schedule, zone, line, ping }: Subscription): string {
  return ["digest subscribe", schedule, zone, typedLine(line), ping ? `ping=${ping}` : ""].filter(Boolean).join(" ");
}
