import { type Frame, type Ordinal, only, type Part } from "./part.ts";
import { monthly, nthWeekdays, type Rhythm, weekly } from "./rhythm.ts";

const everyDay = [0, 1, 2, 3, 4, 5, 6];
/** Days that a frame stands for where none are named. */
const usual: Readonly<Record<Frame, Rhythm>> = { day: weekly(everyDay), week: weekly([1]), month: monthly([1]) };

/** A sentence about days that cannot be, and days near to what was said. */
type Misfit = { readonly wrong: string; readonly nearest: Rhythm };

/** The days that parts name, or why they name none. */
export function daysOf(parts: readonly Part[]): Rhythm | Misfit {
  const frames = [...new Map(only(parts, "frame").map((part) => [part.of, part])).values()];
  const [frame, otherFrame] = frames;
  const [nth, dates, weekdays] = [only(parts, "nth"), only(parts, "dates"), only(parts, "weekdays")];
  const [named, otherwise = only(parts, "except")[0]] = [nth, dates, weekdays].flatMap(([part]) => part ?? []);
  const days = weekdays.flatMap((part) => part.days);
  if (!named) {
    if (!frame) return missing;
    if (otherwise) return clash(frame, otherwise, usual[frame.of]);
    return otherFrame ? clash(frame, otherFrame, usual[frame.of]) : usual[frame.of];
  }
  const ofMonth = (counts: readonly Ordinal[]) => nthWeekdays([...nth, ...days.map((day) => ({ counts, day }))]);
  const rhythm = nth[0]
    ? ofMonth(nth[0].counts)
    : dates[0]
      ? monthly(dates.flatMap((part) => part.dates))
      : weekly(days);
  if (otherwise) return clash(named, otherwise, rhythm);
  const stretch = weekdays.length === 1 && days.length > 1;
  const unfit = frames.find(({ of }) => (weekdays[0] ? of === "month" || (of === "day" && !stretch) : of !== "month"));
  if (unfit) return clash(unfit, named, unfit.of === "month" ? ofMonth([1]) : rhythm);
  const vague = frame ? undefined : [...nth, ...dates].find((part) => part.vague);
  return vague ? { wrong: openOf(vague), nearest: rhythm } : rhythm;
}

/** Parts with the days that are left of those of the week, or of all, in place of these and of those that are left out. */
export function withoutExcepted(parts: readonly Part[]): readonly Part[] {
  const excepted = only(parts, "except").flatMap((part) => part.days);
  const weekdays = only(parts, "weekdays").flatMap((part) => part.days);
  const isAll = (part: Part) => weekdays.length === 0 && part.kind === "frame" && part.of === "day";
  const all = parts.some((part) => isAll(part) || part.kind === "rate") ? everyDay : [];
  const days = (weekdays.length > 0 ? weekdays : all).filter((day) => !excepted.includes(day));
  if (excepted.length === 0 || days.length === 0) return parts;
  const replaced = parts.filter((part) => part.kind === "weekdays" || part.kind === "except" || isAll(part));
  const said = replaced.map((part) => part.said).join(" ");
  return [{ kind: "weekdays", days, said }, ...parts.filter((part) => !replaced.includes(part))];
}

const missing: Misfit = {
  wrong: "It is missing the days: say daily, weekdays, or a day.",
  nearest: weekly([1, 2, 3, 4, 5]),
};

const clash = (one: Part, other: Part, nearest: Rhythm): Misfit => ({
  wrong: `“${one.said}” and “${other.said}” do not go together in one digest.`,
  nearest,
});

function openOf({ kind, said }: Part): string {
  return kind === "nth"
    ? `“${said}” can be read in two ways. I can keep that of each month: then say “of the month”.`
    : `“${said}” leaves open of what: say “of the month” if you mean that.`;
}
