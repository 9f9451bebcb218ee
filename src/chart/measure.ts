/** Widths of DejaVu Sans in shares of the font size, rounded up, by kind of letter. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'|!I ]/, 0.34],
  [/[frt()[\]\-/"]/, 0.42],
  [/[mw@%MW]/, 0.98],
  [/[A-Z&]/, 0.72],
  [/[\u2E80-\uFFFF]/, 1],
];
const other = 0.64;
const bolder = 1.1;

/**
 * Width of a text in pixels for an ECharts font such as `bold 15px DejaVu Sans`. Without a browser ECharts guesses the
 * widths of a narrower font, and texts run into each other.
 */
export function measureText(text: string, font = "12px"): { width: number } {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
  let width = 0;
  for (const letter of text) width += widths.find(([kind]) => kind.test(letter))?.[1] ?? other;
  return { width: width * size * (/bold/.test(font) ? bolder : 1) };
}

/** A text that fits a width, ending in "…" when shortened. */
export function shortened(text: string, width: number, font: string): string {
  if (measureText(text, font).width <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && measureText(`${letters.join("")}…`, font).width > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
