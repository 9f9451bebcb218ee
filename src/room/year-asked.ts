const year = "(?:19|20)\\d\\d";
const months =
  "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec";
const places = "in|for|during|by|at|as of|since|before|after|until";
const part = `(?:(?:early|mid|late|the (?:beginning|start|middle|end) of|the (?:first|second) half of|h[12]|q[1-4]|${months})[ -])?`;
/** A number of things is no year: "2000 partners". What a year has may be many, too: "2023 results". */
const things =
  "(?! (?:people|staff|(?!(?:sales|results|earnings|figures|numbers|losses|profits|revenues|costs)\\b)\\p{L}+s)\\b)";
const time = new RegExp(`^(?:back )?(?:(${places}) )?(${part}${year})$`, "i");
const yearIn = new RegExp(`\\b${year}\\b${things}`, "giu");
const timeIn = new RegExp(`(?:\\b(?:${places}) )?\\b${part}${year}\\b${things}`, "iu");

/** The time of what is so now. */
const now = / (?:now|today|currently|at present|right now|at the moment|these days|this year)$/i;
/** Of what happens once, another year has nothing to tell. */
const once = /\bfound(?:ed|ers?)\b/i;

/**
 * What was asked, with the time put into it that a few words say: "in 2024", "and last year?", "the year before". Undefined
 * for words that say none.
 */
export function askedInYear(said: string, asked: string, thisYear: number): string | undefined {
  const years = asked.match(yearIn) ?? [];
  const [, place = "in", when] = time.exec(relative(said, Number(years[0] ?? thisYear), thisYear)) ?? [];
  // Of two years nobody can tell which is meant.
  if (!when || years.length > 1) return undefined;
  const then = `${place.toLowerCase()} ${when}`;
  if (once.test(asked)) return `what happened ${then}?`;
  if (years.length > 0) return `${asked.replace(timeIn, then)}?`;
  const [all = ""] = /:.*$/.exec(asked) ?? [];
  const deed = asked.slice(0, asked.length - all.length).replace(now, "");
  return `${Number(/\d+$/.exec(when)?.[0]) < thisYear ? past(deed) : deed} ${then}${all}?`;
}

/** A year named by another, as one names it: "in 2024" for "the year before" 2025. */
function relative(said: string, before: number, thisYear: number): string {
  const [, last, next, same] = /^(?:in |for )?(?:(last year)|(next year)|(this year))$/i.exec(said) ?? [];
  if (last || next || same) return `in ${thisYear + (last ? -1 : next ? 1 : 0)}`;
  if (/^(?:in |for )?the (?:year (?:before|earlier)|(?:previous|prior|preceding) year)(?: that)?$/i.test(said))
    return `in ${before - 1}`;
  return /^(?:in |for )?the (?:year (?:after|later)|following year)(?: that)?$/i.test(said) ? `in ${before + 1}` : said;
}

const pasts: Readonly<Record<string, string>> = { is: "was", are: "were", does: "did", do: "did" };
const present =
  /^((?:who|what|which|where|how|when)(?: (?:much|many|big|large|old|fast|high))?(?: \p{L}+)?) (is|are|does|do) /iu;

/** A question of the present as one of the past. */
const past = (question: string): string =>
  question.replace(present, (_, asking: string, verb: string) => `${asking} ${pasts[verb.toLowerCase()] ?? verb} `);
