import type { webApi } from "@slack/bolt";
import type { Origin } from "#core/invocation.ts";
import type { Log } from "#core/log.ts";
import { cleanText } from "#core/parse.ts";
import { createRecent } from "#core/recent.ts";
import { slackCode } from "./errors.ts";
import { pace } from "./limits.ts";

type Parts = { readonly client: webApi.WebClient; readonly log: Log; readonly now?: () => number };

/** What of somebody's record is used: their name, their time zone, and whether they administer the workspace. */
export type Known = Pick<Origin, "name" | "zone" | "admin">;

/** What Slack tells of somebody by their id; undefined where it did not, and then it is asked again. */
export type Acquaintance = (user: string) => Promise<Known | undefined>;

/** People of a workspace, which Slack tells of by `users.info` alone; remembered for ten minutes. */
export function createAcquaintance({ client, log, now = Date.now }: Parts): Acquaintance {
  const known = createRecent<{ readonly person: Known; readonly until: number }>(1000);
  return async (user) => {
    const before = known.get(user);
    if (before && before.until > now()) return before.person;
    try {
      const { user: found = {} } = await client.users.info({ user });
      const name = cleanText(found.profile?.display_name || found.real_name || found.name || "");
      const person: Known = {
        admin: Boolean(found.is_admin || found.is_owner || found.is_primary_owner),
        ...(found.tz ? { zone: found.tz } : {}),
        ...(name ? { name } : {}),
      };
      known.set(user, { person, until: now() + pace.askerKnown });
      return person;
    } catch (error) {
      log.warn({ code: slackCode(error) }, "Slack did not say who somebody is: the app needs the scope users:read");
      return undefined;
    }
  };
}
