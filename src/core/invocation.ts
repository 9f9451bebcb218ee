import { z } from "zod";

const originSchema = z.object({
  platform: z.enum(["slack", "discord", "terminal", "playground", "schedule"]),
  /** How it was said: a slash command, a mention, a direct message, a click on a reply, a form, a schedule. */
  via: z.enum(["command", "mention", "direct", "click", "form", "schedule"]),
  /** Slack team or Discord guild. */
  workspace: z.string().optional(),
  channel: z.string().optional(),
  thread: z.string().optional(),
  /** The message that said it, where people can reply to its answer. */
  message: z.string().optional(),
  /** The message whose answer it replies to, where the platform tells. */
  repliesTo: z.string().optional(),
  /** True where the thread begins with what was said: it was said in the channel itself. */
  opens: z.boolean().optional(),
  /** True where the asker and the bot are alone, as the platform tells. */
  direct: z.boolean().optional(),
  asker: z.string().optional(),
  /** The asker's name as the platform shows it, where it tells. */
  name: z.string().optional(),
  /** IANA time zone of the asker, where the platform tells. */
  zone: z.string().optional(),
  /** True when the asker administers the workspace, where the platform tells. */
  admin: z.boolean().optional(),
  /** A sentence that says what keeps the bot from posting here unasked, where the platform tells. */
  shut: z.string().optional(),
});
/** Where an invocation came from. Ids are the platform's own. */
export type Origin = z.infer<typeof originSchema>;

/** A command line, split but not yet understood: the one currency of all platforms. */
export type Invocation = {
  readonly command: string;
  /** Free words in the order typed. */
  readonly words: readonly string[];
  /** What was given by name: `key=value`, `key:value`, or a platform's own option. */
  readonly named: Readonly<Record<string, string>>;
  /** The text behind the command's name, without what was given by name. */
  readonly rest: string;
  /** `share:yes` was said: everyone in the channel may see the reply. */
  readonly share: boolean;
  /** Page asked for, from 1. */
  readonly page: number;
  readonly origin: Origin;
  /** The command that stood before words that name none: `casebook` of `casebook who runs openai`. */
  readonly behind?: string;
};
