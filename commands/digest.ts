import { z } from "zod";
import { type Context, defineCommand } from "#core/command.ts";
import { resolveName } from "#core/nearest.ts";
import { splitWords } from "#core/parse.ts";
import { Refusal } from "#core/refusal.ts";
import type { Answer } from "#core/reply.ts";
import { changes } from "#digest/actions/changes.ts";
import { unsubscribe, unsubscribeAll } from "#digest/actions/end.ts";
import { history, resend, show } from "#digest/actions/history.ts";
import { list } from "#digest/actions/list.ts";
import { pause, resume } from "#digest/actions/pause.ts";
import { postNow, preview } from "#digest/actions/post.ts";
import { settings } from "#digest/actions/settings.ts";
import { edit, subscribe } from "#digest/actions/subscribe.ts";
import { readSchedule } from "#digest/schedule-words.ts";
import { filterNames } from "#digest/watch-list.ts";
import { zoneNames } from "#digest/zones.ts";
import { matching } from "#present/choices.ts";

const actions = {
  subscribe: "set one up",
  list: "those of this channel",
  preview: "what would be posted next, to you alone",
  now: "post it at once",
  pause: "stop for a while",
  resume: "go on",
  edit: "change schedule, zone or contents",
  unsubscribe: "end one, or all",
  history: "what was posted, and what was not",
  changes: "what changed in the casebook",
  settings: "one digest and its buttons",
  show: "a post again",
  resend: "send a post again that was given up",
} as const;
type Action = keyof typeof actions;

const options = z.object({
  action: z
    .string()
    .optional()
    .describe("subscribe, list, preview, now, pause, resume, edit, unsubscribe, history, changes"),
  text: z.string().optional().describe("Schedule, time zone and contents: weekdays 09:00 Europe/Paris ai"),
  schedule: z.string().optional().describe("When: weekdays 09:00, every monday 9:00, or five cron fields"),
  zone: z.string().optional().describe("Time zone, such as Europe/Paris"),
  line: z.string().optional().describe("What to post: niches, studies, roles, themes, or a command line"),
  ping: z.string().optional().describe("One role or user group that each post calls, or nobody"),
  id: z.string().optional().describe("Which digest, as digest list shows it"),
  since: z.string().optional().describe("For changes: from which day, as 2026-11-01"),
});

export const digestCommand = defineCommand({
  name: "digest",
  summary: "Digests that this channel keeps: scheduled, short, never the same twice",
  examples: [
    "digest subscribe weekdays 09:00 Europe/Paris ai",
    "digest",
    'digest every monday 9:00 "case hugging-face lessons"',
    "digest preview ai",
    "digest list",
    "digest history",
  ],
  visibility: "private",
  asksWho: true,
  options,
  positional: ["text"],
  read: ({ rest }) => (rest ? { text: rest } : {}),
  complete: {
    action: (typed) =>
      matching(
        typed,
        Object.entries(actions).map(([name, says]) => ({ name: `${name}: ${says}`, value: name })),
      ),
    line: (typed, { library }) => matching(typed, filterNames(library)),
    zone: (typed) =>
      matching(
        typed,
        zoneNames.map((zone) => ({ name: zone, value: zone })),
      ),
  },
  run: (given, context) => {
    const words = splitWords(given.text ?? "");
    const named = given.action?.trim() ? mustBeAction(given.action) : undefined;
    const typed = named ? undefined : actionOf(words);
    const action = named ?? typed?.action ?? (given.schedule ? "subscribe" : "list");
    return act(action, typed ? words.slice(typed.used) : words, given, context);
  },
});

function act(
  action: Action,
  words: readonly string[],
  { schedule, zone, line, ping, id, since }: z.infer<typeof options>,
  context: Context,
): Answer | Promise<Answer> {
  const [first = ""] = words;
  const which = id ?? (first || undefined);
  switch (action) {
    case "subscribe":
      return subscribe({ words, schedule, zone, line, ping }, context);
    case "list":
      return list(context);
    case "preview":
      return preview(id ? [id] : line ? splitWords(line) : words, context);
    case "now":
      return postNow(id ? [id] : line ? splitWords(line) : words, context);
    case "pause":
      return pause(which, context);
    case "resume":
      return resume(which, context);
    case "unsubscribe":
      return /^(?:all|everything)$/i.test(which ?? "")
        ? unsubscribeAll(id ? first : words[1], context)
        : unsubscribe(which, context);
    case "edit":
      return edit(which, { words: id ? words : words.slice(1), schedule, zone, line, ping }, context);
    case "history":
      return history(which, context);
    case "changes":
      return changes(line ? splitWords(line) : words, since, context);
    case "settings":
      return settings(which, context);
    case "show":
      return show(which ?? "", context);
    case "resend":
      return resend(which ?? "", context);
  }
}

const named = Object.keys(actions).map((name) => ({ value: name, names: aliasesOf(name) }));

function aliasesOf(name: string): string[] {
  const others: Record<string, string[]> = {
    subscribe: ["add", "new", "create"],
    unsubscribe: ["remove", "delete", "stop", "cancel"],
    now: ["post", "send"],
    resume: ["continue", "unpause"],
    edit: ["change"],
    list: ["all"],
    settings: ["manage"],
    changes: ["changed"],
  };
  return [name, ...(others[name] ?? [])];
}

function mustBeAction(typed: string): Action {
  const found = resolveName(typed, named);
  const action = found.match && Object.keys(actions).find((name): name is Action => name === found.match);
  if (action) return action;
  throw new Refusal(
    `I cannot “${typed.slice(0, 40)}” a digest. I can ${Object.keys(actions).slice(0, 9).join(", ")}.`,
    {
      examples: ["digest subscribe weekdays 09:00 Europe/Paris ai", "digest list"],
      data: { error: "action", typed: typed.slice(0, 100) },
    },
  );
}

/** What free words ask for: an action by its name, a schedule to subscribe to, or filters to preview. */
function actionOf(words: readonly string[]): { action: Action; used: number } | undefined {
  const [first = ""] = words;
  if (first === "") return undefined;
  const exact = named.find(({ names }) => names.includes(first.toLowerCase()));
  if (exact && !("words" in readSchedule(words))) return { action: mustBeAction(exact.value), used: 1 };
  const schedule = readSchedule(words);
  if ("words" in schedule || schedule.meant) return { action: "subscribe", used: 0 };
  const near = resolveName(first, named);
  if (near.match && near.how === "typo" && first.length > 3) return { action: mustBeAction(near.match), used: 1 };
  return { action: "preview", used: 0 };
}
