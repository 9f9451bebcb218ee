import { z } from "zod";
import { inSentences } from "#core/ask-this.ts";
import type { MessageWords } from "./incoming.ts";
import { unwrap } from "./unwrap.ts";

/** What a message says to its readers: what was typed, else its cards, poll and components, else what it forwards. */
export function wordsOfMessage({
  content,
  mentions,
  message_snapshots: forwarded = [],
  ...more
}: MessageWords): string {
  const said = unwrap(content, mentions);
  const shown = () => unwrap(inSentences(shownIn(more)), mentions);
  return said || shown() || inSentences(forwarded.map(({ message }) => wordsOfMessage({ ...message, mentions })));
}

/** A message without whom it calls. */
export const uncalled = <Words extends MessageWords>(words: Words): Words => ({
  ...words,
  content: withoutCalls(words.content),
});

/** A text without the people it calls, or without one of them, and without the comma behind a call that it begins with. */
export function withoutCalls(content: string, userId = "\\d+"): string {
  const call = new RegExp(` ?<@!?${userId}>(\\s*[,;:.!?])?`, "g");
  return content.replace(call, (_, mark?: string) => mark?.trim() ?? " ").replace(/^[\s,;:]+/, "");
}

type Shown = Pick<MessageWords, "embeds" | "poll" | "components">;

function shownIn({ embeds, poll, components }: Shown): string[] {
  const cards = embeds.flatMap(({ title, description, fields }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  return [...cards, poll?.question.text, ...components.flatMap(textsIn)].flatMap((text) => text ?? []);
}

const component = z.object({
  type: z.number(),
  content: z.string().optional(),
  components: z.array(z.unknown()).default([]),
});

/** A text display's words, and those of what holds some; buttons and menus have none. */
function textsIn(part: unknown): string[] {
  const { data } = component.safeParse(part);
  if (!data) return [];
  return data.type === textDisplay && data.content ? [data.content] : data.components.flatMap(textsIn);
}

/** https://docs.discord.com/developers/components/reference#text-display */
const textDisplay = 10;
