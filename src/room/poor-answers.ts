import type { PoorAnswer } from "#core/room.ts";
import { groupByWording, type Knows } from "./wording.ts";

/** Bad ratings of one answer to a question, whatever its wording. */
export type PoorGroup = Pick<PoorAnswer, "id" | "question" | "passage" | "times" | "reasons"> & {
  readonly wordings: readonly string[];
  readonly ids: readonly string[];
};

/** Badly rated answers grouped by the passage that was given and by wording, most often rated so first. */
export function groupPoor(poor: readonly PoorAnswer[], knows: Knows): PoorGroup[] {
  return [...Map.groupBy(poor, ({ workspace, passage }) => `${workspace}\n${passage}`).values()]
    .flatMap((some) => groupByWording(some, ({ question }) => question, knows))
    .flatMap((group): PoorGroup[] => {
      const [first] = group;
      if (!first) return [];
      const { id, question, passage } = first;
      return [
        {
          ...{ id, question, passage },
          times: group.reduce((sum, { times }) => sum + times, 0),
          reasons: [...new Set(group.flatMap(({ reasons }) => reasons))],
          wordings: group.map((one) => one.question),
          ids: group.map((one) => one.id),
        },
      ];
    })
    .sort((a, b) => b.times - a.times);
}
