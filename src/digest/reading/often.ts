import type { Meaning, Wrong } from "./meant.ts";
import { only, type Part } from "./part.ts";
import { weekly } from "./rhythm.ts";

/** Steps that come out even in an hour or a day, without those that are too short. */
const even = { minutes: [5, 6, 10, 12, 15, 20, 30], hours: [1, 2, 3, 4, 6, 8, 12] } as const;
const whole = { minutes: 60, hours: 24 } as const;

type Step = { readonly step: number; readonly unit: keyof typeof whole };

/** What every so many minutes or hours means, on all days or on those of the week that the parts name. */
export function oftenOf(rate: Step & { readonly said: string }, parts: readonly Part[]): Meaning | Wrong {
  const { step, unit } = inHours(rate);
  if (step < 1 || whole[unit] % step > 0) {
    return {
      wrong: `“every ${step} ${unit}” does not come out even in ${unit === "minutes" ? "an hour" : "a day"}.`,
      nearest: nearestTo(step, unit),
    };
  }
  const days = only(parts, "weekdays").flatMap((part) => part.days);
  const on = weekly(days.length > 0 ? days : [0, 1, 2, 3, 4, 5, 6]);
  const words = `${nameOf(step, unit)}${on.words === "daily" ? "" : ` on ${on.words.replace("every ", "")}`}`;
  const misfit = parts.find(
    (part) => part !== rate && part.kind !== "weekdays" && !(part.kind === "frame" && part.of === "day"),
  );
  if (misfit) return { wrong: `“${rate.said}” and “${misfit.said}” do not go together in one digest.`, nearest: words };
  return { words, patterns: [`${fieldsOf(step, unit)} ${on.fields}`] };
}

function nearestTo(step: number, unit: Step["unit"]): string {
  if (unit === "minutes" && step > whole.minutes) return nearestTo(step / whole.minutes, "hours");
  const [nearest = 1] = even[unit].toSorted((a, b) => Math.abs(a - step) - Math.abs(b - step));
  return nameOf(nearest, unit);
}

function inHours({ step, unit }: Step): Step {
  return unit === "minutes" && step > 0 && step % 60 === 0 ? { step: step / 60, unit: "hours" } : { step, unit };
}

function nameOf(step: number, unit: Step["unit"]): string {
  if (step > 1) return `every ${step} ${unit}`;
  return unit === "hours" ? "hourly" : "every minute";
}

/** Cron's minute and hour. */
function fieldsOf(step: number, unit: Step["unit"]): string {
  const every = step === 1 ? "*" : step === whole[unit] ? "0" : `*/${step}`;
  return unit === "minutes" ? `${every} *` : `0 ${every}`;
}
