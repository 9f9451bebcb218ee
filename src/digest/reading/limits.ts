import { bareHour, clockTime, hourMark, timeOf } from "./clock.ts";
import { type Frame, frame, frameOf, type Limit, limit, type Meant, type Rule } from "./part.ts";
import { count } from "./terms.ts";
import { someDays, weekday, weekends, workdays } from "./week.ts";

const unit = "(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|quarters?|years?)";
const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const roughTime = "(?:\\d{1,2}(?:[:.h]\\d{2})?(?: ?[ap]\\.?m\\.?)?|noon|midday|midnight)";

/** Where no name goes on, such as that of the quarterly business review. */
const alone = `(?= (?:on|at|@|in|the|,|${clockTime}|${bareHour}|${weekday})(?: |$)|$)`;

const some = "(?:(?:in|at|of|every|each)(?: the)? )?(?:early |late )?";

/** Where in its frame something comes that is said to come twice. */
const twice: Readonly<Record<Frame, readonly Meant[]>> = {
  day: [{ kind: "frame", of: "day" }, timeOf("9"), timeOf("17")],
  week: [{ kind: "weekdays", days: [1, 4] }],
  month: [
    { kind: "dates", dates: [1, 15] },
    { kind: "frame", of: "month" },
  ],
};

const everyOther = (said: string, instead: readonly Meant[] = []) =>
  limit(`I cannot keep “${said}”: a digest comes every day, week or month, on days that are named.`, instead);
const leftOpen = (said: string, instead: readonly Meant[] = []) =>
  limit(`“${said}” leaves open when: name the days and times.`, instead);
const onlyOnce = (said: string) =>
  limit(`A digest comes again and again, so I cannot keep “${said}”. For one post at once, say digest now.`);
const stretch = (said: string, from: string, to: string) =>
  limit(
    `“${said}” is a stretch of time. Name each time, or give cron fields: cron 0 9-17 * * 1-5 is hourly from 9 to 17.`,
    [from, Number(to) < Number(from) ? `${to} pm` : to].filter(Boolean).map(timeOf),
  );
const partOfDay = (said: string, like: string, times: readonly Meant[] = []) =>
  limit(`“${said}” is no time of day: say ${like}.`, [{ kind: "frame", of: "day" }, ...times]);
const inMonths = (said: string, months: string, day = ""): Limit => ({
  ...limit(`Words cannot name months (“${said}”), but five cron fields can: minute, hour, day, month, weekday.`),
  cron: (days) => (days === "* * *" ? `${day || "1"} ${months} *` : days.replace(" * ", ` ${months} `)),
});
const nearestWorkday = (said: string, which: string): Limit => {
  const field = which === "first" ? "1W" : "LW";
  return {
    ...limit(`Words cannot say “${said}”, but cron fields can: ${field} is the workday nearest to the ${which} day.`),
    cron: () => `${field} * *`,
  };
};

