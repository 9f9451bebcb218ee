import { z } from "zod";
import { clip } from "#core/clip.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { dayOf } from "#core/day.ts";
import { resolveName } from "#core/nearest.ts";
import { roomOf } from "#core/origin.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, code, paragraph, strong } from "#core/reply.ts";
import { runCommand } from "#present/ask/run-command.ts";
import { matching } from "#present/choices.ts";
import { answerMark } from "#room/answer-mark.ts";
import { type AskedData, readAsked } from "#room/asked.ts";
import { closeGap } from "#room/close-gap.ts";
import { gapParts, poorParts } from "#room/gap-parts.ts";
import { groupGaps, timesAsked } from "#room/gaps.ts";
import { groupPoor } from "#room/poor-answers.ts";

const actions = ["list", "file", "close"] as const;

export const gapsCommand = defineCommand({
  name: "gaps",
  summary: "Questions the casebook could not answer: list them, file one, close one",
  examples: ["gaps", "gaps file who runs partnerships at Cohere?"],
  visibility: "private",
  unscheduled: true,
  ownWords: true,
  aside: true,
  personal: true,
  asksWho: true,
  options: z.object({
    action: z.string().optional().describe("list, file or close"),
    question: z.string().optional().describe("The question to file, or the number or id of the gap to close"),
  }),
  positional: ["action", "question"],
  complete: {
    action: (typed) =>
      matching(
        typed,
        actions.map((name) => ({ name, value: name })),
      ),
  },
  run: ({ action: typed = "list", question = "" }, context) => {
    const found = resolveName(
      typed,
      actions.map((value) => ({ value, names: [value] })),
    );
    switch (found.match) {
      case "list":
        return isOverheard(context) ? toAskerAlone("gaps", "Show me the list") : list(context);
      case "file":
        return file(question.trim(), context);
      case "close":
        return isOverheard(context)
          ? toAskerAlone(`gaps close ${clip(question.trim(), 40)}`.trim(), "Go on")
          : closeGap(question.trim(), workspaceOf(context), context);
      default:
        throw new Refusal("Gaps can be listed, filed and closed.", { examples: ["gaps", "gaps file who pays?"] });
    }
  },
});

/** A mention is answered for everyone there to read. */
const isOverheard = ({ origin }: Context): boolean => origin.via === "mention" && !origin.direct;

/** In place of what others asked, maybe in private: a way to see it that nobody else reads along. */
function toAskerAlone(line: string, label: string): Answer {
  return {
    title: "The list of gaps is not shown here",
    parts: [
      paragraph([
        "It holds what people asked in private, so I show it to one person at a time. Press the button, or say ",
        code("/gaps"),
        ": only you see what comes.",
      ]),
      { kind: "buttons", buttons: [{ label, line }] },
    ],
    data: { state: "private", line },
  };
}

/** The workspace whose gaps the asker may read and close; undefined for a terminal, which is the operator's and sees all. */
function workspaceOf(context: Context): string | undefined {
  const { platform, workspace } = context.origin;
  if (platform === "terminal") return undefined;
  if (!workspace) throw notHere("A direct message has no list of gaps: each server has its own. Ask for it there.");
  if (mayKeep(context)) return workspace;
  throw notHere("The list of gaps is for those who keep this casebook. You can file a gap.");
}

/** Colleagues share a Slack workspace; strangers share a Discord server. */
function mayKeep({ origin: { platform, asker, admin = false }, maintainers = [] }: Context): boolean {
  if (maintainers.length === 0) return platform === "slack" || admin;
  return maintainers.includes(asker ?? "") || (maintainers.includes("admins") && admin);
}

const notHere = (says: string): Refusal => new Refusal(says, { examples: ["gaps file who pays?"] });

async function list(context: Context): Promise<Answer> {
  const workspace = workspaceOf(context);
  const { gaps, feedback } = await context.store();
  const { knows } = context.search;
  const groups = groupGaps(await gaps.open(workspace), knows);
  const poor = groupPoor(await feedback.poor(workspace), knows);
  return {
    title: groups.length === 0 ? "No open gaps" : `Open gaps: ${groups.length}`,
    parts: [
      ...(groups.length === 0 ? [paragraph("Every question was answered, or nobody asked yet.")] : gapParts(groups)),
      ...(poor.length > 0 ? poorParts(poor, context.library) : []),
    ],
    data: {
      gaps: groups.map(({ lastAt, ids: _, ...group }) => ({ ...group, last: dayOf(new Date(lastAt)) })),
      poor: poor.map(({ ids: _, ...group }) => group),
    },
  };
}

async function file(question: string, context: Context): Promise<Answer> {
  const { origin, store, now } = context;
  if (!/[\p{L}\p{N}]/u.test(question))
    throw new Refusal("Which question should be filed?", { examples: ["gaps file who runs partnerships at Cohere?"] });
  const passage = answerMark(await answerNow(clip(question, 300), context));
  const who = { ...roomOf(origin), asker: origin.asker ?? "" };
  const gap = await (await store()).gaps.file(question, passage, who, now.getTime());
  return {
    title: "Filed",
    parts: [
      paragraph([strong(gap.question), " is on the list of whoever keeps the casebook."]),
      ...(who.channel && who.asker && !origin.shut
        ? [paragraph(`When the casebook can answer it, I say so ${whereTold(context)}.`)]
        : []),
    ],
    data: { id: gap.id, question: gap.question, asked: timesAsked(gap), waiting: gap.waiters.length },
  };
}

/** What is answered to a question now, as it is asked again when the content changes; nothing where it is refused. */
async function answerNow(question: string, context: Context): Promise<AskedData | undefined> {
  try {
    return readAsked((await runCommand("ask", [question], context))?.data);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function whereTold({ origin }: Context): string {
  if (origin.thread) return "in this thread, once";
  if (origin.direct) return "here, once";
  return origin.platform === "slack" ? "to you in a direct message, once" : "in this channel, once, without your name";
}
