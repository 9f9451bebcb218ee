import { webApi } from "@slack/bolt";
import type { Painter } from "#chart/painter.ts";
import type { Deliverer, FoundPost, PostResult } from "#core/deliverer.ts";
import { type Installations, removedFromWorkspace } from "#core/installations.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import { neverLeft, searchedSince, searchPages } from "#core/lost-answer.ts";
import type { Delivery } from "#core/outbox.ts";
import { TooLate } from "#core/too-late.ts";
import { type AccessTo, clientFor, forEachAccess, installedAccess, singleAccess } from "./access.ts";
import { installTransport, type SlackConfig, takesInstalls } from "./config.ts";
import { clientOptionsOf } from "./connection.ts";
import { slackCode } from "./errors.ts";
import { NotInstalled } from "./installs/kept.ts";
import { createInstallReceiver } from "./installs/receiver.ts";
import { pace } from "./limits.ts";
import { Crowded } from "./one-by-one.ts";
import { createPictures } from "./pictures.ts";
import { createPost } from "./post.ts";

/** What a delivery's message carries, so that it can be found again. */
const eventType = "casebook_delivery";

/** The channel is gone, or closed to the bot. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const gone = new Set([
  ...["channel_not_found", "is_archived", "not_in_channel", "user_not_found", "cannot_dm_bot", "messages_tab_disabled"],
  ...["restricted_action", "restricted_action_read_only_channel", "is_inactive", "channel_type_not_supported"],
]);
/** The token is no good: calling on does no good either. */
const refusedToken = new Set(["invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"]);
/** Of these, what comes of removing the app. */
const takenAway = new Set(["account_inactive", "token_revoked", "team_access_not_granted"]);
/** Slack failed somewhere on the way; the message may stand there. */
const unclear = new Set(["fatal_error", "internal_error", "service_unavailable", "request_timeout", "unreachable"]);

/** How long nothing is sent after the token was refused, in milliseconds. */
const tokenRest = 10 * 60_000;
/** How long nothing is sent to a workspace whose token could not be read, in milliseconds. */
const storeRest = 60_000;
const crowdedRest = 10_000;

export type SlackDelivererOptions = {
  readonly kept: KeptLines;
  /** Draws charts; without it they are sent in letters. */
  readonly paint?: Painter | undefined;
  readonly log: Log;
  /** Milliseconds a call may take. */
  readonly timeout?: number;
  /** Where many workspaces installed it; needed with SLACK_CLIENT_ID. */
  readonly installations?: Installations | undefined;
};

/** One workspace's token, or what installs by many workspaces need. */
export type DelivererConfig = Partial<SlackConfig>;

function accessOf(
  config: DelivererConfig,
  { installations, log }: Pick<SlackDelivererOptions, "installations" | "log">,
): AccessTo {
  if (!takesInstalls(config)) return singleAccess(config.SLACK_BOT_TOKEN ?? "");
  if (!installations) throw new Error("installs by many workspaces need a store");
  const transport = installTransport({ HOST: "", PORT: 0, ...config });
  const { authorize } = createInstallReceiver(transport, { installations, log }, clientOptionsOf(config, log));
  return installedAccess(authorize, installations);
}

/** What comes of a post to a workspace that the bot has no token for. */
function noAccess(error: unknown): Extract<PostResult, { kind: "gone" | "wait" }> {
  if (error instanceof NotInstalled) return { kind: "gone", reason: removedFromWorkspace };
  return { kind: "wait", milliseconds: storeRest, reason: "the workspace's token cannot be read" };
}

