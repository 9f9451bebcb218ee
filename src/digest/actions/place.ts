import type { Context } from "#core/command.ts";
import type { Place, Subscription } from "#core/digest.ts";
import { createDispatch } from "#core/dispatch.ts";
import type { Origin } from "#core/invocation.ts";
import { Refusal } from "#core/refusal.ts";
import type { Desk } from "../compose-post.ts";

/** The channel a command was given in. A terminal is one channel of its own. */
export function placeOf({ platform, workspace, channel, thread, asker, via }: Origin): Place {
  return {
    platform,
    channel: channel ?? asker ?? platform,
    ...(workspace ? { workspace } : {}),
    // Only a command given in a thread means the thread; mentions are always answered in one.
    ...(thread && via === "command" ? { thread } : {}),
  };
}

/** The desk of a command, which runs other lines as its asker. */
export async function deskOf(context: Context): Promise<Desk> {
  const { library, search, commands } = context;
  const inner = createDispatch({ commands, context: (origin) => ({ ...context, origin }) });
  return {
    library,
    search,
    store: await context.store(),
    run: (line, origin) => inner.run(inner.read(line, origin)),
  };
}

/** True for the places that are nobody's channel: whoever sits there runs the bot. */
export function isOperator({ platform }: Origin): boolean {
  return platform === "terminal" || platform === "playground";
}

/** @throws Refusal when the asker may not change digests here */
export function mustBeManager({ origin, digestManagers = [] }: Context): void {
  if (digestManagers.length === 0 || isOperator(origin)) return;
  if (origin.asker && digestManagers.includes(origin.asker)) return;
  if (digestManagers.includes("admins") && origin.admin) return;
  throw new Refusal("Only some people may change digests here: whoever runs this bot has set who.", {
    examples: ["digest list", "digest preview"],
    data: { error: "not-allowed" },
  });
}

/** @throws Refusal when the platform says that the bot may not post here */
export function mustBeOpen({ origin: { shut } }: Context): void {
  if (shut) throw new Refusal(shut, { examples: ["digest preview"], data: { error: "shut" } });
}

/**
 * The subscription an id names, in this channel or the asker's own; without an id the only one there is.
 * @throws Refusal that offers those there are
 */
export async function subscriptionFor(id: string | undefined, context: Context, action: string): Promise<Subscription> {
  const { subscriptions } = await context.store();
  const here = await subscriptions.ofChannel(placeOf(context.origin));
  if (id) {
    const found = await subscriptions.find(id.toLowerCase());
    if (found && mayReach(found, context.origin)) return found;
  }
  const [only] = here;
  if (!id && only && here.length === 1) return only;
  throw new Refusal(
    here.length === 0
      ? "There is no digest in this channel yet."
      : id
        ? `There is no digest “${id.slice(0, 40)}” in this channel.`
        : `There are ${here.length} digests in this channel: which one?`,
    {
      examples: [here.length === 0 ? "digest subscribe weekdays 09:00" : `digest ${action} ${only?.id}`],
      buttons: here
        .slice(0, 5)
        .map((one) => ({ label: `${one.line}, ${one.schedule}`.slice(0, 75), line: `digest ${action} ${one.id}` })),
      data: { error: "unknown-digest", id: id ?? "", digests: here.map((one) => one.id) },
    },
  );
}

function mayReach(subscription: Subscription, origin: Origin): boolean {
  const { platform, channel } = placeOf(origin);
  if (isOperator(origin)) return true;
  if (subscription.platform !== platform) return false;
  return subscription.channel === channel || (subscription.owner !== undefined && subscription.owner === origin.asker);
}
