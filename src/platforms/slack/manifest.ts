import { z } from "zod";
import { clip } from "#core/clip.ts";
import type { AnyCommand } from "#core/command.ts";
import { kebab } from "#core/line.ts";
import { askThisCallback, askThisLabel } from "./decode-shortcut.ts";
import { limits } from "./limits.ts";

/** What the bot does with each permission; it asks for no other. */
export const scopes = {
  commands: "slash commands",
  "chat:write": "answers in channels it is in and in direct messages",
  "app_mentions:read": "questions that mention it",
  "im:history": "questions in direct messages",
  "channels:history": "whether a digest whose answer was lost stands in its channel already",
  "groups:history": "the same in private channels",
  "im:write": "the same in direct messages",
  "users:read":
    "the time zone a digest is set up in, who administers the workspace, for `DIGEST_MANAGERS` and `MAINTAINERS`, and the name of an owner who is mentioned",
  "files:write": "pictures of charts in its answers",
  "assistant:write": "its place beside the conversation, where questions are suggested",
} as const;

/** Events it is told of, and nothing else: Slack delivers at most 30,000 an hour. */
export const events = [
  ...(["app_home_opened", "app_mention", "app_uninstalled", "message.im"] as const),
  ...(["team_access_granted", "team_access_revoked", "tokens_revoked"] as const),
] as const;

/** Questions offered where a conversation begins, of no entry that a casebook may not have; Slack shows at most four. */
export const suggestedPrompts = [
  { title: "See which companies are covered", message: "Which companies do you know?" },
  { title: "Compare two companies", message: "compare" },
  { title: "Prepare a partner meeting", message: "How do I prepare for a first partner meeting?" },
  { title: "Estimate a training run", message: "What does it cost to train a 7B model on 1T tokens?" },
] as const;

type Shortcut = { name: string; type: "message"; callback_id: string; description: string };
type SlashCommand = {
  command: string;
  url?: string;
  description: string;
  usage_hint: string;
  should_escape: boolean;
};

/** A Slack app's manifest: paste it at api.slack.com/apps → Create New App → From a manifest. */
export type SlackManifest = {
  display_information: { name: string; description: string; background_color: string };
  features: {
    agent_view: { agent_description: string; suggested_prompts: { title: string; message: string }[] };
    app_home: { home_tab_enabled: boolean; messages_tab_enabled: boolean; messages_tab_read_only_enabled: boolean };
    bot_user: { display_name: string; always_online: boolean };
    shortcuts: Shortcut[];
    slash_commands: SlashCommand[];
  };
  oauth_config: { redirect_urls?: string[]; scopes: { bot: string[] } };
  settings: {
    event_subscriptions: { request_url?: string; bot_events: string[] };
    interactivity: { is_enabled: boolean; request_url?: string };
    org_deploy_enabled: boolean;
    socket_mode_enabled: boolean;
    token_rotation_enabled: boolean;
  };
};

/**
 * The manifest that belongs to these commands: for Socket Mode, or for HTTP at an address (https://host) where people of
 * many workspaces may install it. Throws when the commands are more than Slack takes in one app.
 */
export function slackManifest(commands: readonly AnyCommand[], address?: string): SlackManifest {
  const requests = address && new URL("/slack/events", address).href;
  if (commands.length > limits.manifestCommands)
    throw new Error(`Slack takes ${limits.manifestCommands} slash commands in an app, there are ${commands.length}`);
  return {
    display_information: {
      name: "Casebook",
      description: "Case studies, playbooks and figures for partnership teams; every answer dated and sourced.",
      background_color: "#1f3a5f",
    },
    features: {
      agent_view: {
        agent_description:
          "Answers questions about companies, partnerships, roles and playbooks from its own casebook, with source and date, and says so when it does not know.",
        suggested_prompts: [...suggestedPrompts],
      },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "Casebook", always_online: true },
      shortcuts: [
        {
          name: askThisLabel,
          type: "message",
          callback_id: askThisCallback,
          description: "Looks up what the message asks, for you alone",
        },
      ],
      slash_commands: commands.map((command) => ({ ...slashCommand(command), ...(requests ? { url: requests } : {}) })),
    },
    oauth_config: {
      ...(address ? { redirect_urls: [new URL("/slack/oauth_redirect", address).href] } : {}),
      scopes: { bot: Object.keys(scopes).sort() },
    },
    settings: {
      event_subscriptions: { ...(requests ? { request_url: requests } : {}), bot_events: [...events] },
      interactivity: { is_enabled: true, ...(requests ? { request_url: requests } : {}) },
      org_deploy_enabled: address !== undefined,
      socket_mode_enabled: address === undefined,
      token_rotation_enabled: false,
    },
  };
}

function slashCommand(command: AnyCommand): SlashCommand {
  return {
    command: `/${command.name}`,
    description: clip(command.summary, limits.commandDescription),
    usage_hint: clip(usageHint(command), limits.commandUsageHint),
    should_escape: false,
  };
}

/** `[study] [section] [share:yes]`: what is typed in order, then what is given by name. Required ones in angle brackets. */
export function usageHint({ options, positional, personal }: AnyCommand): string {
  const named = Object.keys(options.shape).filter((name) => !positional.includes(name));
  const words = [
    ...positional.map((name) => bracket(kebab(name), isOptional(options.shape[name]))),
    ...named.map((name) => bracket(`${kebab(name)}:…`, isOptional(options.shape[name]))),
    ...(personal ? [] : ["[share:yes]"]),
  ];
  return words.join(" ");
}

function isOptional(schema: unknown): boolean {
  return schema instanceof z.ZodType && schema.safeParse(undefined).success;
}

function bracket(word: string, optional: boolean): string {
  return optional ? `[${word}]` : `<${word}>`;
}
