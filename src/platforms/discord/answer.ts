import type { Dispatch } from "#core/adapter.ts";
import { readForm } from "#core/form-text.ts";
import type { Invocation } from "#core/invocation.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import { isLineKey } from "#core/line-key.ts";
import { wordless } from "#core/notice.ts";
import type { Reply } from "#core/reply.ts";
import { inTimeOr } from "#core/within.ts";
import { decodeClick, decodeCommand, decodeForm, decodeMenu, decodeTyping, originOf } from "./decode.ts";
import type {
  ClickInteraction,
  CommandInteraction,
  FormInteraction,
  Interaction,
  MenuInteraction,
} from "./incoming.ts";
import { messageFlags } from "./limits.ts";
import { renderModal } from "./modal.ts";
import { notAtHand, outdated } from "./notices.ts";
import { type Ack, fitChoices, type Sender } from "./send.ts";

/** How long a line may be looked for, in milliseconds: within three seconds Discord must have heard from us. */
const lookUpWithin = 1500;

type Parts = { readonly dispatch: Dispatch; readonly kept: KeptLines; readonly sender: Sender };

/** Answers interactions: acknowledges first, then runs, then shows. Never throws for what Discord or a command does. */
export function createAnswerer({ dispatch, kept, sender }: Parts): (interaction: Interaction) => Promise<void> {
  return (interaction) => {
    switch (interaction.type) {
      case 2:
        return command(interaction);
      case "menu":
        return menu(interaction);
      case 4:
        return typing(interaction);
      case 3:
        return click(interaction);
      case 5:
        return form(interaction);
    }
  };

  async function command(interaction: CommandInteraction): Promise<void> {
    const invocation = decodeCommand(interaction, dispatch);
    await answer(interaction, invocation, isOpen(invocation) ? "public" : "private");
  }

  async function menu(interaction: MenuInteraction): Promise<void> {
    const invocation = decodeMenu(interaction);
    if (!invocation) return void (await sender.tell(interaction, wordless));
    await answer(interaction, invocation, invocation.origin.direct ? "public" : "private");
  }

  async function typing(interaction: CommandInteraction): Promise<void> {
    const { command: name, option, typed, given, origin } = decodeTyping(interaction, dispatch);
    await sender.suggest(interaction, fitChoices(dispatch.complete(name, option, typed, given, origin)));
  }

  async function click(interaction: ClickInteraction): Promise<void> {
    const clicked = decodeClick(interaction);
    if (!clicked) return void (await sender.tell(interaction, outdated));
    const line = await lineOf(clicked.value);
    if (typeof line !== "string") return void (await sender.tell(interaction, line));
    if (clicked.kind === "form") return openForm(interaction, line);
    const invocation = dispatch.read(line, originOf(interaction, "click"));
    await answer(interaction, invocation, ackFor(interaction, invocation, line));
  }

  async function form(interaction: FormInteraction): Promise<void> {
    const sent = decodeForm(interaction);
    if (!sent) return void (await sender.tell(interaction, outdated));
    const line = await lineOf(sent.value);
    if (typeof line !== "string") return void (await sender.tell(interaction, line));
    const invocation = dispatch.read(`${line} ${sent.answers}`.trim(), originOf(interaction, "form"));
    await answer(interaction, invocation, ackFor(interaction, invocation, line));
  }

  async function answer(interaction: Interaction, invocation: Invocation, ack: Ack): Promise<void> {
    if (!(await sender.acknowledge(interaction, ack))) return;
    const reply = await dispatch.run(invocation);
    const shared = ack === "public" || (ack === "update" && !isPrivate(interaction));
    await sender.finish(interaction, reply.shared === shared ? reply : { ...reply, shared });
  }

  /** A modal must be the first response: nothing slow may come before it. */
  async function openForm(interaction: ClickInteraction, value: string): Promise<void> {
    const form = readForm(value);
    await (form ? sender.open(interaction, renderModal(form)) : sender.tell(interaction, outdated));
  }

  /** The line that an id carries or stands for, or a notice why there is none. */
  async function lineOf(value: string): Promise<string | Reply> {
    if (!isLineKey(value)) return value;
    const found = kept.find(value).then(
      (line) => line ?? outdated,
      () => notAtHand,
    );
    return inTimeOr(lookUpWithin, found, () => notAtHand);
  }

  /** In a direct message everything is between the two of us already; elsewhere the command or `share` decides. */
  function isOpen(invocation: Invocation): boolean {
    return invocation.origin.direct === true || dispatch.isPublic(invocation);
  }

  /** One's own private message turns in place, and a shared one when its asker pages. Else a new message comes. */
  function ackFor(interaction: ClickInteraction | FormInteraction, invocation: Invocation, line: string): Ack {
    const posts = dispatch.isPublic(invocation);
    const aside = dispatch.commands.some((one) => one.aside && one.name === invocation.command);
    if (isPrivate(interaction) && !aside) return posts ? "public" : "update";
    const pages = / page:\d+$/.test(line);
    if (pages && !posts && (invocation.origin.direct || isAsker(interaction))) return "update";
    return isOpen(invocation) ? "public" : "private";
  }
}

function isPrivate(interaction: Interaction): boolean {
  return "message" in interaction && ((interaction.message?.flags ?? 0) & messageFlags.ephemeral) !== 0;
}

/** The one whose command or message the clicked message answers. */
function isAsker({ message, member, user }: ClickInteraction | FormInteraction): boolean {
  const asker = message?.interaction_metadata?.user.id ?? message?.referenced_message?.author.id;
  return asker !== undefined && asker === (member?.user ?? user)?.id;
}
