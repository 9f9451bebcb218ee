import { isCalledUnknown, isOpenPoint, opensUnknown } from "../passages/untold.ts";
import type { Scored } from "../rank/score.ts";

/** True for a row whose whole point is that no source tells what is asked: an open point, or the answer to this very question. */
export function isUntold({ read: { passage }, signs }: Scored): boolean {
  return (
    isOpenPoint(passage) ||
    isCalledUnknown(passage.title) ||
    (opensUnknown(passage.text) && (signs.title > sameQuestion || signs.coverage > allOfIt))
  );
}

/** So far a row's title, or a way that it is asked for, must agree with the question. */
const sameQuestion = 0.55;

/** Or such a part of what is asked must stand in it. */
const allOfIt = 0.7;
