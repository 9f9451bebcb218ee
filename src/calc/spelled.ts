const ones = "one two three four five six seven eight nine".split(" ");
const teens = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const values: ReadonlyMap<string, number> = new Map([
  ...ones.map((word, i) => [word, i + 1] as const),
  ...teens.map((word, i) => [word, i + 10] as const),
  ...tens.map((word, i) => [word, 10 * i + 20] as const),
  ["a", 1],
  ["an", 1],
  ["half", 0.5],
]);

/** What a number word counts here. Without it, "one of them" and "the first two" say no number of a calculation. */
const counted = String.raw`(?:(?:[mb]|tr)illion|gpus?|cards?|accelerators?|nodes?|servers?|days?|weeks?|months?|years?|epochs?|hours?|minutes?|people|persons?|employees|users|staff|developers|engineers|agents|seats?|licen[cs]es?|(?:nvidia\s|amd\s)?(?:[dh]gx\s|rtx\s|tpu\s)?[a-z]{1,3}\d{1,4}[a-z]{0,2})\b`;

const one = ones.join("|");

const spelled = new RegExp(
  String.raw`\b(?<!\bpoint\s)(?:(?<!\band a\s)(half)\s(?:an?\s)?|(an?)\s(?=hundred|thousand|(?:[mb]|tr)illion)|(?:(${teens.join("|")}|${one})|(${tens.join("|")})(?:[\s-](${one}))?)[\s-](?:(?:and\sa\s(half)|point\s(${one}))[\s-])?)(?:(hundred)[\s-])?(?:(thousand)[\s-])?(?=${counted})`,
  "gi",
);

/** Spelled counts in digits: "two hundred H100s" → `200 H100s`, "half a trillion" → `0.5 trillion`; all else as it stands. */
export function inDigits(text: string): string {
  return text.replace(spelled, (_, ...said: (string | undefined)[]) => {
    const [half, article, few, ten, unit, andHalf, tenths, hundred, thousand] = said.slice(0, 9);
    const whole = [half, article, few, ten, unit, andHalf].map(amountOf).reduce((sum, value) => sum + value, 0);
    return `${(whole + amountOf(tenths) / 10) * (hundred ? 100 : 1) * (thousand ? 1000 : 1)} `;
  });
}

const amountOf = (word = ""): number => values.get(word.toLowerCase()) ?? 0;

/** Whether a word says a number, in digits or in letters, so that leaving it out may change a result. */
export function saysNumber(word: string): boolean {
  return /\d|^(?:half|dozens?|hundreds?|thousands?|(?:[mb]|tr)illions?)$/i.test(word);
}
