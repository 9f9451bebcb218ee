import { editDistance, fold, forgiven } from "#core/nearest.ts";

/** Today's names of the zones that `Intl` lists under the names they had before. */
const renamed: ReadonlyMap<string, string> = new Map([
  ["Africa/Asmera", "Africa/Asmara"],
  ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["America/Catamarca", "America/Argentina/Catamarca"],
  ["America/Coral_Harbour", "America/Atikokan"],
  ["America/Cordoba", "America/Argentina/Cordoba"],
  ["America/Godthab", "America/Nuuk"],
  ["America/Indianapolis", "America/Indiana/Indianapolis"],
  ["America/Jujuy", "America/Argentina/Jujuy"],
  ["America/Louisville", "America/Kentucky/Louisville"],
  ["America/Mendoza", "America/Argentina/Mendoza"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Asia/Katmandu", "Asia/Kathmandu"],
  ["Asia/Rangoon", "Asia/Yangon"],
  ["Asia/Saigon", "Asia/Ho_Chi_Minh"],
  ["Atlantic/Faeroe", "Atlantic/Faroe"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["Pacific/Enderbury", "Pacific/Kanton"],
  ["Pacific/Ponape", "Pacific/Pohnpei"],
  ["Pacific/Truk", "Pacific/Chuuk"],
]);
const today = (zone: string): string => renamed.get(zone) ?? zone;

/** Every zone by the name it has today, in order. */
export const zoneNames: readonly string[] = [
  ...new Set([...Intl.supportedValuesOf("timeZone").map(today), "UTC"]),
].sort();

/** Today's names and former ones. */
const names: readonly string[] = [...zoneNames, ...renamed.keys()];
const cityOf = (zone: string): string => fold(zone.split("/").at(-1) ?? zone);

/** City or last part of a zone's name ("paris", "new york", "calcutta") to the zone; no two zones have the same. */
const byCity: ReadonlyMap<string, string> = new Map(names.map((name) => [cityOf(name), today(name)]));

/** What people call zones that two countries or two halves of a year share, and the one that is likely meant. */
const shortNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "America/New_York": "et est edt",
    "America/Chicago": "ct cst cdt",
    "America/Denver": "mt mst mdt",
    "America/Los_Angeles": "pt pst pdt",
    "Europe/London": "bst",
    "Europe/Paris": "cest",
    "Europe/Athens": "eest",
    "Europe/Moscow": "msk",
    "Asia/Kolkata": "ist",
    "Asia/Singapore": "sgt",
    "Asia/Hong_Kong": "hkt",
    "Asia/Tokyo": "jst",
    "Australia/Sydney": "aest aedt",
  }).flatMap(([zone, short]) => short.split(" ").map((name) => [name, zone] as const)),
);

/** An IANA zone for what was typed: its name in any case, an old name, or its city. Undefined when nothing fits. */
export function findZone(typed: string): string | undefined {
  const wanted = typed.trim().replace(/,$/, "");
  // Offsets ("+02:00") have no daylight saving: a digest would move by an hour twice a year.
  if (!/^[a-z]/i.test(wanted) || wanted.length > 50) return undefined;
  const named = zoneNames.find((zone) => zone.toLowerCase() === wanted.replace(/\s+/g, "_").toLowerCase());
  if (named) return named;
  // Of the short names only those that keep daylight saving as people expect; "EST" is Panama's.
  if (wanted.includes("/") || /^(?:GMT|WET|CET|EET)$/i.test(wanted)) return accepted(wanted);
  return byCity.get(fold(wanted));
}

/** True when a zone was said by its name, or by its city: by "Paris", not by "CET" or "US/Eastern". */
export function isCalled(zone: string, said: string): boolean {
  return [zone, zone.split("/").at(-1) ?? zone].some((name) => fold(name) === fold(said));
}

function accepted(name: string): string | undefined {
  try {
    return today(new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone);
  } catch {
    return undefined;
  }
}

/**
 * The zones whose city is spelt nearly as typed, best first and those of the region typed before others, or the one that
 * a short name likely means ("EST"); at most three.
 */
export function nearestZones(typed: string): string[] {
  const short = shortNames.get(typed.toLowerCase());
  if (short) return [short];
  const city = cityOf(typed);
  const limit = Math.max(1, forgiven(city.length));
  const near = names
    .map((name) => ({
      zone: today(name),
      distance: editDistance(city, cityOf(name), limit),
      whole: editDistance(fold(typed), fold(name), longestCompared),
    }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || a.whole - b.whole || (a.zone < b.zone ? -1 : 1))
    .map(({ zone }) => zone);
  return [...new Set(near)].slice(0, 3);
}

const longestCompared = 64;

/** What looks like a zone, right or wrong: "Europe/Atlantis", "EST", "UTC+2". */
export function looksLikeZone(typed: string): boolean {
  return (
    /^[a-z_]+\/[a-z_/+-]+$/i.test(typed) ||
    /^(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?$/i.test(typed) ||
    shortNames.has(typed.toLowerCase())
  );
}
