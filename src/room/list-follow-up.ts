import { niches } from "#content/niches.ts";
import { ranking, superlative } from "#search/list/across-order.ts";
import { nicheIn } from "#search/list/across-rows.ts";
import { withoutBound } from "#search/question/bounds.ts";
import { wordsOf } from "#search/words/tokens.ts";
import { barely, turnedTo } from "./lead.ts";

/**
 * A question that asks for the same row of all studies, taken apart: what is asked, among which, in which order, and which
 * part of that order. Written behind one another with commas, as `acrossStudies` reads them.
 */
type Listed = { readonly base: string; readonly niche: string; readonly order: string; readonly part: string };

const written =
  /^(?<base>.*?)(?:, (?<niche>\w+) companies)?(?:, (?<order>highest|lowest|oldest|youngest) first)?(?:, (?<part>(?:number|top) \d{1,2}))?$/;
const ofCompanies =
  /\b(?:compan(?:y|ies)|startups?|labs?|firms?|studies)\b|^(?:and )?(?:who|which) (?:is|are|has|have|had|plans?|makes?|lost|loses?)\b/i;
/** Somebody is meant who was named before. */
const pointsBack = /\b(?:it|its|they|them|their|he|she|his|her)\b/i;

/** A question that asks of all studies, by its words. */
function listedIn(question: string): Listed | undefined {
  const line = wordsOf(question).join(" ");
  if (question === "" || pointsBack.test(question)) return undefined;
  if (!ofCompanies.test(question) && !superlative.test(line) && !ranking.test(line)) return undefined;
  const {
    base = "",
    niche = "",
    order = "",
    part = "",
  } = written.exec(question.replace(/[\s?!.…]+$/, ""))?.groups ?? {};
  return { base, niche, order, part };
}

const say = ({ base, niche, order, part }: Listed): string =>
  [base, niche && `${niche} companies`, order && `${order} first`, part].filter(Boolean).join(", ");

const counts = "one two three four five six seven eight nine ten".split(" ");
const places = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const figure = `\\d{1,2}|${counts.join("|")}`;
const who =
  "(?:(?:who|which(?: one| company)?|what)(?: is|'s| are|s)? )?(?:just |only |at )?(?:the |in )?(?:place |rank )?";
const nth = new RegExp(
  `^${who}(?:(${places.join("|")}|\\d{1,2}(?:st|nd|rd|th))(?: (?:one|place|company|spot))?|(?:number|no|#|nr) ?(${figure}))$`,
);
const top = new RegExp(`^(?:show (?:me )?)?${who}(top|first|bottom|last) (${figure})(?: (?:ones|companies|only))?$`);
const most = new RegExp(`^${who}(biggest|largest|highest|most|top|best|richest)(?: one| company| first)?$`);
const least = new RegExp(`^${who}(smallest|lowest|least|fewest|poorest|cheapest)(?: one| company| first)?$`);
const byAge = new RegExp(`^${who}(oldest|youngest|newest|latest|earliest)(?: one| company| first)?$`);
const otherEnd = new RegExp(`^${who}(?:last|bottom|worst)(?: one| company)?$`);
const turned =
  /^(?:reverse(?:d)?(?: it| that| the (?:order|list))?|in reverse(?: order)?|(?:the )?other way (?:round|around)|(?:sort )?(?:ascending|descending))$/;
const whole =
  /^(?:show (?:me )?)?(?:all(?: of them)?|the (?:whole|full|entire) (?:list|table|ranking)|everything|all companies|overall)$/;
const by =
  /^(?:(?:rank|sort|order)(?:ed)?(?: them| it| these| those)? )?(?:by|in terms of|ranked by|sorted by|measured by|going by) (?:the )?(\p{L}[\p{L} -]{1,40})$/u;
const kindOnly =
  /^(?:(?:which of them are )?(?:just|only|among|in|for|within) )?(?:the )?([\p{L}\d ]+?)(?: (?:ones?|companies|startups|labs|firms|space|sector|only))*(?: alone)?$/u;
const onlyBound =
  /^(?:(?:only )?(?:those )?(?:above|over|more than|at least|under|below|less than|fewer than|at most|up to) [$€£]?\d\S*(?: (?:trillion|billion|million|thousand|people|employees))?|(?:founded )?(?:after|since|before|until|in) (?:19|20)\d\d)$/;
const placed = /^(?:in|from) (?:the )?\p{L}[\p{L} .]{1,30}$/u;
const endsPlaced = /\b(?:in|from) (?:the )?\p{L}[\p{L} .]{1,30}$/u;
const ofThem =
  /^(?:(?:which|what|any|how many|are any|do any|is any|has any|have any) )(?:ones )?of (?:them|these|those)\b/i;

/**
 * What a question asks of the list that was given last: "and the second?", "only the AI ones", "and by revenue?" `named` are
 * the companies that the list was asked of, where it was not of all.
 */
export function listFollowUp(question: string, asked: string, named: readonly string[] = []): string | undefined {
  const list = listedIn(asked);
  if (!list) return undefined;
  const said = barely(question);
  if (ofThem.test(said)) return named.length > 0 ? undefined : ofAllListed(turnedTo(question) ?? question, list);
  const changed = change(said.replace(/ of (?:them|these|those|all)(?: all)?$/, ""), list, named);
  return changed && say({ ...list, ...changed });
}

