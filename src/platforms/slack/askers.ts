import type { webApi } from "@slack/bolt";
import type { Dispatch } from "#core/adapter.ts";
import type { Origin } from "#core/invocation.ts";
import type { Log } from "#core/log.ts";
import { createRecent } from "#core/recent.ts";
import { slackCode } from "./errors.ts";
import { pace } from "./limits.ts";

type Parts = { readonly client: webApi.WebClient; readonly log: Log; readonly now?: () => number };
type About = Pick<Origin, "zone" | "admin">;

/**
 * The dispatch for commands whose reply depends on who asks: their time zone, and whether they administer the
 * workspace, which Slack tells by `users.info` alone. What Slack does not tell stays unknown, and nobody's right.
 */
export function knowingAskers(dispatch: Dispatch, { client, log, now = Date.now }: Parts): Dispatch {
  const known = createRecent<{ readonly about: About; readonly until: number }>(1000);

  const ask = async (user: string): Promise<About> => {
    const before = known.get(user);
    if (before && before.until > now()) return before.about;
    try {
      const { user: found = {} } = await client.users.info({ user });
      const about = {
        admin: Boolean(found.is_admin || found.is_owner || found.is_primary_owner),
        ...(found.tz ? { zone: found.tz } : {}),
      };
      known.set(user, { about, until: now() + pace.askerKnown });
      return about;
    } catch (error) {
      log.warn({ code: slackCode(error) }, "Slack did not say who asks: the app needs the scope users:read");
      return {};
    }
  };

  return {
    ...dispatch,
    run: async (invocation) => {
      const { command, origin } = invocation;
      const wanted = dispatch.commands.some(({ name, asksWho }) => asksWho && name === command);
      if (!wanted || !origin.asker) return dispatch.run(invocation);
      return dispatch.run({ ...invocation, origin: { ...origin, ...(await ask(origin.asker)) } });
    },
  };
}
