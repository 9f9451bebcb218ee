const scales: Readonly<Record<string, number>> = { t: 1e12, b: 1e9, m: 1e6, k: 1e3 };

/** A number as people write it: "$2.5 billion", "about 1,200", "€21B", "2013". */
type Figure = { readonly value: number; readonly currency: string; readonly written: string };

const written = /([$€£]?)\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(trillion|billion|million|thousand|tn|bn|mn|[tbmk])?\b/i;

/** The first number in a text, with its scale taken in: "$2.5 billion" is 2.5e9. */
export function firstFigure(text: string): Figure | undefined {
  const match = written.exec(text);
  if (!match) return undefined;
  const [whole, currency = "", digits = "", decimals = "", scale = ""] = match;
  const value = Number(digits.replaceAll(",", "") + decimals) * (scales[scale.charAt(0).toLowerCase()] ?? 1);
  return { value, currency, written: whole.trim() };
}

/** What is told one after the other, and adds up: "$58B in eleven rounds, then $122B". */
const addsUp = /\b(?:then|plus|on top of|after more than)\b/i;

/** The number of a row: its first, or the sum where it tells of several sums of money that add up; none in brackets. */
export function totalFigure(text: string): Figure | undefined {
  const told = text.replace(/\([^()]*\)/g, "");
  const first = firstFigure(told);
  if (!first?.currency || !addsUp.test(told)) return first;
  const every = new RegExp(written, "gi");
  const sums = [...told.matchAll(every)].flatMap(([whole]) => firstFigure(whole) ?? []);
  const value = sums.reduce((sum, one) => sum + (one.currency === "" ? 0 : one.value), 0);
  return { ...first, value };
}

/** The figure that a row gives for what it is about; none where it begins by saying that there is none. */
export function ownFigure(text: string): Figure | undefined {
  return /^(?:no|none)\b/i.test(text) ? undefined : totalFigure(text);
}

/** The first year in a text. */
export function firstYear(text: string): number | undefined {
  const year = /\b(?:19|20)\d\d\b/.exec(text)?.[0];
  return year === undefined ? undefined : Number(year);
}
