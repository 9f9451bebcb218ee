import { z } from "zod";
import type { Installations } from "#core/installations.ts";
import type { Log } from "#core/log.ts";

const id = z.string().min(1);

/** `app_uninstalled`, or `tokens_revoked`; the latter counts when the bot's own token is among them. */
const removalSchema = z.object({
  team_id: id.nullish(),
  enterprise_id: id.nullish(),
  event_time: z.number(),
  authorizations: z
    .array(
      z.object({ enterprise_id: id.nullish(), team_id: id.nullish(), is_enterprise_install: z.boolean().nullish() }),
    )
    .optional(),
  is_enterprise_install: z.boolean().nullish(),
  event: z.union([
    z.object({ type: z.literal("app_uninstalled") }),
    z.object({ type: z.literal("tokens_revoked"), tokens: z.object({ bot: z.array(id).min(1) }) }),
  ]),
});

/** Which installation is over, and since when (milliseconds since 1970); nothing when none is. */
export function decodeRemoval(body: unknown): { readonly id: string; readonly at: number } | undefined {
  const parsed = removalSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { team_id, enterprise_id, event_time, authorizations, is_enterprise_install } = parsed.data;
  const [authorization] = authorizations ?? [];
  const wide = authorization?.is_enterprise_install ?? is_enterprise_install ?? false;
  const of = wide
    ? (authorization?.enterprise_id ?? enterprise_id)
    : (authorization?.team_id ?? team_id ?? authorization?.enterprise_id ?? enterprise_id);
  // Slack tells whole seconds: all of the one it happened in counts as before.
  return of ? { id: of, at: (event_time + 1) * 1000 } : undefined;
}

type Parts = {
  readonly installations: Installations;
  /** Told of the workspaces that have no installation any more. */
  readonly removed?: ((workspaces: readonly string[]) => Promise<void>) | undefined;
  readonly log: Log;
};

/** Deletes what is kept of an installation when Slack says that it is over. What was installed again since stays. */
export function createRemoval({ installations, removed, log }: Parts): (body: unknown) => Promise<void> {
  return async (body) => {
    const removal = decodeRemoval(body);
    if (!removal) return;
    const workspaces = await installations.remove(removal.id, removal.at);
    if (workspaces.length === 0) return log.info({ workspace: removal.id }, "Slack: installed again since");
    log.info({ workspace: removal.id }, "Slack: removed; its token is deleted");
    await removed?.(workspaces);
  };
}
