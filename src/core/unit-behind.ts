const scale = "k|m|b|t|g|bn|mn|tn|mm|thousand|(?:m|b|tr)illion|lakhs?|crores?";
const money = "\\$|usd|dollars?|cents?|[€£¥₹]|eur|euros?|gbp|pounds?|chf";
const unit = "%|percent|h|hrs?|hours?|mins?|minutes?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?";
const each = String.raw`\s?/\s?[a-z]{1,8}|\s(?:per|an?|each|every)\s(?:hour|day|week|month|quarter|year|seat|user|kwh)`;
const ends = String.raw`(?:${each}){0,2}[,;]?(?=\s|$)`;
const bareNumber = /^[^\sA-Za-z]?\d[\d.,']*$/;
const behindNumber = new RegExp(String.raw`^(?:\s000){0,4}(?:\s(?:${scale}))?(?:\s(?:${unit}|${money}))?${ends}`, "i");
const scaled = new RegExp(String.raw`^[^\sA-Za-z]?\d[\d.,']*(?:${scale})$`, "i");
const behindScaled = new RegExp(String.raw`^(?:\s(?:${money}))?${ends}`, "i");

/**
 * How many of the words behind a value by name belong to it, as its number's scale, unit or period: one in `budget=2 million`
 * and in `deadline=2 months`, two in `seat=360 a year`. None behind what is no number.
 */
export function unitBehind(value: string, words: readonly string[]): number {
  const behind = bareNumber.test(value) ? behindNumber : scaled.test(value) ? behindScaled : undefined;
  const said = behind?.exec(` ${words.slice(0, 8).join(" ")}`)?.[0] ?? "";
  return said.split(" ").length - 1;
}
