import type { Context } from "#core/command.ts";
import { type Answer, type Part, paragraph } from "#core/reply.ts";
import type { Subscription } from "#core/subscriptions.ts";
import { destinationOf } from "./destination.ts";
import { itemOf, nameOf, statementOf, subscriptionForm } from "./subscription-parts.ts";
import { usualZone } from "./usual-zone.ts";

const whatItIs =
  "A digest is one screen, when you want it: a lesson and what speaks against it, a fact, what changed in the casebook, and what people asked in vain. It never shows a channel the same thing twice until all is used.";

/** The digests of this channel, and the form for a new one. */
export async function list(context: Context): Promise<Answer> {
  const { subscriptions } = await context.store();
  const here = await subscriptions.ofChannel(destinationOf(context.origin));
  const some = here.length === 1 ? "The digest" : `${here.length} digests`;
  return {
    title: here.length === 0 ? "No digest in this channel yet" : `${some} of this channel`,
    parts: [
      ...(here.length === 0 ? [paragraph(whatItIs)] : listedParts(here, context.now.getTime())),
      { kind: "buttons", buttons: [{ label: "Preview", line: "digest preview" }] },
      subscriptionForm(await usualZone(context)),
    ],
    data: { subscriptions: here.map(itemOf) },
  };
}

function listedParts(here: readonly Subscription[], now: number): Part[] {
  return [
    { kind: "list", items: here.map((subscription) => statementOf(subscription, now)) },
    {
      kind: "select",
      placeholder: "Change one",
      options: here.map(({ id, line, schedule }) => ({
        label: `${nameOf(line)}, ${schedule}`.slice(0, 75),
        line: `digest settings ${id}`,
      })),
    },
  ];
}
