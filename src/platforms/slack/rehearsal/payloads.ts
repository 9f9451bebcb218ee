/** What Slack delivers when somebody in the playground does something. Ids are made up, shapes are Slack's. */

const team = "T0PLAYGRND";
const user = "U0PLAYGRND";
const channels = { channel: "C0PLAYGRND", direct: "D0PLAYGRND" } as const;

/** The bot itself, for its mentions. */
export const self = { userId: "U0CASEBOOK", botId: "B0CASEBOOK" } as const;

/** Where something is done: a channel, or a conversation with the bot alone. */
export type Where = keyof typeof channels;

/** The message that is clicked on, as the browser remembers it. */
export type Clicked = { readonly where: Where; readonly ts: string; readonly alone: boolean; readonly thread?: string };

/** A time stamp as Slack numbers messages. */
export const stamp = (now: number = Date.now()): string => (now / 1000).toFixed(6);

const shared = {
  token: "playground",
  api_app_id: "A0PLAYGRND",
  is_enterprise_install: false,
  enterprise: null,
} as const;
const address = "https://hooks.slack.com/playground";

/** A slash command typed into the message box. */
export function slashCommand(command: string, text: string, where: Where): object {
  return {
    ...shared,
    team_id: team,
    team_domain: "playground",
    channel_id: channels[where],
    channel_name: where === "direct" ? "directmessage" : "partnerships",
    user_id: user,
    user_name: "you",
    command: `/${command}`,
    text: entities(text),
    response_url: address,
    trigger_id: "1.2.playground",
  };
}

/** A message that mentions the bot in a channel, or one written to it alone. */
export function message(text: string, where: Where, ts: string): object {
  const direct = where === "direct";
  return {
    ...shared,
    team_id: team,
    context_team_id: team,
    type: "event_callback",
    event_id: `Ev${ts}`,
    event_time: Math.floor(Number(ts)),
    event: {
      type: direct ? "message" : "app_mention",
      user,
      ts,
      text: direct ? entities(text) : `<@${self.userId}> ${entities(text)}`,
      team,
      channel: channels[where],
      event_ts: ts,
      ...(direct ? { channel_type: "im" } : {}),
    },
  };
}

/** The Home tab is opened. */
export function homeOpened(ts: string): object {
  return {
    ...shared,
    team_id: team,
    type: "event_callback",
    event_id: `Ev${ts}`,
    event_time: Math.floor(Number(ts)),
    event: { type: "app_home_opened", user, channel: channels.direct, tab: "home", event_ts: ts },
  };
}

/** A click on a button, or a pick from a menu, in a message or (without one) in the Home tab. */
export function click(action: object, on: Clicked | undefined): object {
  const channel = on && channels[on.where];
  return {
    type: "block_actions",
    ...shared,
    user: { id: user, username: "you", name: "you", team_id: team },
    team: { id: team, domain: "playground" },
    trigger_id: "1.2.playground",
    ...(on && channel
      ? {
          container: { type: "message", message_ts: on.ts, channel_id: channel, is_ephemeral: on.alone },
          channel: { id: channel, name: on.where === "direct" ? "directmessage" : "partnerships" },
          ...(on.thread ? { message: { ts: on.ts, thread_ts: on.thread } } : {}),
          response_url: address,
        }
      : { container: { type: "view", view_id: "V0HOME" }, view: { id: "V0HOME", type: "home", hash: "playground" } }),
    state: { values: {} },
    actions: [{ ...action, action_ts: stamp() }],
  };
}

/** A form sent: the view as it was opened, with what was filled in by block and action. */
export function submission(view: object, values: Readonly<Record<string, Readonly<Record<string, object>>>>): object {
  return {
    type: "view_submission",
    ...shared,
    user: { id: user, username: "you", name: "you", team_id: team },
    team: { id: team, domain: "playground" },
    trigger_id: "1.2.playground",
    view: { ...view, id: "V0FORM", team_id: team, hash: "playground", state: { values } },
    response_urls: [],
  };
}

/** Letters as Slack delivers them. */
function entities(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
