import { App, HTTPReceiver, SocketModeReceiver, webApi } from "@slack/bolt";
import type { Painter } from "#chart/painter.ts";
import type { Adapter, Dispatch, KeptLines } from "#core/adapter.ts";
import type { Front } from "#core/front.ts";
import { type Observer, unobserved } from "#core/observer.ts";
import { createSendAnswer } from "./answer.ts";
import { knowingAskers } from "./askers.ts";
import { type SlackConfig, transportOf } from "./config.ts";
import { createConversation } from "./conversation.ts";
import { decodeHomeOpened, type Self } from "./decode-event.ts";
import { askThisCallback } from "./decode-shortcut.ts";
import { errorCode } from "./errors.ts";
import { createHome } from "./home.ts";
import { pace } from "./limits.ts";
import { boltLogger, type Log } from "./log.ts";
import { createPictures } from "./pictures.ts";
import { createPost, type Post } from "./post.ts";
import { createSeen } from "./seen.ts";
import { keepConnected } from "./socket.ts";
import { ackEverything, openServer, openSocket, refuseDelivery, whoAmI } from "./start.ts";
import { createTasks } from "./tasks.ts";
import { formCallback } from "./view.ts";

export type SlackParts = {
  readonly dispatch: Dispatch;
  readonly kept: KeptLines;
  /** Draws charts; without it they are sent in letters. */
  readonly paint?: Painter | undefined;
  readonly log: Log;
  /** Where HTTP requests arrive. */
  readonly front: Front;
  readonly observer?: Observer | undefined;
  /** Milliseconds after which a silent socket counts as lost, and before it is renewed. Slack's client says 5,000. */
  readonly socketPatience?: number;
};

/** Slack's connection, and a way to post to channels unasked. */
export type SlackAdapter = Adapter & { readonly post: Post };

/** Connects the casebook to Slack: Socket Mode with SLACK_APP_TOKEN, else signed HTTP requests. */
export function createSlackAdapter(
  config: SlackConfig,
  { dispatch: given, kept, paint, log, front, observer = unobserved, socketPatience }: SlackParts,
): SlackAdapter {
  const logger = boltLogger(log);
  const clientOptions: webApi.WebClientOptions = {
    logger,
    timeout: pace.callTimeout,
    retryConfig: { retries: 2, minTimeout: 300, factor: 2 },
    maxRequestConcurrency: 20,
    rejectRateLimitedCalls: true,
    ...(config.SLACK_API_URL ? { slackApiUrl: config.SLACK_API_URL } : {}),
  };
  const client = new webApi.WebClient(config.SLACK_BOT_TOKEN, clientOptions);
  const dispatch = knowingAskers(given, { client, log });
  const pictures = paint && createPictures({ client, paint, log, patience: pace.pictureWait });
  const post = createPost({ client, kept, pictures, log });
  client.on(webApi.WebClientEvent.RATE_LIMITED, (seconds: number) => observer.toldToWait("slack", seconds * 1000));
  const tasks = createTasks(log, observer);
  let close: (() => Promise<void>) | undefined;
  let connected = () => false;

  const listen = (app: App, self: Self): void => {
    const sendAnswer = createSendAnswer({ client, kept, pictures, post, log });
    const home = createHome({ dispatch, kept, client, log });
    const seen = createSeen();
    const conversation = createConversation({ dispatch, kept, client, self, seen, post, sendAnswer, home, log });
    app.command(/.*/, async ({ ack, body }) => {
      await ack();
      await tasks.run("command", () => conversation.command(body));
    });
    app.action(/.*/, async ({ ack, body }) => {
      await ack();
      await tasks.run("click", () => conversation.click(body));
    });
    app.view(formCallback, async ({ ack, body }) => {
      await ack();
      await tasks.run("form", () => conversation.submission(body));
    });
    app.shortcut({ type: "message_action", callback_id: askThisCallback }, async ({ ack, body }) => {
      await ack();
      await tasks.run("shortcut", () => conversation.askThis(body));
    });
    // Events are acked by Bolt before they come here.
    app.event("app_mention", ({ body }) => tasks.run("mention", () => conversation.message(body)));
    app.event("message", ({ body }) => tasks.run("message", () => conversation.message(body)));
    app.event("app_home_opened", async ({ body }) => {
      const opened = decodeHomeOpened(body);
      if (opened) await tasks.run("home", () => home.start(opened.origin, opened.viewHash));
    });
    app.error(async (error) => log.error({ code: errorCode(error) }, "Bolt could not handle a delivery"));
    ackEverything(app, { log, observer, stopping: tasks.stopping });
  };

  return {
    platform: "slack",
    post,
    connected: () => connected(),
    async start() {
      const transport = transportOf(config);
      const self = await whoAmI(client, config);
      const options = {
        token: transport.token,
        botUserId: self.userId,
        botId: self.botId ?? "",
        tokenVerificationEnabled: false,
      };
      const shared = { logger, clientOptions, convoStore: false as const };
      if (transport.kind === "http") {
        const { host, port, signingSecret } = transport;
        const receiver = new HTTPReceiver({ signingSecret, logger, port, processEventErrorHandler: refuseDelivery });
        const app = new App({ ...options, ...shared, receiver });
        listen(app, self);
        const served = await openServer(receiver, front);
        close = () => served.close(pace.stop / 2);
        connected = served.listening;
        log.info({ host, port }, "Slack: listening on /slack/events");
        return;
      }
      const { appToken } = transport;
      const receiver = new SocketModeReceiver({
        appToken,
        logger,
        processEventErrorHandler: async () => false,
        installerOptions: { clientOptions },
        ...(socketPatience ? { clientPingTimeout: socketPatience } : {}),
      });
      const app = new App({ ...options, ...shared, receiver });
      listen(app, self);
      await openSocket(app, config);
      const socket = keepConnected(receiver.client, log);
      close = () => socket.close();
      connected = socket.connected;
      log.info("Slack: connected in Socket Mode");
    },
    async stop() {
      const deadline = Date.now() + pace.stop;
      const closed = close?.();
      close = undefined;
      await tasks.finish(deadline);
      await closed;
    },
  };
}