/** What comes round more seldom than a frame, or in no place of it that is named. */
const rounds: readonly (readonly [string, (...said: string[]) => Limit])[] = [
  [`(first|last) ${workdays}`, nearestWorkday],
  [
    `(?:every|each) (?:other|alternate|second|third|fourth|\\d{1,2}(?:nd|rd|th)) (${unit})(?! of)`,
    (said, each) => everyOther(said, frame(each)),
  ],
  [
    `(?:(?:every|each) )?(?:other|alternat(?:e|ing))(?= (${weekday}|${workdays}))`,
    (said, each) => everyOther(`${said} ${each}`),
  ],
  [
    `(?:every|each) (?:${count}|few|several|(?:a )?couple(?: of)?)(?! ${hourMark})(?: (${unit})|(?= (${weekday}))|)`,
    (said, each, day) => everyOther(`${said} ${day}`.trim(), frame(each)),
  ],
  ["(?:bi[ -]?weekly|fortnightly|(?:(?:every|each|a|per) )?fortnights?)", (said) => everyOther(said, frame("week"))],
  ["bi[ -]?month(?:ly|s)", (said) => everyOther(said, frame("month"))],
  ["semi-?monthly", (said) => leftOpen(said, twice.month)],
  [
    `(?:twice|thrice|(?:${count}|several|few|many) times?|${count} ?x(?= (?:a|per|each|every|daily|weekly|monthly)(?: |$)))(?: (?:a|an|per|each|every|the))*(?: (hour|day|daily|week|weekly|month|monthly|quarter|year)s?)?`,
    (said, each) => leftOpen(said, twice[frameOf(each) ?? "week"]),
  ],
  [
    `(?:${count} ${unit}|(?!\\d)${count} ${someDays})(?: (?:a|per|each|every) ${unit})?(?! of)`,
    (said) => leftOpen(said),
  ],
  [`(?:first|last) ${count}(?: ${unit}| ${someDays}|(?= of))`, (said) => leftOpen(said)],
  [
    `(?:first|second|third|fourth|last|\\d{1,2}(?:st|nd|rd|th)) (?:weeks?|months?|${weekends}|${workdays})`,
    (said) => leftOpen(said, [{ kind: "nth", counts: [1], day: 1 }]),
  ],
  [`(?:quarterly${alone}|(?:a|per|every|each) quarter)`, (said) => inMonths(said, "1,4,7,10")],
  [`(?:(?:yearly|annually)${alone}|(?:a|per|every|each) year)`, (said) => inMonths(said, "1")],
  [
    `(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?)?(${month})(?: (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?= |$))?(?: \\d{4}(?= |$))?`,
    (said, before, name, after) => inMonths(said, String(monthNames.indexOf(name.slice(0, 3)) + 1), before || after),
  ],
  ["(?:today|tonight|tomorrow|one-?off|\\d{4}-\\d{1,2}-\\d{1,2}\\S*)", onlyOnce],
  [`(?:next|this|coming)(?= (${weekday}))`, (said, day) => onlyOnce(`${said} ${day}`)],
  [`(?:next|this|coming) (?:${unit}|morning|afternoon|evening)`, onlyOnce],
  [`in (?:an?|${count}|half an) (?:${unit})`, onlyOnce],
  ["once(?! (?:a|an|per|each|every|daily|weekly|monthly) )", onlyOnce],
];

/** What is no exact time of a day, or begins, ends or stops in between. */
const vagueTimes: readonly (readonly [string, (...said: string[]) => Limit])[] = [
  [`between (${roughTime}) and (${roughTime})`, stretch],
  [`(?:from |between )?(${roughTime}) ?(?:-|to|till|until|through|thru) ?(${roughTime})`, stretch],
  ["(?:(?:during|in|within|on) )?(?:work(?:ing)?|business|office) hours", (said) => stretch(said, "", "")],
  [
    `(?:starting|beginning|from|until|till|since|as of|after|before|by|around|about|during)(?: (?:from|on|at|the))* (?:${bareHour}|${clockTime}|${weekday}|${month}|today|tomorrow|now|next \\S+|holidays?)`,
    (said) =>
      limit(`I cannot keep “${said}”: a digest starts at once, comes at the very time, and ends when you unsubscribe.`),
  ],
  [
    "(?:except|excluding|but(?: not)?|not|without|unless)(?: (?:for|on|the|in|a))*(?: (?:bank|public))? holidays?",
    (said) => limit(`I cannot keep “${said}”: I know no holidays.`),
  ],
  [`${some}(?:mornings?|lunch-?time)`, (said) => partOfDay(said, "09:00 or 9am")],
  [
    `${some}(?:afternoons?|evenings?|nights?|nightly)(?: at (\\d{1,2})(?= |$))?`,
    (said, hour) => partOfDay(said, "20:00 or 8pm", hour ? [timeOf(`${hour} pm`)] : []),
  ],
  ["(?:or|maybe|either)", (said) => limit(`“${said}” leaves open when: say what you mean, such as 9am and 5pm.`)],
  [
    ":\\d\\d",
    (said) =>
      limit(
        `“${said}” has no hour: say 09${said}, or give cron fields: cron ${Number(said.slice(1))} * * * * is hourly.`,
        [timeOf(`9${said}`)],
      ),
  ],
];

/** What people say of times that no schedule in words can carry. */
export const limits: readonly Rule[] = [...rounds, ...vagueTimes].map(([source, wrong]) => [
  source,
  (...said) => [wrong(...said)],
]);
