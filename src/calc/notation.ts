const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const power =
  /(?:(\d{1,6}(?:\.\d{1,6})?)\s?[x×*·]\s?)?(?<![\d.,])10\s?(?:(?:\^|\*\*)\s?(\d{1,3})|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))/gi;

const fractions: Readonly<Record<string, number>> = { "¼": 0.25, "½": 0.5, "¾": 0.75 };

const begin = String.raw`(?<![\w.,'])`;
const end = String.raw`(?![\d']|[.,]\d)`;
/** Apostrophes, points or spaces between thousands, maybe a decimal comma; and lakhs: `1'000`, `1.000.000`, `80 000`, `1.234,5`, `10,00,000`. */
const grouped = new RegExp(
  String.raw`${begin}(?:(\d{1,3}(?:(?:'\d{3}){1,6}|(?:\.\d{3}){2,6}|(?:\s\d{3}){0,5}\s000|(?:\.\d{3}){1,6}(?=,\d{1,2}${end})))(?:,(\d{1,2}))?|(\d{1,2}(?:,\d{2}){1,4},000))${end}`,
  "g",
);
/** Three digits behind a comma are thousands, unless a zero stands before it: `1,5`, `0,125`. */
const decimalComma = new RegExp(String.raw`${begin}(?:(\d{1,9}),(\d{1,2}|\d{4,6})|(0),(\d{3}))${end}`, "g");

/**
 * Numbers as people of many countries write them, in one form: `1,5` → `1.5`, `1.000.000` → `1000000`, `1½` → `1.5`,
 * `1.5 × 10¹²` → `1.5e12`; all else as it stands. Takes time linear in the text's length.
 */
export function plainNumbers(text: string): string {
  return text
    .replace(grouped, (_, number: string | undefined, decimals: string | undefined, lakhs: string | undefined) => {
      const digits = (number ?? lakhs ?? "").replace(/\D/g, "");
      return decimals === undefined ? digits : `${digits}.${decimals}`;
    })
    .replace(decimalComma, (_, whole?: string, decimals?: string, zero?: string, thousandths?: string) =>
      [whole ?? zero, decimals ?? thousandths].join("."),
    )
    .replace(/(?<![\d.,])(?:(\d{1,6})\s?)?([¼½¾])/g, (_, whole: string | undefined, part: string) =>
      String(Number(whole ?? 0) + (fractions[part] ?? 0)),
    )
    .replace(power, (_, factor: string | undefined, plain: string | undefined, raised: string | undefined) => {
      const exponent = plain ?? Array.from(raised ?? "", (digit) => superscripts.indexOf(digit)).join("");
      return `${factor ?? "1"}e${exponent}`;
    });
}

/** The same of what has no thousandths, as people and whole dollars have none: `80.000` → `80000`; `1.024B` as it stands. */
export function plainCounts(text: string): string {
  return plainNumbers(text).replace(/(?<![\w.,])([1-9]\d{0,2})\.(\d{3})(?![\d.,]|\s?[a-z])/i, "$1$2");
}
