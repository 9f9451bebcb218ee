import { z } from "zod";
import { clip } from "#core/clip.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { dayOf } from "#core/day.ts";
import { resolveName } from "#core/nearest.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, code, type Part, paragraph, strong } from "#core/reply.ts";
import { runCommand } from "#present/ask/run-command.ts";
import { matching } from "#present/choices.ts";
import { answerMark } from "#room/answer-mark.ts";
import { type AskedData, readAsked } from "#room/asked.ts";
import { fileLine } from "#room/buttons.ts";
import { gapParts, peopleWaiting, poorParts } from "#room/gap-parts.ts";
import { type GapGroup, groupGaps, timesAsked } from "#room/gaps.ts";
import { placeOf } from "#room/place.ts";

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
          : close(question.trim(), context);
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
  const groups = groupGaps(await gaps.open(workspace));
  const poor = await feedback.poor(workspace);
  return {
    title: groups.length === 0 ? "No open gaps" : `Open gaps: ${groups.length}`,
    parts: [
      ...(groups.length === 0 ? [paragraph("Every question was answered, or nobody asked yet.")] : gapParts(groups)),
      ...(poor.length > 0 ? poorParts(poor) : []),
    ],
    data: {
      gaps: groups.map(({ lastAt, ids: _, ...group }) => ({ ...group, last: dayOf(new Date(lastAt)) })),
      poor,
    },
  };
}

async function file(question: string, context: Context): Promise<Answer> {
  const { origin, store, now } = context;
  if (!/[\p{L}\p{N}]/u.test(question))
    throw new Refusal("Which question should be filed?", { examples: ["gaps file who runs partnerships at Cohere?"] });
  const passage = answerMark(await answerNow(clip(question, 300), context));
  const who = { ...placeOf(origin), asker: origin.asker ?? "" };
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

/** Closes the gap of an id. A number is only read: the list it was seen in may have changed its order since. */
async function close(typed: string, context: Context): Promise<Answer> {
  const workspace = workspaceOf(context);
  const { gaps } = await context.store();
  const groups = groupGaps(await gaps.open(workspace));
  const group = groups.find(({ ids }) => ids.includes(typed.toLowerCase()));
  if (!group) return mustNumber(typed, groups);
  const closed = await gaps.close(group.ids, context.now.getTime());
  return {
    title: "Closed",
    parts: [
      paragraph([strong(group.question), " is off the list. It comes back when somebody asks it again in vain."]),
      ...stillTold(group),
      {
        kind: "buttons",
        buttons: [
          { label: "All gaps", line: "gaps" },
          { label: "File it again", line: fileLine(group.question) },
        ],
      },
    ],
    data: { state: "closed", id: group.id, question: group.question, closed, waiting: group.waiting },
  };
}

/** Whoever was promised word of the answer gets it, though the gap is closed. */
function stillTold({ waiting }: GapGroup): Part[] {
  if (waiting === 0) return [];
  const they = waiting === 1 ? "They are" : "All are";
  return [paragraph(`${peopleWaiting(waiting)} for the answer. ${they} still told once the casebook has it.`)];
}

/**
 * Asks whether the gap is meant that has a number in the list now.
 * @throws Refusal where none has it
 */
function mustNumber(typed: string, groups: readonly GapGroup[]): Answer {
  const [, number] = /^#?(\d{1,3})\.?$/.exec(typed) ?? [];
  const group = number ? groups[Number(number) - 1] : undefined;
  if (!group)
    throw new Refusal(
      typed
        ? `There is no open gap “${clip(typed, 40)}”: give its number or its id as the list shows them.`
        : "Which gap should be closed? Give its number or its id as the list shows them.",
      { examples: [], buttons: [{ label: "All gaps", line: "gaps" }] },
    );
  return {
    title: "Close this gap?",
    parts: [
      paragraph([strong(group.question), ` is number ${number} of the list now. It is still open.`]),
      ...stillTold(group),
      {
        kind: "buttons",
        buttons: [
          { label: "Close it", line: `gaps close ${group.id}` },
          { label: "All gaps", line: "gaps" },
        ],
      },
    ],
    data: { state: "asked", id: group.id, question: group.question },
  };
}
