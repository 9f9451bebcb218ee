import { z } from "zod";
import { inSentences } from "#core/ask-this.ts";
import { withoutCalls } from "./unwrap.ts";

const record = z.record(z.string(), z.unknown());
const list = z.array(z.unknown());

/** What can be pressed or filled in, and whom a rich text calls beside people, are no words of a message. */
const wordless = new Set(["actions", "context_actions", "input", "button", "emoji", "usergroup", "broadcast", "color"]);

/** Where words are, or parts that hold some, in the order they are read. */
const holders = ["pretext", "title", "text", "value", "fields", "elements", "rows", "blocks"];

/** Their parts are one text. */
const flowing = new Set(["rich_text_section", "rich_text_preformatted", "rich_text_quote"]);

/**
 * What a message says to its readers, without whom it calls: its text; where that is empty, as that of many apps is, its
 * blocks and attachments. https://docs.slack.dev/reference/block-kit/blocks, /messaging/formatting-message-text
 */
export function wordsOfMessage(message: { text: string; blocks?: unknown; attachments?: unknown }): string {
  const { text, blocks, attachments } = message;
  const said = [text, ...[blocks, attachments].map(wordsIn)].map((words) => withoutCalls(words));
  return said.find((words) => words.trim() !== "") ?? "";
}

function wordsIn(part: unknown): string {
  if (typeof part === "string") return part;
  const parts = list.safeParse(part);
  if (parts.success) return inSentences(parts.data.map(wordsIn));
  const { data } = record.safeParse(part);
  if (!data || wordless.has(String(data.type))) return "";
  if (data.type === "user") return "<@>";
  if (flowing.has(String(data.type))) return (list.safeParse(data.elements).data ?? []).map(wordsIn).join("");
  return inSentences(holders.map((key) => wordsIn(data[key]))) || wordsIn(data.fallback);
}
