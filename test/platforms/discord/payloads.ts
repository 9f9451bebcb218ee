/** Ids of the small server that tests play in. */
export const ids = {
  application: "100000000000000001",
  guild: "200000000000000002",
  channel: "300000000000000003",
  thread: "300000000000000033",
  directChannel: "300000000000000099",
  ann: "400000000000000004",
  ben: "500000000000000005",
} as const;

/** A user as Discord gives it. */
export function user(id: string, username: string, bot = false) {
  return { id, username, discriminator: "0", global_name: username, avatar: null, bot, public_flags: 0 };
}

const member = (id: string, name: string) => ({
  user: user(id, name),
  roles: [],
  joined_at: "2026-01-01T00:00:00Z",
  permissions: "2147483648",
  deaf: false,
  mute: false,
  flags: 0,
  nick: null,
});

/** What every interaction of Ann's in the server's channel carries. */
export const envelope = {
  application_id: ids.application,
  version: 1,
  locale: "en-GB",
  guild_locale: "en-US",
  guild_id: ids.guild,
  channel_id: ids.channel,
  channel: { id: ids.channel, type: 0, name: "deals", permissions: "0" },
  member: member(ids.ann, "ann"),
  app_permissions: "562949953421311",
  entitlements: [],
  authorizing_integration_owners: { "0": ids.guild },
  context: 0,
  attachment_size_limit: 10_485_760,
};

/** Makes it one of Ben's. */
export const asBen = { member: member(ids.ben, "ben") };

/** Makes it one from Ann's direct messages with the bot. */
export const direct = {
  guild_id: undefined,
  member: undefined,
  user: user(ids.ann, "ann"),
  channel: { id: ids.directChannel, type: 1 },
  channel_id: ids.directChannel,
  context: 1,
};

export type Option = { name: string; value: string | boolean; type?: number; focused?: boolean };

/** Data of a slash command, or of what is typed of one. */
export const commandData = (name: string, ...options: Option[]) => ({
  id: "600000000000000006",
  name,
  type: 1,
  options: options.map((option) => ({ type: typeof option.value === "boolean" ? 5 : 3, ...option })),
});

/** Data of a button pressed, and of an option picked. */
export const buttonData = (custom_id: string) => ({ custom_id, component_type: 2, id: 3 });
export const selectData = (custom_id: string, value: string) => ({
  custom_id,
  component_type: 3,
  id: 3,
  values: [value],
});

/** Data of a form sent. */
export const formData = (custom_id: string, answers: Record<string, string>) => ({
  custom_id,
  components: Object.entries(answers).map(([name, value], i) => ({
    type: 18,
    id: i,
    component: { type: 4, id: 50 + i, custom_id: name, value },
  })),
});

/** A message of the bot's that was clicked on; `flags` 64 is for the asker's eyes alone. */
export const clickedMessage = (flags: number, more: object = {}) => ({
  message: {
    id: "800000000000000008",
    type: 20,
    channel_id: ids.channel,
    author: user(ids.application, "casebook", true),
    content: "",
    components: [],
    embeds: [],
    flags: flags | (1 << 15),
    interaction_metadata: { id: "1", type: 2, user: user(ids.ann, "ann"), authorizing_integration_owners: {} },
    ...more,
  },
});

/** A message of Ann's in the server's channel. */
export const message = (id: string, content: string, more: object = {}) => ({
  id,
  type: 0,
  channel_id: ids.channel,
  guild_id: ids.guild,
  author: user(ids.ann, "ann"),
  member: { roles: [], joined_at: "2026-01-01T00:00:00Z", deaf: false, mute: false, flags: 0 },
  content,
  mentions: content.includes(ids.application) ? [user(ids.application, "casebook", true)] : [],
  mention_roles: [],
  mention_everyone: false,
  attachments: [],
  embeds: [],
  timestamp: "2026-11-22T10:00:00.000000+00:00",
  edited_timestamp: null,
  tts: false,
  pinned: false,
  flags: 0,
  components: [],
  ...more,
});

/** The server, as the gateway tells of it. */
export const guildCreate = {
  id: ids.guild,
  name: "Partners",
  owner_id: ids.ann,
  roles: [{ id: ids.guild, name: "@everyone", permissions: "1071698660929", position: 0, flags: 0 }],
  emojis: [],
  stickers: [],
  features: [],
  channels: [{ id: ids.channel, type: 0, name: "deals", position: 0, permission_overwrites: [] }],
  threads: [
    {
      id: ids.thread,
      type: 11,
      name: "acme",
      parent_id: ids.channel,
      owner_id: ids.ann,
      member_count: 1,
      message_count: 1,
      thread_metadata: {
        archived: false,
        auto_archive_duration: 1440,
        archive_timestamp: "2026-01-01T00:00:00Z",
        locked: false,
      },
    },
  ],
  members: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  member_count: 3,
  joined_at: "2026-01-01T00:00:00Z",
  large: false,
  unavailable: false,
  preferred_locale: "en-US",
};
