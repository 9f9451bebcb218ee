import { z } from "zod";
import type { Installations, WorkspacesFollowed } from "#core/installations.ts";
import type { Log } from "#core/log.ts";

const id = z.string().min(1);

/** https://docs.slack.dev/reference/events/team_access_revoked and team_access_granted */
const teamAccessSchema = z.object({
  enterprise_id: id.nullish(),
  authorizations: z.array(z.object({ enterprise_id: id.nullish() })).optional(),
  event: z.object({ type: z.enum(["team_access_granted", "team_access_revoked"]), team_ids: z.array(id) }),
});

/** Which workspaces an organisation's install serves from now on, or does not any more; nothing for other deliveries. */
export function decodeTeamAccess(
  body: unknown,
):
  | { readonly granted: boolean; readonly organisation: string | undefined; readonly workspaces: readonly string[] }
  | undefined {
  const parsed = teamAccessSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { authorizations, enterprise_id, event } = parsed.data;
  const organisation = authorizations?.[0]?.enterprise_id ?? enterprise_id ?? undefined;
  return { granted: event.type === "team_access_granted", organisation, workspaces: [...new Set(event.team_ids)] };
}

type Parts = {
  readonly installations: Installations;
  readonly followed?: WorkspacesFollowed | undefined;
  readonly log: Log;
};

/** Keeps which workspaces an organisation lets the bot into. One with an install of its own keeps that. */
export function createTeamAccess({ installations, followed, log }: Parts): (body: unknown) => Promise<void> {
  return async (body) => {
    const { granted, organisation, workspaces = [] } = decodeTeamAccess(body) ?? {};
    if (!organisation) return;
    const changed: string[] = [];
    for (const workspace of workspaces) {
      if (granted) {
        // What comes before its install is kept joins with the first delivery from there.
        if ((await installations.find(organisation)) === undefined) continue;
        await installations.join(workspace, organisation);
      } else {
        await installations.leave(workspace, organisation);
        if ((await installations.find(workspace)) !== undefined) continue;
      }
      changed.push(workspace);
    }
    if (changed.length === 0) return;
    log.info({ organisation, workspaces: changed, granted }, "Slack: an organisation changed where it may be used");
    await (granted ? followed?.installed : followed?.removed)?.(changed);
  };
}
