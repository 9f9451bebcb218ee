import type { Installation, InstallationQuery, InstallationStore } from "@slack/bolt";
import { z } from "zod";
import type { Installations } from "#core/installations.ts";
import type { Seal } from "#core/seal.ts";

/** Nobody installed the bot there, or somebody removed it. */
export class NotInstalled extends Error {
  readonly workspace: string;
  constructor(workspace: string) {
    super(`not installed in ${workspace}`);
    this.workspace = workspace;
  }
}

const id = z.string().min(1);
const named = z.object({ id, name: z.string().exactOptional() });
const rotating = { refreshToken: z.string().exactOptional(), expiresAt: z.number().exactOptional() };

/** What Slack's library hands over of one installation; no more of it is kept than the bot needs. */
const installationSchema = z.object({
  team: named.optional(),
  enterprise: named.optional(),
  isEnterpriseInstall: z.boolean().default(false),
  appId: z.string().optional(),
  user: z.object({ id }),
  bot: z.object({ id, userId: id, token: z.string().min(1), scopes: z.array(z.string()), ...rotating }),
  /** When it was installed, milliseconds since 1970; a refreshed token keeps it. */
  metadata: z.string().regex(/^\d+$/).optional(),
});

/** Slack's ids of a workspace (T…) and of an organisation (E…) cannot be confused. */
const idOf = ({ isEnterpriseInstall, enterprise, team }: z.infer<typeof installationSchema>): string =>
  (isEnterpriseInstall ? enterprise?.id : team?.id) ?? "";

/** What a sealed installation belongs to, so that one cannot be put in another's place. */
export const sealedFor = (installation: string): string => `slack installation ${installation}`;

type Parts = {
  readonly installations: Installations;
  /** Told of a workspace that an organisation's install came to serve. */
  readonly installed?: ((workspaces: readonly string[]) => Promise<void>) | undefined;
  readonly seal: Seal;
  readonly now?: () => number;
};

/** Installations for Slack's library, sealed in the store. Fetching rejects with NotInstalled or SealBroken. */
export function keptInstallations({ installations, installed, seal, now = Date.now }: Parts): InstallationStore {
  return {
    storeInstallation: async (given) => {
      const installation = installationSchema.parse(given);
      const at = Number(installation.metadata ?? now());
      const of = idOf(installation);
      if (!of) throw new Error("Slack named neither a workspace nor an organisation");
      // A token renewed while the app was removed is not kept.
      if (installation.metadata !== undefined && (await installations.find(of)) === undefined) return;
      const text = JSON.stringify({ ...installation, metadata: String(at) });
      await installations.keep(of, seal.close(text, sealedFor(of)), at);
    },
    fetchInstallation: async (query) => {
      const of = askedFor(query);
      const sealed = of ? await installations.find(of) : undefined;
      if (!of || sealed === undefined) throw new NotInstalled(query.teamId ?? query.enterpriseId ?? "");
      const { isEnterpriseInstall, teamId } = query;
      if (isEnterpriseInstall && teamId && (await installations.organisationOf(teamId)) !== of) {
        await installations.join(teamId, of);
        await installed?.([teamId]);
      }
      return toInstallation(installationSchema.parse(JSON.parse(seal.open(sealed, sealedFor(of)))));
    },
  };
}

function askedFor({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>): string | undefined {
  return isEnterpriseInstall ? enterpriseId : teamId;
}

function toInstallation(kept: z.infer<typeof installationSchema>): Installation<"v2", boolean> {
  const { team, enterprise, user, bot, appId, metadata, isEnterpriseInstall } = kept;
  return {
    team,
    enterprise,
    user: { id: user.id, token: undefined, scopes: undefined },
    bot,
    isEnterpriseInstall,
    authVersion: "v2",
    tokenType: "bot",
    ...(appId ? { appId } : {}),
    ...(metadata ? { metadata } : {}),
  };
}
