import type { Context } from "#core/command.ts";
import type { Answer } from "#core/reply.ts";
import { scheduleOf } from "../subscription-schedule.ts";
import { mustBeManager } from "./permission.ts";
import { subscriptionFor } from "./reach.ts";
import { settingsAnswer } from "./settings.ts";
import { mustComeDue } from "./wish.ts";

/**
 * Stops a subscription until somebody resumes it.
 * @throws Refusal for who may not, and for a subscription out of reach
 */
export async function pause(id: string | undefined, context: Context): Promise<Answer> {
  mustBeManager(context);
  const subscription = await subscriptionFor(id, context, "pause");
  const paused = "somebody here paused it";
  await (await context.store()).subscriptions.change(subscription.id, { paused });
  return settingsAnswer("Paused", { ...subscription, paused }, context, "paused");
}

/**
 * Lets a paused subscription go on at its next time; one that runs is left as it is, with a post that is overdue.
 * @throws Refusal for who may not, for a subscription out of reach, and for a schedule that never comes due
 */
export async function resume(id: string | undefined, context: Context): Promise<Answer> {
  mustBeManager(context);
  const subscription = await subscriptionFor(id, context, "resume");
  if (subscription.paused === undefined) return settingsAnswer("Running already", subscription, context, "running");
  const nextAt = mustComeDue(scheduleOf(subscription), context.now.getTime());
  await (await context.store()).subscriptions.change(subscription.id, { paused: undefined, nextAt });
  return settingsAnswer("Running again", { ...subscription, paused: undefined, nextAt }, context, "resumed");
}
