import type { Dispatch } from "#core/adapter.ts";
import { askThis } from "#core/ask-this.ts";
import type { AnyCommand } from "#core/command.ts";
import type { Invocation, Origin } from "#core/invocation.ts";
import { formatLine, formatWord, kebab } from "#core/line.ts";
import { cleanText } from "#core/parse.ts";
import { betweenPeople, whyShut } from "./access.ts";
import { idKinds } from "./actions.ts";
import { freeText, shareOption, typesFreely } from "./declaration.ts";
import type {
  ClickInteraction,
  CommandInteraction,
  FormInteraction,
  IncomingMessage,
  Interaction,
  MenuInteraction,
} from "./incoming.ts";
import { isEmojiAlone, unwrap } from "./unwrap.ts";
import { uncalled, withoutCalls, wordsOfMessage } from "./words.ts";

type Reads = Pick<Dispatch, "commands" | "read">;

const threads = new Set([10, 11, 12]);
/** Administrator or Manage Server: https://docs.discord.com/developers/topics/permissions */
const adminBits = (1n << 3n) | (1n << 5n);

/** Where an interaction came from. A thread counts as part of its channel. */
export function originOf(interaction: Interaction, via: Origin["via"]): Origin {
  const { guild_id: workspace, channel_id, channel, member, user } = interaction;
  const inThread = channel && threads.has(channel.type);
  const shut = whyShut(interaction, inThread === true);
  const home = inThread ? (channel.parent_id ?? undefined) : channel_id;
  const asker = member?.user ?? user;
  const name = member?.nick ?? asker?.global_name ?? asker?.username;
  return {
    platform: "discord",
    via,
    ...(workspace ? { workspace } : {}),
    ...(home ? { channel: home } : {}),
    ...(inThread ? { thread: channel.id } : {}),
    ...(isDirect(interaction) ? { direct: true } : {}),
    ...(asker ? { asker: asker.id } : {}),
    ...(name ? { name } : {}),
    ...(member?.permissions ? { admin: (BigInt(member.permissions) & adminBits) !== 0n } : {}),
    ...(shut ? { shut } : {}),
  };
}

/** Without a server it is a direct message with the bot, or one between people, in which the bot is a guest. */
function isDirect({ guild_id, context }: Interaction): boolean {
  return guild_id === undefined && context !== betweenPeople;
}

/** A slash command: options by name, and free text read as it would be behind the command's name. */
export function decodeCommand(interaction: CommandInteraction, { commands, read }: Reads): Invocation {
  const { name, options } = interaction.data;
  const command = commands.find((candidate) => candidate.name === name);
  const given = valuesOf(interaction, command);
  const share = options.some((option) => option.name === shareOption && option.value === true);
  const { [freeText]: text = "", ...named } = given;
  const origin = originOf(interaction, "command");
  // A command that stands before any other keeps nothing by name: its option may hold a whole command line.
  const before = command?.keeps ? Object.values(named) : [];
  const cleaned = Object.fromEntries(Object.entries(named).map(([key, value]) => [key, optionText(value)]));
  const invocation = read(
    `/${[name, ...before, text]
      .map((words) => unwrap(words))
      .filter(Boolean)
      .join(" ")}`,
    origin,
  );
  return {
    ...invocation,
    named: command?.keeps ? invocation.named : { ...invocation.named, ...cleaned },
    share: share || invocation.share,
  };
}

/** An option's value as a line would hold it. One that is a mention and nothing else stays, for whoever reads ids. */
function optionText(value: string): string {
  return cleanText(unwrap(value)) || cleanText(value);
}

/** A message picked from its menu, as a question; undefined when it holds no words. Whom it calls is no part of it. */
export function decodeMenu(interaction: MenuInteraction): Invocation | undefined {
  const { target_id, resolved } = interaction.data;
  const picked = resolved.messages[target_id];
  return picked && askThis(wordsOfMessage(uncalled(picked)), originOf(interaction, "command"));
}

/** What a person is typing into an option, and what was given before it. */
export function decodeTyping(interaction: CommandInteraction, { commands }: Pick<Dispatch, "commands">) {
  const { name, options } = interaction.data;
  const command = commands.find((candidate) => candidate.name === name);
  const focused = options.find((option) => option.focused);
  const { [optionKey(focused?.name ?? "", command)]: typed = "", ...given } = valuesOf(interaction, command);
  return {
    command: name,
    option: optionKey(focused?.name ?? "", command),
    typed,
    given,
    origin: originOf(interaction, "command"),
  };
}

