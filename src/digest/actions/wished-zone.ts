import { clip } from "#core/clip.ts";
import { Refusal } from "#core/refusal.ts";
import { findZone, looksLikeZone, nearestZones } from "../zones.ts";

/** A line that works: with this zone, and what stands behind it. */
export type Again = (zone: string, others: readonly string[]) => string;

/** A zone, and how it was said. */
export type SaidZone = { readonly zone: string; readonly said: string };

/**
 * The zone by name, or at the front of the words, which it then leaves.
 * @throws Refusal for what is no zone, and for two of them
 */
export function readZone(named: string | undefined, rest: string[], again: Again): SaidZone | undefined {
  const behind = takeZone(rest);
  if (named?.trim()) {
    const found = findZone(named);
    if (!found) throw unknownZone(named, rest, again);
    if (behind && behind.zone !== found)
      throw new Refusal(`Two time zones are named, ${found} and ${behind.zone}: which one?`, {
        examples: [again(found, rest), again(behind.zone, rest)],
        data: { error: "zone", typed: named, nearest: [found, behind.zone] },
      });
    return { zone: found, said: named.trim() };
  }
  if (behind) return behind;
  const [first = "", ...others] = rest;
  if (looksLikeZone(first)) throw unknownZone(first, others, again);
  return undefined;
}

/** Takes a zone from the front of the words: "Europe/Paris", "Paris", "new york time". */
function takeZone(rest: string[]): SaidZone | undefined {
  for (const count of [3, 2, 1]) {
    const said = rest.slice(0, count).join(" ");
    const zone = rest.length >= count ? findZone(said) : undefined;
    if (!zone) continue;
    rest.splice(0, /^time,?$/i.test(rest[count] ?? "") ? count + 1 : count);
    return { zone, said: said.replace(/,$/, "") };
  }
  return undefined;
}

function unknownZone(typed: string, others: readonly string[], again: Again): Refusal {
  const nearest = nearestZones(typed);
  return new Refusal(
    `“${clip(typed, 40)}” is no time zone I know. Name one by region and city${nearest.length > 0 ? `: ${nearest.join(", ")}` : ", such as Europe/Paris"}.`,
    {
      examples: [again(nearest[0] ?? "Europe/Paris", others)],
      data: { error: "zone", typed, nearest },
    },
  );
}
