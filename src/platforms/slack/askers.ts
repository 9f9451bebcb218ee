import type { Dispatch } from "#core/adapter.ts";
import type { Acquaintance } from "./people.ts";

/**
 * The dispatch for commands whose reply depends on who asks: their time zone, and whether they administer the
 * workspace. What Slack does not tell stays unknown, and nobody's right.
 */
export function knowingAskers(dispatch: Dispatch, acquaintance: Acquaintance): Dispatch {
  return {
    ...dispatch,
    run: async (invocation) => {
      const { command, origin } = invocation;
      const wanted = dispatch.commands.some(({ name, asksWho }) => asksWho && name === command);
      if (!wanted || !origin.asker) return dispatch.run(invocation);
      const { zone, admin } = (await acquaintance(origin.asker)) ?? {};
      const told = { ...(admin === undefined ? {} : { admin }), ...(zone ? { zone } : {}) };
      return dispatch.run({ ...invocation, origin: { ...origin, ...told } });
    },
  };
}