function valuesOf({ data }: CommandInteraction, command: AnyCommand | undefined): Record<string, string> {
  return Object.fromEntries(
    data.options.flatMap(({ name, value }) =>
      value === undefined || (name === shareOption && typeof value === "boolean")
        ? []
        : [[optionKey(name, command), String(value)]],
    ),
  );
}

/** `tokens-per-second` → `tokensPerSecond`, by the command's own options. */
function optionKey(name: string, command: AnyCommand | undefined): string {
  if (name === freeText && command && typesFreely(command)) return freeText;
  return Object.keys(command?.options.shape ?? {}).find((key) => kebab(key) === name) ?? name;
}

/** What a button or menu stands for: a line, or a form as text; either may be under a key. */
export type Click = { readonly kind: "line" | "form"; readonly value: string };

/** Undefined for an id of another release, or of another bot's making. */
export function decodeClick({ data }: Pick<ClickInteraction, "data">): Click | undefined {
  const [, word, value = ""] = /^(\w\d):\d{1,3}:([\s\S]+)$/.exec(data.values[0] ?? data.custom_id) ?? [];
  if (word === idKinds.line) return { kind: "line", value };
  return word === idKinds.form ? { kind: "form", value } : undefined;
}

/** Name of the input of a form that takes further options as they are typed in a line. */
export const furtherOptions = "+";

/** A form sent: its line or its key, and the answers as they are appended. */
export function decodeForm({ data }: Pick<FormInteraction, "data">): { value: string; answers: string } | undefined {
  const [, value] = new RegExp(`^${idKinds.answers}:([\\s\\S]+)$`).exec(data.custom_id) ?? [];
  if (!value) return undefined;
  const answers = data.components.flatMap(({ component }) => {
    const typed = cleanText(component?.value ?? component?.values?.[0] ?? "");
    if (!component || !typed) return [];
    return [component.custom_id === furtherOptions ? typed : `${component.custom_id}=${formatWord(typed)}`];
  });
  return { value, answers: answers.join(" ") };
}

/**
 * A message to the bot as a line and its origin; undefined for one that does not speak to it. In a server it is addressed by
 * its name, or by a reply to a message of its own: that pings it, and so comes with its words, unless the ping was switched
 * off (https://docs.discord.com/developers/events/gateway#message-content-intent).
 */
export function decodeMessage(
  message: IncomingMessage,
  botId: string,
  parentOf: (channel: string) => string | undefined = () => undefined,
): { line: string; origin: Origin } | undefined {
  const { id, author, content, mentions, guild_id: workspace, channel_id, referenced_message: referenced } = message;
  const speaks = !author.bot && !message.webhook_id && [0, 19].includes(message.type);
  if (!speaks || author.id === botId) return undefined;
  const isNamed = [`<@${botId}>`, `<@!${botId}>`].some((own) => content.includes(own));
  const isReply = referenced?.author.id === botId;
  const isPing = isReply && content.trim() !== "" && mentions.some((mentioned) => mentioned.id === botId);
  if (workspace && !isNamed && !isPing) return undefined;
  const parent = parentOf(channel_id);
  const name = message.member?.nick ?? author.global_name ?? author.username;
  const repliesTo = isReply ? referenced.message_reference?.message_id : undefined;
  const origin: Origin = {
    platform: "discord",
    via: workspace ? "mention" : "direct",
    ...(workspace ? { workspace } : { direct: true }),
    channel: parent ?? channel_id,
    ...(parent ? { thread: channel_id } : {}),
    message: id,
    ...(repliesTo ? { repliesTo } : {}),
    asker: author.id,
    ...(name ? { name } : {}),
  };
  const uttered = withoutCalls(content, botId);
  // An emoji alone is heard as one, whoever made it.
  const said = isEmojiAlone(uttered) ? "🙂" : wordsOfMessage({ ...message, content: uttered });
  if (said || !workspace) return { line: said, origin };
  // Its name alone, below somebody's question, asks that; an answer of its own is no question.
  const asked = referenced && !isReply ? askThis(wordsOfMessage(uncalled(referenced)), origin) : undefined;
  return { line: asked ? formatLine(asked) : "casebook help", origin };
}
