import { resolveName } from "#core/nearest.ts";

/** What can be done with a meeting; its recap ends it, where it still runs. */
export const meetingActions = ["start", "status", "end", "recap", "export", "own"] as const;
export type MeetingAction = (typeof meetingActions)[number];

const otherNames: Partial<Record<MeetingAction, readonly string[]>> = {
  end: ["stop", "finish"],
  own: ["owner", "owners", "assign"],
};

/** The action that a word means, by any of its names or a slip of one; nothing for any other word. */
export const meetingActionOf = (typed: string): MeetingAction | undefined =>
  resolveName(
    typed,
    meetingActions.map((value) => ({ value, names: [value, ...(otherNames[value] ?? [])] })),
  ).match;