function ofAllListed(question: string, { base, niche }: Listed): string {
  const kind = niche || usualName(nicheIn(wordsOf(base).join(" "))?.name);
  const meant = /\bof (?:them|these|those) (?:is|was|has|does)\b/i.test(question) ? "company" : "companies";
  return question.replace(/\bof (?:them|these|those)\b/i, kind ? `${kind} ${meant}` : meant);
}

function change(said: string, list: Listed, named: readonly string[]): Partial<Listed> | undefined {
  const niche = nicheNamed(kindOnly.exec(said)?.[1] ?? "");
  if (niche) return { base: withoutPart(withoutNiche(list.base)), niche, part: "" };
  const count = top.exec(said);
  if (count)
    return { ...part(list, `top ${numberOf(count[2])}`), ...(/bottom|last/.test(count[1] ?? "") ? flipped(list) : {}) };
  const place = nth.exec(said);
  // Rows in no order are counted as they were shown.
  if (place) return isOrdered(list) || isYears(list) ? part(list, numbered(numberOf(place[1] ?? place[2]))) : undefined;
  if (/^(?:the )?(?:next|runner[- ]up)(?: one)?$/.test(said)) return part(list, numbered(placeIn(list) + 1));
  if (/^(?:the )?(?:previous|one before)(?: one)?$/.test(said)) return part(list, numbered(placeIn(list) - 1));
  if (placed.test(said) && endsPlaced.test(list.base)) return { base: list.base.replace(endsPlaced, said), part: "" };
  if (onlyBound.test(said)) return { base: `${withoutBound(list.base)} ${said}`, part: "" };
  const isTurned = turned.test(said) || otherEnd.test(said);
  if ((most.test(said) || least.test(said) || isTurned) && !isOrdered(list)) return undefined;
  if (most.test(said)) return { ...part(list, ""), order: isYears(list) ? "oldest" : "highest" };
  if (least.test(said)) return { ...part(list, ""), order: isYears(list) ? "youngest" : "lowest" };
  const age = byAge.exec(said)?.[1];
  if (age)
    return { ...newBase(list, named, "founding year"), order: /oldest|earliest/.test(age) ? "oldest" : "youngest" };
  if (isTurned) return { ...part(list, ""), ...flipped(list) };
  if (whole.test(said)) return part(list, "");
  const measure = by.exec(said)?.[1];
  if (measure)
    return {
      ...newBase(list, named, measure),
      order: isLow(list) ? "lowest" : "",
      part: list.part.startsWith("top") ? list.part : "",
    };
  return undefined;
}

const part = ({ base }: Listed, wanted: string): Partial<Listed> => ({ base: withoutPart(base), part: wanted });

const numbered = (place: number): string => (place < 2 ? "top 1" : `number ${place}`);
const placeIn = ({ part: said }: Listed): number => Number(/\d+/.exec(said)?.[0] ?? 1);
const numberOf = (word = ""): number => {
  const at = Math.max(counts.indexOf(word), places.indexOf(word));
  return at >= 0 ? at + 1 : Number.parseInt(word, 10);
};

/** The parts of an order that a person's own words ask for. */
const withoutPart = (base: string): string =>
  base
    .replace(new RegExp(`\\b(top|bottom) (?:${figure})\\b`, "i"), "$1")
    .replace(new RegExp(`\\b(?:${places.slice(1).join("|")}|\\d(?:nd|rd|th))[ -](?=most|\\p{L}+est\\b)`, "iu"), "");

const aliases = niches.flatMap((niche) => [...niche.aliases]);
const nicheWords = new RegExp(`\\b(?:${aliases.join("|")})\\b ?`, "gi");
const withoutNiche = (base: string): string => base.replace(nicheWords, "");
const usualName = (name: string | undefined): string => {
  const usual = niches.find((niche) => niche.name === name)?.aliases[0] ?? "";
  return usual.length > 2 ? usual : usual.toUpperCase();
};
const nicheNamed = (said: string): string =>
  usualName(niches.find((niche) => [niche.name.toLowerCase(), ...niche.aliases].includes(said))?.name);

/** The same order by another measure. */
const newBase = ({ base, niche }: Listed, named: readonly string[], measure: string): Partial<Listed> =>
  named.length > 0
    ? { base: `rank ${named.join(" and ")} by ${measure}` }
    : {
        base: `rank the companies by ${measure}`,
        niche: niche || usualName(nicheIn(wordsOf(base).join(" "))?.name),
      };

/** A list has two ends where it has an order, or a figure that could order it. */
const isOrdered = ({ base, order }: Listed): boolean => {
  const line = wordsOf(base).join(" ");
  return order !== "" || superlative.test(line) || ranking.test(line) || withoutBound(base) !== base;
};
const isYears = ({ base }: Listed): boolean => /\b(?:found\w*|oldest|youngest|newest|start(?:ed)?)\b/i.test(base);
const isLow = ({ base, order }: Listed): boolean =>
  order
    ? /lowest|youngest/.test(order)
    : /\b(?:lowest|smallest|fewest|least|bottom|youngest|newest|latest)\b/i.test(base);

/** The order from its other end. */
const flipped = (list: Listed): Partial<Listed> => {
  const [first, last] = isYears(list) ? ["oldest", "youngest"] : ["highest", "lowest"];
  return { order: isLow(list) ? first : last };
};
