import { isOtherMoney } from "#calc/currency.ts";
import type { Library } from "#content/library.ts";
import type { SalariesFile } from "#content/schema/assumptions.ts";
import { clip } from "#core/clip.ts";
import { fold } from "#core/nearest.ts";
import { Refusal } from "#core/refusal.ts";
import { type Place, placeMeant, placeNamed } from "./place.ts";

type Row = SalariesFile["rows"][number];

/** What a role's pay is narrowed to by the words beside the role. */
export type Narrowed = {
  readonly places: readonly Place[];
  /** The rows of those places, or of the level. */
  readonly rows: readonly Row[];
  /** As it is said behind "pay"; empty for all of it. */
  readonly said: string;
};

/** Levels that no row may have a word for. */
const seniority = /^(?:senior|junior|entry[ -]level|mid[ -]level|lead|principal|experienced)$/i;

/** Every figure tells its own money, period and parts: these words narrow nothing. */
const ofEvery =
  /(?<![\p{L}\p{N}])(?:ote|base|pay|salary|salaries|compensation|comp|total|bonus|variable|equity|cash|wages?|(?:per|an?) (?:month|year|annum)|annual|annually|yearly|monthly|in (?:us )?dollars|in usd|usd|average|median|typical)(?![\p{L}\p{N}])/giu;
const between = /\s*[,/&]\s*|\s+(?:vs\.?|versus|and|or)\s+/i;

/** Narrows a role's rows to the places or the level typed beside it. Refuses what can be neither. */
export function narrowed(typed: string, rows: readonly Row[], role: string, library: Library): Narrowed {
  const text = typed
    .replace(ofEvery, " ")
    .replace(/\s+/g, " ")
    .replace(/^\s*(?:in|at|for)\s|^[\s,]+|[\s,]+$/gi, "")
    .trim();
  if (text === "") return { places: [], rows, said: "" };
  const places = placesNamed(text, library);
  if (places.length > 0) return inPlaces(places, rows);
  const level = fold(text);
  const ofLevel = rows.filter((row) => level !== "" && ` ${fold(row.level ?? "")} `.includes(` ${level} `));
  if (ofLevel.length > 0 || seniority.test(text))
    return { places: [], rows: ofLevel, said: `at the level “${clip(text, 40)}”` };
  if (isOtherMoney(text) || !/\p{L}{2}/u.test(text) || /\d/.test(text))
    throw new Refusal(noPlace(text), {
      examples: [`salary ${role}`],
      understood: `the role ${library.entry(role)?.title ?? role}`,
      buttons: [{ label: "Every figure", line: `salary ${role}` }],
      data: { error: "place", role },
    });
  return inPlaces([placeMeant(text, library)], rows);
}

const noPlace = (text: string): string =>
  isOtherMoney(text)
    ? "Each figure stands in the currency it was published in; the casebook keeps no exchange rates."
    : `“${clip(text, 40)}” is no place and no level that pay is known for.`;

function inPlaces(places: readonly Place[], rows: readonly Row[]): Narrowed {
  const names = new Set(places.map(({ name }) => fold(name)));
  return {
    places,
    rows: rows.filter((row) => names.has(fold(row.city))),
    said: places.map(({ said }) => said).join(" and "),
  };
}

/** The places of "london", "London, UK" (London) and "london vs new york" (both); none where a part is unknown. */
function placesNamed(text: string, library: Library): Place[] {
  const whole = placeNamed(text, library).match;
  if (whole) return [whole];
  const pieces = text.split(between).filter(Boolean);
  const known = pieces.flatMap((piece) => placeNamed(piece, library).match ?? []);
  if (known.length < pieces.length) return [];
  const around = new Set(known.flatMap(({ name }) => withinOf(name, library)));
  return [...new Set(known)].filter(({ name }) => !around.has(name));
}

const withinOf = (name: string, { records }: Library): readonly string[] =>
  records.vocabulary?.places?.find((place) => fold(place.name) === fold(name))?.within ?? [];
