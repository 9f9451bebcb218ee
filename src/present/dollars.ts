import { clip } from "#core/clip.ts";

/** What somebody reads who gave money that is no dollars: `€75/h`, or `in EUR` alone. */
export function inDollars(typed: string): string {
  const shown = `“${clip(typed.trim(), 40)}”`;
  return /\d/.test(typed)
    ? `This reckons in US dollars, and the casebook keeps no exchange rates: give ${shown} in dollars.`
    : `This answers in US dollars, and the casebook keeps no exchange rates: leave ${shown} out.`;
}
