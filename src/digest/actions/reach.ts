import type { Context } from "#core/command.ts";
import { Refusal } from "#core/refusal.ts";
import { code, text } from "#core/reply.ts";
import type { Subscription } from "#core/subscriptions.ts";
import { destinationOf } from "./destination.ts";
import { isOperator } from "./permission.ts";

/** Digests that a refusal offers as buttons. */
const offered = 5;

/**
 * The subscription an id names, if the asker may reach it from here; without an id the only one of this channel.
 * @throws Refusal that offers those there are
 */
export async function subscriptionFor(id: string | undefined, context: Context, action: string): Promise<Subscription> {
  const { subscriptions } = await context.store();
  const here = await subscriptions.ofChannel(destinationOf(context.origin));
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
  const { platform, channel, workspace } = destinationOf(origin);
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
