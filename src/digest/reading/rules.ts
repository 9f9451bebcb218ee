import { bareHour, clockTime, noTime, noTimeOf, timeOf } from "./clock.ts";
import { dates, datesOf, nthOf, numbereds, ordinals } from "./dates.ts";
import { limits } from "./limits.ts";
import { frame, limit, type Meant, type Rule } from "./part.ts";
import { count, countOf, each, listOf } from "./terms.ts";
import { daysBetween, someDays, weekday, weekdayOf, weekdaysOf } from "./week.ts";

const times = listOf(`(?:${clockTime}(?: ${clockTime})*|${bareHour})`);
const ofMonth = "(?:of|in) (?:(?:the|each|every|a) )?month";
const month: Meant = { kind: "frame", of: "month" };

const rate = (step: number, unit: "minutes" | "hours"): Meant[] => [{ kind: "rate", step, unit }];

/** A number behind others without a word between: nobody knows whether it is one more, or something else. */
const stray = (said: string, behind: string): Meant[] =>
  behind ? [limit(`“${said}${behind}” can be read in two ways: write times as 09:00.`)] : [];

const oftenRules: readonly Rule[] = [
  ["(?:hourly|(?:every|each) (?:single )?hour)(?: on the hour)?", () => rate(1, "hours")],
  ["(?:every|each) minute", () => rate(1, "minutes")],
  ["(?:(?:every|each) )?half(?:[ -]an?)?[ -]hour(?:ly)?", () => rate(30, "minutes")],
  ["(?:every|each) quarter(?:[ -]of[ -]an)?[ -]hour", () => rate(15, "minutes")],
  [`(?:every|each) (${count}) ?(?:m|mins?|minutes?)`, (_, step) => rate(countOf(step), "minutes")],
  [`(?:every|each) (${count}) ?(?:h|hrs?|hours?)`, (_, step) => rate(countOf(step), "hours")],
];

const monthRules: readonly Rule[] = [
  [
    `(?:(every|each) )?(?:the )?(${ordinals}) (${weekday})`,
    (_, every, which, day) => [nthOf(which, weekdayOf(day), every)],
  ],
  [ofMonth, () => [month]],
  [`(end|start|beginning)(?= ${ofMonth})`, (_, where) => [datesOf(where === "end" ? "last" : "first")]],
  [
    `month(?:s|ly)?(?: on)?(?: the)?(?: days?)? (${dates})( ${bareHour})?`,
    (_, typed, behind) => [month, datesOf(typed), ...stray(typed, behind)],
  ],
  [`(?:(?:the )?days?|the) (${dates})( ${bareHour})?`, (_, typed, behind) => [datesOf(typed), ...stray(typed, behind)]],
  [`(${ordinals}) days?`, (_, typed) => [datesOf(typed, true)]],
  // A name may begin so: "first meeting".
  [`${ordinals}(?= (?:${ofMonth}|monthly|at|@|,|${clockTime}|${bareHour})(?: |$)|$)`, (said) => [datesOf(said)]],
  [numbereds, (said) => [datesOf(said)]],
];

const timeRules: readonly Rule[] = [
  [
    `${bareHour}(?= (?:${someDays}|${ordinals}|daily|everyday|weekly|monthly)(?: |$))`,
    (said) => [timeOf(said), limit(`Is “${said}” the hour? Write times as 09:00.`)],
  ],
  [
    `(?:(?:at|@) ?)?(${times})( (?:${clockTime}|${bareHour}))?`,
    (_, typed, behind) => [...each(`${clockTime}|${bareHour}`, typed).map(timeOf), ...stray(typed, behind)],
  ],
  [noTime, (said) => [noTimeOf(said)]],
];

/** What schedules are made of. The first rule that fits takes the words, so that wholes stand before their parts. */
export const rules: readonly Rule[] = [
  [daysBetween, (said) => [{ kind: "weekdays", days: weekdaysOf(said) }]],
  ...oftenRules,
  ["(?:every|each) (?:1|one|single) (day|week|month)", (_, of) => frame(of)],
  [`(?:(?:every|each) )?(${dates})(?= ${ofMonth})`, (_, typed) => [datesOf(typed)]],
  ...limits,
  ...monthRules,
  [
    `(?:except|excluding|but(?: not)?|not)(?: (?:on|for|the))* (${listOf(someDays)})`,
    (_, days) => [{ kind: "except", days: weekdaysOf(days) }],
  ],
  [someDays, (said) => [{ kind: "weekdays", days: weekdaysOf(said) }]],
  ["(?:daily|everyday|days?(?: of (?:the|every|each) week)?|weekly|weeks?|monthly|months?)", frame],
  ...timeRules,
  ["(?:every|each|on|at|@|and|the|of|in|a|an|per|once|only|&|\\+|/|,|;)", () => []],
];
