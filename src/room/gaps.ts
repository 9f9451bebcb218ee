import type { Gap } from "#core/room.ts";
import { groupByWording, type Knows } from "./wording.ts";

/** Gaps that ask the same thing in other words. */
export type GapGroup = {
  /** Id of its first gap; closing it closes all of them. */
  readonly id: string;
  /** As asked most often; of equals, the one that most people wait for. */
  readonly question: string;
  readonly wordings: readonly string[];
  readonly ids: readonly string[];
  /** How often at least. */
  readonly asked: number;
  /** How many people wait for the answer. */
  readonly waiting: number;
  readonly lastAt: number;
};

/** How often a gap was asked at least: whoever filed it has asked it, counted or not. */
export function timesAsked({ asked, waiters }: Pick<Gap, "asked" | "waiters">): number {
  return Math.max(asked, waiters.length, 1);
}

/** Gaps grouped by wording, what most people ask or wait for first; `knows` tells words of the library. */
export function groupGaps(gaps: readonly Gap[], knows: Knows): GapGroup[] {
  return [...Map.groupBy(gaps, ({ workspace }) => workspace).values()]
    .flatMap((some) => groupByWording(some, ({ question }) => question, knows))
    .flatMap((group): GapGroup[] => {
      const [first] = group;
      if (!first) return [];
      return [
        {
          id: first.id,
          question: first.question,
          wordings: group.map(({ question }) => question),
          ids: group.map(({ id }) => id),
          asked: group.reduce((sum, gap) => sum + timesAsked(gap), 0),
          waiting: new Set(group.flatMap(({ waiters }) => waiters)).size,
          lastAt: Math.max(...group.map(({ lastAt }) => lastAt)),
        },
      ];
    })
    .sort((a, b) => b.asked + b.waiting - (a.asked + a.waiting) || b.lastAt - a.lastAt);
}
