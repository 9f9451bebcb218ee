import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { type SetName, sets } from "./question.ts";

const file = new URL("./baseline.json", import.meta.url);

/** hit@1 of the last accepted run, by set. */
const baselineSchema = z.partialRecord(z.enum(sets), z.number().min(0).max(1));
export type Baseline = z.infer<typeof baselineSchema>;

/** The largest drop of hit@1 that passes. */
export const allowedDrop = 0.02;

export function readBaseline(): Baseline {
  return baselineSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** Takes these figures as the ones later runs are held against. */
export function acceptBaseline(scores: Baseline): void {
  const rounded = Object.entries(scores).map(([set, hit1]) => [set, Number(hit1.toFixed(4))]);
  writeFileSync(file, `${JSON.stringify({ ...readBaseline(), ...Object.fromEntries(rounded) }, null, 2)}\n`);
}

/** A sentence for every set whose hit@1 fell by more than two points. */
export function dropsBelow(baseline: Baseline, scores: Baseline): string[] {
  return sets.flatMap((set: SetName) => {
    const before = baseline[set];
    const now = scores[set];
    return before !== undefined && now !== undefined && now < before - allowedDrop
      ? [`hit@1 of the ${set} set fell from ${(before * 100).toFixed(1)}% to ${(now * 100).toFixed(1)}%.`]
      : [];
  });
}