/** Posts deliveries to Slack, each with its workspace's token, one call each: Slack's client would repeat a call whose answer was lost. */
export function createSlackDeliverer(
  config: DelivererConfig,
  { kept, paint, log, installations, timeout = pace.callTimeout }: SlackDelivererOptions,
): Deliverer {
  const clientOptions = { ...clientOptionsOf(config, log), timeout, retryConfig: { retries: 0 } };
  const accessTo = accessOf(config, { installations, log });
  const posterAt = forEachAccess((access) => {
    const client = new webApi.WebClient(access.token, clientFor(access, clientOptions));
    const pictures = paint && createPictures({ client, paint, log, patience: pace.digestPictureWait });
    return { client, post: createPost({ client, kept, pictures, log }), closedUntil: 0 };
  });

  /** A person's id is enough to write to them, not to read what was written. */
  const channelOf = async ({ person, channel }: Delivery, client: webApi.WebClient): Promise<string> => {
    if (!person) return channel;
    const { channel: direct } = await client.conversations.open({ users: channel });
    if (!direct?.id) throw new Error("Slack named no direct conversation");
    return direct.id;
  };

  const search = async (delivery: Delivery): Promise<string | undefined> => {
    const { id, thread } = delivery;
    const { client } = posterAt(await accessTo(delivery.workspace));
    const channel = await channelOf(delivery, client);
    const oldest = String(searchedSince(delivery) / 1000);
    return searchPages(async (cursor) => {
      const query = { channel, oldest, limit: 200, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
      const { messages = [], response_metadata } = thread
        ? await client.conversations.replies({ ...query, ts: thread })
        : await client.conversations.history(query);
      const found = messages.find(({ metadata }) => metadata?.event_type === eventType && idOf(metadata) === id);
      return { found: found?.ts, next: response_metadata?.next_cursor };
    });
  };

  return {
    platform: "slack",
    post: async (delivery, stillOurs = () => true): Promise<PostResult> => {
      const { id, workspace, channel, thread, ping, reply } = delivery;
      const access = await accessTo(workspace).catch(noAccess);
      if ("kind" in access) return access;
      const poster = posterAt(access);
      if (Date.now() < poster.closedUntil)
        return { kind: "wait", milliseconds: tokenRest, reason: "Slack refuses the token" };
      try {
        const metadata = { event_type: eventType, event_payload: { id } };
        return { kind: "sent", message: await poster.post({ channel, thread }, reply, { metadata, ping, stillOurs }) };
      } catch (error) {
        if (error instanceof TooLate) return { kind: "late" };
        if (error instanceof Crowded)
          return { kind: "wait", milliseconds: crowdedRest, reason: "many posts wait there" };
        // Where people installed it, they also take it away; a token that an operator set can be set anew.
        if (takesInstalls(config) && takenAway.has(slackCode(error)))
          return { kind: "gone", reason: removedFromWorkspace };
        const result = resultOf(error);
        if (result.kind === "wait" && refusedToken.has(slackCode(error))) poster.closedUntil = Date.now() + tokenRest;
        return result;
      }
    },
    find: async (delivery): Promise<FoundPost> => {
      try {
        const message = await search(delivery);
        return message ? { kind: "there", message } : { kind: "absent" };
      } catch (error) {
        const access = noAccess(error);
        if (access.kind === "gone") return { kind: "absent" };
        const code = slackCode(error);
        if (code === "missing_scope")
          return {
            kind: "unknown",
            reason: "the app needs the scopes channels:history, groups:history, im:history and im:write",
          };
        if (delivery.person === false && gone.has(code)) return { kind: "absent" };
        const wait = error instanceof webApi.WebAPIRateLimitedError ? { milliseconds: error.retryAfter * 1000 } : {};
        return { kind: "unknown", reason: `Slack answered ${code}`, ...wait };
      }
    },
  };
}

function idOf(metadata: { event_payload?: object }): unknown {
  return metadata.event_payload && "id" in metadata.event_payload ? metadata.event_payload.id : undefined;
}

function resultOf(error: unknown): PostResult {
  const code = slackCode(error);
  const reason = `Slack answered ${code}`;
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: "wait", milliseconds: error.retryAfter * 1000, reason };
  if (refusedToken.has(code)) return { kind: "wait", milliseconds: tokenRest, reason };
  if (gone.has(code)) return { kind: "gone", reason: goneReason(code) };
  if (neverLeft(error)) return { kind: "refused", reason: "Slack could not be reached" };
  return unclear.has(code) || /^http_5/.test(code) || !(error instanceof webApi.WebAPIPlatformError)
    ? { kind: "unknown", reason: code === "unreachable" ? "Slack did not answer" : reason }
    : { kind: "refused", reason };
}

function goneReason(code: string): string {
  if (code === "is_archived") return "the channel is archived";
  if (code === "not_in_channel") return "the bot is not in the channel: /invite it";
  if (code === "channel_not_found") return "the channel is gone, or the bot was removed from it";
  return `the channel takes no posts from the bot (${code})`;
}
