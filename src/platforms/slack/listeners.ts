import { type App, AuthorizationError, type Context } from "@slack/bolt";
import type { Log } from "#core/log.ts";
import { SealBroken } from "#core/seal.ts";
import { rootOf } from "./access.ts";
import { decodeHomeOpened, type Self } from "./decode-event.ts";
import { askThisCallback } from "./decode-shortcut.ts";
import { slackCode } from "./errors.ts";
import { NotInstalled } from "./installs/kept.ts";
import { notHere } from "./notices.ts";
import type { RespondTo } from "./respond.ts";
import type { Tasks } from "./tasks.ts";
import { formCallback } from "./view.ts";
import type { Workplace } from "./workplace.ts";

export type Listeners = {
  /** Who answers in the workspace that a delivery came from. */
  readonly at: (context: Context) => Workplace;
  /** Told that an install is over, or serves other workspaces. */
  readonly installsChanged?: ((body: unknown) => Promise<void>) | undefined;
  readonly respondTo: RespondTo;
  readonly tasks: Tasks;
  readonly log: Log;
};

/** What Bolt tells of a delivery that it could not handle. */
type Failure = Parameters<Parameters<App["error"]>[0]>[0];

/** Hands each thing that Slack delivers to who answers there, after its ack. */
export function listen(app: App, { at, installsChanged, respondTo, tasks, log }: Listeners): void {
  app.command(/.*/, async ({ ack, body, context }) => {
    await ack();
    await tasks.run("command", () => at(context).conversation.command(body));
  });
  app.action(/.*/, async ({ ack, body, context }) => {
    await ack();
    await tasks.run("click", () => at(context).conversation.click(body));
  });
  app.view(formCallback, async ({ ack, body, context }) => {
    await ack();
    await tasks.run("form", () => at(context).conversation.submission(body));
  });
  app.shortcut({ type: "message_action", callback_id: askThisCallback }, async ({ ack, body, context }) => {
    await ack();
    await tasks.run("shortcut", () => at(context).conversation.askThis(body));
  });
  // Events are acked by Bolt before they come here.
  app.event("app_mention", ({ body, context }) =>
    tasks.run("mention", () => at(context).conversation.message(body, selfIn(context))),
  );
  app.event("message", ({ body, context }) =>
    tasks.run("message", () => at(context).conversation.message(body, selfIn(context))),
  );
  app.event("app_home_opened", async ({ body, context }) => {
    const opened = decodeHomeOpened(body);
    if (opened) await tasks.run("home", () => at(context).home.start(opened.origin, opened.viewHash));
  });
  if (installsChanged)
    for (const event of ["app_uninstalled", "tokens_revoked", "team_access_revoked", "team_access_granted"] as const)
      app.event(event, ({ body }) => tasks.run("change of installs", () => installsChanged(body)));
  app.error(async ({ error, body }: Failure) => {
    const root = rootOf(error);
    // Bolt reads into what is delivered. What our own listeners throw does not come here.
    if (root instanceof TypeError) return log.warn("a delivery of an unknown form was left alone");
    if (!(root instanceof NotInstalled)) {
      log.error({ code: slackCode(root) }, "Bolt could not handle a delivery");
      // A store that is away comes back: before its ack, the delivery is refused, and Slack brings it again.
      if (error instanceof AuthorizationError && !(root instanceof SealBroken)) throw error;
      return;
    }
    log.warn({ workspace: root.workspace }, "Slack: asked from a workspace where the app is not installed");
    if ("response_url" in body && typeof body.response_url === "string")
      await respondTo(body.response_url)({ text: notHere, response_type: "ephemeral", replace_original: false });
  });
}

function selfIn({ botUserId = "", botId }: Context): Self {
  return { userId: botUserId, botId };
}
