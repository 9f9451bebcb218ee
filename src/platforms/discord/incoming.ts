import { z } from "zod";
import type { Log } from "#core/log.ts";

/**
 * What is read of the interactions and messages Discord delivers; everything else is left alone.
 * https://docs.discord.com/developers/interactions/receiving-and-responding, /resources/message
 */
/** An id of Discord's: it becomes part of addresses and of requests. */
const snowflake = z.string().regex(/^(?:0|[1-9]\d{0,19})$/);
/** A set of permissions, as digits. */
const bits = z.string().regex(/^\d{1,30}$/);
/** Gives leave to answer; it becomes part of an address. */
const token = z.string().regex(/^[\w.~=+-]+$/);

const user = z.object({
  id: snowflake,
  username: z.string().optional(),
  global_name: z.string().nullish(),
  bot: z.boolean().optional(),
});

const shared = {
  id: snowflake,
  application_id: snowflake,
  token,
  guild_id: snowflake.optional(),
  channel_id: snowflake.optional(),
  channel: z.object({ id: snowflake, type: z.number(), parent_id: snowflake.nullish() }).optional(),
  member: z
    .object({
      user,
      nick: z.string().nullish(),
      permissions: bits.optional(),
    })
    .optional(),
  user: user.optional(),
  /** What the bot may do there. */
  app_permissions: bits.optional(),
  /** Who installed it: under "0" the server, where it is a member. */
  authorizing_integration_owners: z.record(z.string(), z.string()).optional(),
  /** Where it was: in a server, in a direct message with the bot, or in one between people. */
  context: z.number().optional(),
};

const message = z.object({
  id: snowflake,
  flags: z.number().default(0),
  interaction_metadata: z.object({ user }).optional(),
  referenced_message: z.object({ author: user }).nullish(),
});

const option = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
});

const commandData = z.object({ type: z.literal(1), name: z.string(), options: z.array(option).default([]) });

const answered = z.object({
  custom_id: z.string(),
  value: z.string().optional(),
  values: z.array(z.string()).optional(),
});
const field = z.union([
  z.object({ component: answered }),
  z.object({ components: z.array(answered) }).transform(({ components }) => ({ component: components[0] })),
  z.unknown().transform(() => ({ component: undefined })),
]);

const text = z.string().nullish();
const embed = z.object({
  title: text,
  description: text,
  fields: z.array(z.object({ name: text, value: text })).default([]),
});

/** Where a message has words beside those that were typed: cards, a poll, components. Of an odd form, it has none. */
const shown = {
  embeds: z.array(embed).default([]).catch([]),
  poll: z
    .object({ question: z.object({ text }) })
    .nullish()
    .catch(undefined),
  components: z.array(z.unknown()).default([]).catch([]),
};

/** What a message says; `message_snapshots` is what it forwards, and its own content is then empty. */
const words = {
  content: z.string().default(""),
  mentions: z.array(user).default([]),
  ...shown,
  message_snapshots: z
    .array(z.object({ message: z.object({ content: z.string().default(""), ...shown }) }))
    .default([]),
};

/** An entry picked from a message's menu. Discord numbers it as a command; here it has a name of its own. */
const menuInteraction = z
  .object({
    type: z.literal(2),
    ...shared,
    data: z.object({
      type: z.literal(3),
      name: z.string(),
      target_id: z.string(),
      resolved: z.object({
        messages: z.record(z.string(), z.object(words)),
      }),
    }),
  })
  .transform(({ type: _, ...interaction }) => ({ type: "menu" as const, ...interaction }));

const otherInteraction = z.discriminatedUnion("type", [
  z.object({ type: z.literal(2), ...shared, data: commandData }),
  z.object({ type: z.literal(4), ...shared, data: commandData }),
  z.object({
    type: z.literal(3),
    ...shared,
    message,
    data: z.object({ custom_id: z.string(), values: z.array(z.string()).default([]) }),
  }),
  z.object({
    type: z.literal(5),
    ...shared,
    message: message.optional(),
    data: z.object({ custom_id: z.string(), components: z.array(field) }),
  }),
]);
/** An interaction the adapter answers: a command, a message's menu, a click, what is typed so far, a form sent. */
export const interactionSchema = z.union([menuInteraction, otherInteraction]);
export type Interaction = z.output<typeof interactionSchema>;
export type MenuInteraction = z.output<typeof menuInteraction>;
export type CommandInteraction = Extract<Interaction, { type: 2 | 4 }>;
export type ClickInteraction = Extract<Interaction, { type: 3 }>;
export type FormInteraction = Extract<Interaction, { type: 5 }>;

/** What was delivered as an interaction; nothing, and a line in the log, when it is of a form we do not know. */
export function readInteraction(delivered: unknown, log: Log): Interaction | undefined {
  const parsed = interactionSchema.safeParse(delivered);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.slice(0, 5).map((issue) => issue.path.join("."));
  log.warn({ fields }, "an interaction of an unknown form was left unanswered");
  return undefined;
}

/** The message that another replies to; what it replies to itself comes by its id alone. */
const referenced = z.object({
  author: user,
  ...words,
  message_reference: z.object({ message_id: snowflake.optional() }).optional(),
});

/** A message that may speak to the bot. */
export const messageSchema = z.object({
  id: snowflake,
  channel_id: snowflake,
  guild_id: snowflake.optional(),
  type: z.number(),
  author: user,
  webhook_id: z.string().optional(),
  ...words,
  member: z.object({ nick: z.string().nullish() }).optional(),
  // Whatever it is like, the message itself is answered.
  referenced_message: referenced.nullish().catch(undefined),
});
export type IncomingMessage = z.output<typeof messageSchema>;

/** A message's words, wherever they are. */
export type MessageWords = Pick<IncomingMessage, keyof typeof shown | "content" | "mentions"> & {
  readonly message_snapshots?: IncomingMessage["message_snapshots"] | undefined;
};
