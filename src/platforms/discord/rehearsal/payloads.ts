import type { AnyCommand } from "#core/command.ts";
import { formatWord, kebab } from "#core/line.ts";
import { cleanText, parseRest } from "#core/parse.ts";
import { declareCommand, freeText, shareOption } from "../declaration.ts";
import { messageFlags } from "../limits.ts";

/** What Discord delivers when somebody in the playground does something. Ids are made up, shapes are Discord's. */

const guild = "100000000000000001";
const user = { id: "100000000000000003", username: "you", global_name: "You", discriminator: "0" };
const application = "100000000000000009";
const channels = { channel: "100000000000000002", direct: "100000000000000004" } as const;

/** The bot's own id, for its mentions. */
export const botId = "100000000000000010";

/** Where something is done: a channel of a server, or a conversation with the bot alone. */
export type Where = keyof typeof channels;

/** The message that is clicked on, as the browser remembers it. */
export type Clicked = { readonly where: Where; readonly id: string; readonly alone: boolean };

/** A number as Discord names messages; later ones are larger. */
export const snowflake = (now: number = Date.now()): string => String((BigInt(now) - 1_420_070_400_000n) << 22n);

function interaction(type: number, where: Where, data: object): object {
  return {
    id: snowflake(),
    application_id: application,
    type,
    token: "playground",
    version: 1,
    locale: "en-GB",
    channel_id: channels[where],
    channel: { id: channels[where], type: where === "direct" ? 1 : 0 },
    ...(where === "direct"
      ? { user, context: 1 }
      : { guild_id: guild, member: { user, permissions: "8", roles: [] }, context: 0 }),
    data,
  };
}

/** A slash command with what is typed behind it as its options, filled in as Discord's message box would. */
export function slashCommand(command: AnyCommand, text: string, where: Where): object {
  const { options } = declareCommand(command);
  const given = valuesOf(command, text, new Set(options.map(({ name }) => name)));
  const filled = options.flatMap(({ name, type }) => {
    const value = given.get(name);
    if (value === undefined) return [];
    const number = (type === 4 || type === 10) && Number.isFinite(Number(value));
    return [{ name, type, value: type === 5 ? value === "true" : number ? Number(value) : value }];
  });
  return interaction(2, where, { id: snowflake(), type: 1, name: command.name, options: filled });
}

/** What is typed, by Discord's names of the options. */
function valuesOf(command: AnyCommand, text: string, names: ReadonlySet<string>): Map<string, string> {
  if (names.has(freeText) && !("text" in command.options.shape)) return new Map(text ? [[freeText, text]] : []);
  // A command that stands before any other takes the whole line as it is.
  const optionNames = command.keeps ? [] : Object.keys(command.options.shape);
  const { words, named, share } = parseRest({ ...command, optionNames }, cleanText(text), {
    platform: "discord",
    via: "command",
  });
  const values = new Map(Object.entries(named).map(([key, value]) => [kebab(key), value]));
  const open = command.positional.filter((key) => !(key in named));
  open.forEach((key, i) => {
    const last = i === open.length - 1;
    const value = last ? (words.slice(i).length > 1 ? words.slice(i).map(formatWord).join(" ") : words[i]) : words[i];
    if (value) values.set(kebab(key), value);
  });
  if (share) values.set(shareOption, "true");
  return values;
}

/** A click on a button or a pick from a menu. */
export function click(component: object, on: Clicked): object {
  const flags = messageFlags.componentsV2 | (on.alone ? messageFlags.ephemeral : 0);
  const message = { id: on.id, flags, interaction_metadata: { user }, channel_id: channels[on.where] };
  return { ...interaction(3, on.where, component), message };
}

/** A form sent: its id, and what was filled in by field. */
export function submission(custom_id: string, components: readonly object[], on: Clicked): object {
  const flags = messageFlags.componentsV2 | (on.alone ? messageFlags.ephemeral : 0);
  return { ...interaction(5, on.where, { custom_id, components }), message: { id: on.id, flags } };
}

/** A message that mentions the bot in a server, or one written to it alone. */
export function message(text: string, where: Where): object {
  const direct = where === "direct";
  return {
    id: snowflake(),
    type: 0,
    channel_id: channels[where],
    ...(direct ? {} : { guild_id: guild }),
    author: user,
    content: direct ? text : `<@${botId}> ${text}`,
    mentions: direct ? [] : [{ id: botId, username: "Casebook", bot: true }],
  };
}
