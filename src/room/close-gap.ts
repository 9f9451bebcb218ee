import { clip } from "#core/clip.ts";
import type { Context } from "#core/command.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, type Part, paragraph, strong } from "#core/reply.ts";
import type { Feedback } from "#core/room.ts";
import { fileLine } from "./buttons.ts";
import { peopleWaiting } from "./gap-parts.ts";
import { type GapGroup, groupGaps } from "./gaps.ts";
import { groupPoor, type PoorGroup } from "./poor-answers.ts";

/**
 * Closes the gap of an id, or ticks off the badly rated answer of an id, in a workspace or, where none is named, in any.
 * A number is only read: the list it was seen in may have changed its order since.
 * @throws Refusal where there is no such gap
 */
export async function closeGap(typed: string, workspace: string | undefined, context: Context): Promise<Answer> {
  const { gaps, feedback } = await context.store();
  const { knows } = context.search;
  const isMeant = ({ ids }: { readonly ids: readonly string[] }) => ids.includes(typed.toLowerCase());
  const groups = groupGaps(await gaps.open(workspace), knows);
  const group = groups.find(isMeant);
  if (!group) {
    const poor = groupPoor(await feedback.poor(workspace), knows).find(isMeant);
    return poor ? tickOff(poor, feedback) : mustNumber(typed, groups);
  }
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

async function tickOff({ ids, id, question, passage }: PoorGroup, feedback: Feedback): Promise<Answer> {
  await feedback.settle(ids);
  return {
    title: "Ticked off",
    parts: [
      paragraph([
        "The answer to ",
        strong(question || "a question that was not kept"),
        ` by ${passage} is off the list, and what was said of it is deleted. It comes back when somebody finds it of no help again.`,
      ]),
      { kind: "buttons", buttons: [{ label: "All gaps", line: "gaps" }] },
    ],
    data: { state: "ticked-off", id, question, passage },
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
