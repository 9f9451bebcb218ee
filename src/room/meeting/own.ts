import type { Context } from "#core/command.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, paragraph } from "#core/reply.ts";
import type { Asked, Meeting } from "#core/room.ts";
import { recapButton, recapFor } from "./find.ts";
import type { Recap } from "./recap.ts";

/** What was said of an owner: `question` is an id or a place in the recap, `typed` both in one: "1 Anna". */
export type Owning = {
  readonly question: string | undefined;
  readonly owner: string | undefined;
  readonly typed: string;
};

/** Names who looks after a question of a meeting, or that nobody does. Refuses where nobody or no open point is named. */
export async function nameOwner(meeting: Meeting, owning: Owning, context: Context): Promise<Answer> {
  const { origin, store } = context;
  const { which, who } = read(owning);
  const recap = await recapFor(meeting, context);
  const asked = questionMeant(recap, which);
  if (who === "")
    throw new Refusal("Who looks after which question? Say its number in the recap, and a name or a team.", {
      examples: ["meeting own 1 Anna"],
    });
  if (!asked) throw noSuch(recap, which);
  const named = isNobody.test(who) ? "" : /^me$/i.test(who) ? (origin.name ?? "one of the room") : who;
  await (await store()).meetings.own(meeting.id, asked.id, named, origin.asker ?? "");
  const { answered, unanswered } = await recapFor(meeting, context);
  const { owner, question } = [...answered, ...unanswered].find(({ id }) => id === asked.id) ?? asked;
  return {
    title: owner ? "An owner is named" : "It has no owner now",
    parts: [
      paragraph(`${question} Owner: ${owner || "nobody yet"}.`),
      { kind: "buttons", buttons: [recapButton(meeting)] },
    ],
    data: { meeting: meeting.id, question: asked.id, owner },
  };
}

/** Who takes the owner away. */
const isNobody = /^(?:nobody|no[- ]?one|none|unassigned|no owner)(?: yet)?$/i;

/** "1 Anna", "#1 to Anna", "Anna". */
const numbered = /^(?:(?:question|point|number|no\.?) ?)?#?(\d+)(?:st|nd|rd|th)?[.:]?(?: to\b| is\b)?\s*(.*)$/i;

function read({ question, owner, typed }: Owning): { readonly which: string; readonly who: string } {
  const [, place = "", name] = numbered.exec(typed.trim()) ?? [];
  return { which: question ?? place, who: (owner ?? name ?? typed).trim() };
}

/** The question with an id, or the open point in a place of the recap; without either the only one that is open. */
function questionMeant({ answered, unanswered }: Recap, which: string): Asked | undefined {
  if (which === "") return unanswered.length === 1 ? unanswered[0] : undefined;
  return [...answered, ...unanswered].find(({ id }) => id === which) ?? unanswered[Number(which) - 1];
}

function noSuch({ unanswered }: Recap, which: string): Refusal {
  const count = unanswered.length;
  const says =
    count === 0
      ? "This meeting has no open point to look after."
      : which === ""
        ? `Which open point? Say its number in the recap, 1 to ${count}.`
        : `There is no such question in this meeting: its open points are numbered 1 to ${count} in the recap.`;
  return new Refusal(says, { examples: [count === 0 ? "meeting end" : "meeting own 1 Anna"] });
}
