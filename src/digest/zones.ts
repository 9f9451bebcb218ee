import { editDistance, fold } from "#core/nearest.ts";

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

/** The zones whose name or city comes nearest to what was typed, best first; at most three. */
export function nearestZones(typed: string): string[] {
  const wanted = fold(typed);
  const city = fold(typed.split("/").at(-1) ?? "");
  const distance = (zone: string) =>
    Math.min(editDistance(wanted, fold(zone), 4), editDistance(city, fold(zone.split("/").at(-1) ?? ""), 3));
  const ranked = known.map((zone) => ({ zone, distance: distance(zone) }));
  const best = Math.min(3, ...ranked.map((candidate) => candidate.distance));
  return ranked
    .filter((candidate) => candidate.distance <= Math.min(3, best + 1))
    .sort((a, b) => a.distance - b.distance || (a.zone < b.zone ? -1 : 1))
    .slice(0, 3)
    .map(({ zone }) => zone);
}

/** What looks like a zone, right or wrong: "Europe/Atlantis". */
export function looksLikeZone(typed: string): boolean {
  return /^[a-z_]+\/[a-z_/+-]+$/i.test(typed);
}
