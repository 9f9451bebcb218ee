/** The part of Discord's Components V2 that replies use, as sent. https://docs.discord.com/developers/components/reference */
export type TextDisplay = { readonly type: 10; readonly content: string };
export type CommandButton = {
  readonly type: 2;
  readonly style: 1 | 2 | 4;
  readonly label: string;
  readonly custom_id: string;
};
export type LinkButton = { readonly type: 2; readonly style: 5; readonly label: string; readonly url: string };
export type SelectOption = { readonly label: string; readonly value: string; readonly description?: string };
export type StringSelect = {
  readonly type: 3;
  readonly custom_id: string;
  readonly placeholder: string;
  readonly options: readonly SelectOption[];
};
export type ActionRow = {
  readonly type: 1;
  readonly components: readonly (CommandButton | LinkButton | StringSelect)[];
};
export type Section = {
  readonly type: 9;
  readonly components: readonly TextDisplay[];
  readonly accessory: CommandButton;
};
export type MediaGallery = {
  readonly type: 12;
  readonly items: readonly { readonly media: { readonly url: string }; readonly description: string }[];
};
export type Separator = { readonly type: 14; readonly divider: boolean; readonly spacing: 1 | 2 };
export type FileDisplay = { readonly type: 13; readonly file: { readonly url: string } };
export type Block = TextDisplay | ActionRow | Section | MediaGallery | FileDisplay | Separator;
export type Container = { readonly type: 17; readonly accent_color: number; readonly components: readonly Block[] };

/** A file that goes along, by its place among the request's files. */
export type Attachment = { readonly id: string; readonly filename: string; readonly description?: string };

/** A message exactly as it is sent; only a container stands at its top. */
export type DiscordMessage = {
  readonly flags: number;
  readonly components: readonly [Container];
  readonly attachments?: readonly Attachment[];
  /** Nobody; or the roles named, and nobody else. */
  readonly allowed_mentions: { readonly parse: readonly []; readonly roles?: readonly string[] };
};

/** How much of Discord's two budgets a message uses: components with nested ones counted, and characters of text. */
export function sizeOf({ components: [container] }: DiscordMessage): { components: number; text: number } {
  let components = 1;
  let text = 0;
  for (const block of container.components) {
    components += 1;
    if (block.type === 10) text += block.content.length;
    if (block.type === 1) components += block.components.length;
    if (block.type === 9) {
      components += block.components.length + 1;
      for (const { content } of block.components) text += content.length;
    }
  }
  return { components, text };
}
