import type { Context } from "#core/command.ts";
import type { Destination } from "#core/destination.ts";
import { createDispatch } from "#core/dispatch.ts";
import type { Origin } from "#core/invocation.ts";
import { Refusal } from "#core/refusal.ts";
import { code, text } from "#core/reply.ts";
import type { Subscription } from "#core/subscriptions.ts";
import type { Desk } from "../compose-post.ts";

/** The channel a command was given in. A terminal is one channel of its own. */
export function placeOf({ platform, workspace, channel, thread, asker, via }: Origin): Destination {
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

/** True in a terminal, which is nobody's channel: whoever sits there runs the bot. */
export function isOperator({ platform }: Origin): boolean {
  return platform === "terminal";
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

/** @throws Refusal when the platform says that the bot may not post here, and here is where it is to post */
export function mustBeOpen({ origin }: Context, { channel }: Pick<Destination, "channel"> = placeOf(origin)): void {
  const { shut } = origin;
  if (shut && channel === placeOf(origin).channel)
    throw new Refusal(shut, { examples: ["digest preview"], data: { error: "shut" } });
}

/** Digests that a refusal offers as buttons. */
const offered = 5;

/**
 * The subscription an id names, if the asker may reach it from here; without an id the only one of this channel.
 * @throws Refusal that offers those there are
 */
export async function subscriptionFor(id: string | undefined, context: Context, action: string): Promise<Subscription> {
  const { subscriptions } = await context.store();
  const here = await subscriptions.ofChannel(placeOf(context.origin));
  if (id) {
    const found = await reachable(id, context, action);
    if (found) return found;
  }
  const [only] = here;
  if (!id && only && here.length === 1) return only;
  const left = here.length - offered;
  const more =
    left > 0
      ? text` The first ${offered} have a button; ${code("digest list")} shows ${left === 1 ? "the other one" : `the other ${left}`}, too, with what to put behind ${code(`digest ${action}`)}.`
      : "";
  const says =
    here.length === 0
      ? "There is no digest in this channel yet."
      : id
        ? `There is no digest “${id.slice(0, 40)}” in this channel.`
        : `There are ${here.length} digests in this channel: which one?`;
  throw new Refusal([says, ...more], {
    examples: [here.length === 0 ? "digest subscribe weekdays 09:00" : `digest ${action} ${only?.id}`],
    buttons: here
      .slice(0, offered)
      .map((one) => ({ label: `${one.line}, ${one.schedule}`.slice(0, 75), line: `digest ${action} ${one.id}` })),
    data: { error: "unknown-digest", id: id ?? "", digests: here.map((one) => one.id) },
  });
}

/** What tells of a channel's affairs or posts there, and is not for somebody who may have left. */
const forMembers: readonly string[] = ["preview", "now", "edit"];

/**
 * The subscription of an id: in its own channel anybody's; elsewhere its owner's, in the same workspace or in a direct
 * message. Undefined when there is none within reach.
 * @throws Refusal in a direct message, which does not tell who is still in a workspace, for what is its members' alone
 */
export async function reachable(id: string, context: Context, action: string): Promise<Subscription | undefined> {
  const { origin } = context;
  const found = await (await context.store()).subscriptions.find(id.toLowerCase());
  if (!found || isOperator(origin)) return found;
  const { platform, channel, workspace } = placeOf(origin);
  if (found.platform !== platform) return undefined;
  if (found.channel === channel) return found;
  if (!found.owner || found.owner !== origin.asker) return undefined;
  if (workspace) return found.workspace === workspace ? found : undefined;
  if (!forMembers.includes(action)) return found;
  throw new Refusal("Please say that on the server of this digest: here I cannot see whether you are still there.", {
    examples: [`digest settings ${found.id}`],
    data: { error: "elsewhere", id: found.id },
  });
}
