import { z } from "zod";
import { type Act, actOf } from "./actions.ts";
import { isDirectChannel, originOf, type Said } from "./origin.ts";
import { unescapeText, unwrapText } from "./unwrap.ts";

const id = z.string().min(1);
const team = z.object({ id }).nullish();

const commandSchema = z.object({
  command: z.string(),
  text: z.string().default(""),
  user_id: id,
  user_name: z.string().optional(),
  channel_id: id,
  team_id: id.optional(),
  response_url: z.url(),
});

/** A slash command. `/casebook …` takes any line; a command that an admin named differently does too. */
export function decodeCommand(
  body: unknown,
  commands: readonly string[],
): (Said & { responseUrl: string }) | undefined {
  const parsed = commandSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { command, text, user_id, user_name, channel_id, team_id, response_url } = parsed.data;
  const name = command.replace(/^\//, "").toLowerCase();
  return {
    line: `${commands.includes(name) ? name : "casebook"} ${unwrapText(text)}`.trim(),
    origin: originOf("command", { workspace: team_id, channel: channel_id, asker: user_id, name: user_name }),
    responseUrl: response_url,
  };
}

const clickSchema = z.object({
  user: z.object({ id, team_id: id.optional(), username: z.string().optional() }),
  team,
  channel: z.object({ id }).optional(),
  container: z.object({
    type: z.string(),
    channel_id: id.optional(),
    message_ts: id.optional(),
    thread_ts: id.optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  message: z.object({ thread_ts: id.optional() }).optional(),
  view: z.object({ type: z.string(), hash: z.string().optional() }).optional(),
  response_url: z.url().optional(),
  trigger_id: z.string().optional(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});

/** Who else reads the message that was clicked on: nobody (ephemeral), nobody (direct), everyone, or it is the Home tab. */
export type Surface = "ephemeral" | "direct" | "public" | "home";

/** A click on a button or a pick from a menu. `value` is a line, or the key of a kept one. */
export type Click = {
  readonly act: Act;
  readonly value: string;
  readonly surface: Surface;
  readonly origin: Said["origin"];
  readonly responseUrl?: string | undefined;
  readonly triggerId?: string | undefined;
  readonly viewHash?: string | undefined;
};

/** A click on something of ours; nothing for links, which Slack follows by itself, and for ids that are not ours. */
export function decodeClick(body: unknown): Click | undefined {
  const parsed = clickSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { user, team: of, channel, container, message, view, response_url, trigger_id, actions } = parsed.data;
  const [action] = actions;
  const act = action && actOf(action.action_id);
  const value = action?.selected_option?.value ?? action?.value;
  if (!act || act === "link" || value === undefined) return undefined;
  const thread = container.thread_ts ?? message?.thread_ts;
  const channelId = channel?.id ?? container.channel_id;
  return {
    act,
    value: unescapeText(value),
    surface: surfaceOf(container, channelId, view?.type),
    origin: originOf("click", {
      workspace: of?.id ?? user.team_id,
      channel: channelId,
      thread: thread === container.message_ts ? undefined : thread,
      asker: user.id,
      name: user.username,
    }),
    responseUrl: response_url,
    triggerId: trigger_id,
    viewHash: view?.hash,
  };
}

function surfaceOf(
  container: z.infer<typeof clickSchema>["container"],
  channel: string | undefined,
  view?: string,
): Surface {
  if (container.type === "view" || view === "home") return "home";
  if (container.is_ephemeral) return "ephemeral";
  return isDirectChannel(channel) ? "direct" : "public";
}
