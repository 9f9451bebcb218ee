import { editDistance, fold, forgiven } from "#core/nearest.ts";

const known: readonly string[] = [...Intl.supportedValuesOf("timeZone"), "UTC"];

/** City or last part of a zone's name ("paris", "new york") to the zone, where only one has it. */
const byCity = new Map<string, string>();
for (const zone of known) byCity.set(fold(zone.split("/").at(-1) ?? zone), zone);

/** An IANA zone for what was typed: its name in any case, an old name, or its city. Undefined when nothing fits. */
export function findZone(typed: string): string | undefined {
  const wanted = typed.trim();
  // Offsets ("+02:00") have no daylight saving: a digest would move by an hour twice a year.
  if (!/^[a-z]/i.test(wanted) || wanted.length > 50) return undefined;
  const named = known.find((zone) => zone.toLowerCase() === wanted.replace(/\s+/g, "_").toLowerCase());
  if (named) return named;
  // Of the short names only those that keep daylight saving as people expect; "EST" is Panama's.
  if (wanted.includes("/") || /^(?:GMT|WET|CET|EET)$/i.test(wanted)) return accepted(wanted);
  return byCity.get(fold(wanted));
}

function accepted(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** The zones whose city is spelt nearly as typed, best first and those of the region typed before others; at most three. */
export function nearestZones(typed: string): string[] {
  const cityOf = (zone: string) => fold(zone.split("/").at(-1) ?? "");
  const city = cityOf(typed);
  const limit = Math.max(1, forgiven(city.length));
  return known
    .map((zone) => ({
      zone,
      distance: editDistance(city, cityOf(zone), limit),
      whole: editDistance(fold(typed), fold(zone), longestCompared),
    }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || a.whole - b.whole || (a.zone < b.zone ? -1 : 1))
    .slice(0, 3)
    .map(({ zone }) => zone);
}

const longestCompared = 64;

/** What looks like a zone, right or wrong: "Europe/Atlantis". */
export function looksLikeZone(typed: string): boolean {
  return /^[a-z_]+\/[a-z_/+-]+$/i.test(typed);
}
