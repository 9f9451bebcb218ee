import type { ReadPassage } from "../passages/read-passage.ts";
import { headOf } from "../question/ask-form.ts";
import type { Deed } from "../question/deed.ts";
import { places } from "../question/places.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight } from "../question/units.ts";
import type { Scored } from "../rank/score.ts";
import type { Kind } from "../vocabulary/lexicon.ts";
import { stem } from "../words/tokens.ts";
import { lacksName } from "./absent.ts";
import { beyondDoubt } from "./beyond.ts";
import { explains } from "./doubt.ts";
import { countsElse, isYear, lacks } from "./lacking.ts";
import { unmetIn } from "./unmet.ts";

/** What speaks for and against the best passage being an answer; each 0 to 1. */
export type Evidence = {
  readonly always: number;
  readonly coverage: number;
  readonly sentence: number;
  readonly phrase: number;
  /** A name is asked about that the passage does not have. */
  readonly nameMissing: number;
  /** A year is asked about that the passage does not have. */
  readonly yearMissing: number;
  /** Words the casebook never uses: none, one, two or more. */
  readonly strangeMissing: number;
  /** No company is named, yet the passage is about one. */
  readonly foreign: number;
  /** Two companies are named, and the passage speaks of one. */
  readonly halfSaid: number;
  /** The passage lacks the very thing asked for: the discount in "what discount did they give?" */
  readonly headMissing: number;
  /** A fact is asked about somebody whom the casebook has no entry for: "who founded Acme?" */
  readonly stranger: number;
  /** A reason, a way or advice is asked for, which is seldom put in the words of the answer. */
  readonly open: number;
  /** A number or a price is asked for. */
  readonly counted: number;
  /** A person is asked for. */
  readonly person: number;
  /** It holds nothing of what is asked, in any words. */
  readonly nothingMet: number;
  /** Weight of the rarest telling word that the passage lacks. */
  readonly rarest: number;
  /** How near the question is to one that is known to have no answer. */
  readonly knownGap: number;
  /** How much its words are those of questions that have none. */
  readonly gapLike: number;
  /** How much it is like questions that no library can answer. */
  readonly beyond: number;
  /** How near the passage is in meaning. */
  readonly meaning: number;
  readonly topic: number;
  /** What the passage scored, against a very good one: a little above 1 where all signs are there. */
  readonly score: number;
  /** The passage's title says what is asked, or it is the very row that is asked for. */
  readonly exact: number;
  /** The share of the question's weight in names, numbers and strange words that the passage lacks. */
  readonly lacks: number;
  /** What somebody is said to have done, the passage does not say: a half where it says what means much the same. */
  readonly deedMissing: number;
  /** An event is taken for granted that the passage does not tell of. */
  readonly eventMissing: number;
  /** What the question wants, by the way it is put, the passage can't give: a sum, a name, the holder of a post. */
  readonly lacking: number;
  /** Somebody is named of whom the passage does not speak. */
  readonly nameAbsent: number;
  /** What is to be counted the passage does not speak of. */
  readonly countsElse: number;
  /** People ask for the passage in this way. */
  readonly manner: number;
  /** The share of what is said that the casebook has nowhere. */
  readonly unheard: number;
  /** The same where no company is named, so that anything may be spoken of; and what the passage has nowhere. */
  readonly unheardAlone: number;
  readonly lackedAlone: number;
};

/** A passage that hardly any doubt speaks against scores about this. */
const highestScore = 12;

/** A row with all that is asked tells it of whomever it names. */
const allSaid = 0.96;

/** What one strange word weighs beside two or more. */
const oneStrange = 0.7;

/** The signs of the best passage, unweighed: 0 to 1 each, `score` a little above 1 where all signs are there. */
export function evidenceOf(question: Question, scored: Scored): Evidence {
  const { signs, covered, read, score } = scored;
  const { units, kinds, companies, words, stranger, deed, knownGap } = question;
  const missing = units.filter((unit, i) => unit.weight > tellingWeight && !covered[i]);
  const strange = missing.filter((unit) => unit.hard && !unit.number && !unit.capital).length;
  const heavy = units.filter((unit) => unit.weight > tellingWeight).length;
  const asked = headOf(words);
  const has = (...wanted: readonly Kind[]) => (wanted.some((kind) => kinds.includes(kind)) ? 1 : 0);
  // A bare name asks what it is, and its own rows say that.
  const { lacked, unheard } = unmetIn(question, scored);
  const alone = companies.length === 0 ? 1 : 0;
  const bare = heavy === 0 && companies.length > 0 ? 1 : undefined;
  return {
    always: 1,
    coverage: bare ?? signs.coverage,
    sentence: bare ?? signs.sentence,
    phrase: signs.phrase,
    nameMissing: missing.some((unit) =>
      companies.some(({ id }) => id === unit.names) ? !kinds.includes("comparison") : unit.capital,
    )
      ? 1
      : 0,
    yearMissing: missing.some((unit) => isYear(unit.text)) ? 1 : 0,
    strangeMissing: strange > 1 ? 1 : strange * oneStrange,
    foreign: companies.length === 0 && read.entry.kind === "case-study" ? 1 : 0,
    halfSaid:
      !kinds.includes("comparison") &&
      companies.some((company) => company !== read.entry && !read.companies().has(company.id))
        ? 1
        : 0,
    headMissing: missing.some((unit) => unit.text === asked || unit.text.endsWith(` ${asked}`)) ? 1 : 0,
    stranger:
      companies.length === 0 && stranger.length > 0 && signs.coverage < allSaid && !isTold(stranger, read) ? 1 : 0,
    open: has("why", "how", "advice"),
    counted: has("number", "cost"),
    person: has("person"),
    nothingMet: (bare ?? signs.coverage) === 0 ? 1 : 0,
    rarest: Math.max(0, ...missing.map((unit) => unit.weight)),
    knownGap: knownGap.near,
    gapLike: knownGap.like,
    beyond: beyondDoubt(question),
    meaning: signs.meaning,
    topic: signs.topic,
    score: score / highestScore,
    exact: signs.exact,
    lacks: signs.lacks,
    deedMissing: deed ? missingDeed(deed, read) : 0,
    eventMissing: deed && missesEvent(deed, read) ? 1 : 0,
    lacking: lacks(question, read) ? 1 : 0,
    nameAbsent: lacksName(question, read) ? 1 : 0,
    countsElse: countsElse(question, read) ? 1 : 0,
    manner: signs.manner,
    unheard,
    unheardAlone: alone * unheard,
    lackedAlone: alone * lacked,
  };
}

/** What companies with an entry have to do with somebody tells nothing of that one alone, unless the row says what it is. */
function isTold(stranger: readonly string[], { entry, passage, held }: ReadPassage): boolean {
  if (explains(passage.title, stranger)) return true;
  if (entry.kind === "case-study") return false;
  return stranger.every((word) => (held().stems.get(stem(word)) ?? 0) & places.own);
}

function missingDeed({ stem: said, concepts, event }: Deed, { held }: ReadPassage): number {
  const here = held();
  const tells = (term: string) => ((here.stems.get(term) ?? 0) & told) !== 0;
  if (tells(said) || (event && [...event].some(tells))) return 0;
  return concepts.some((concept) => (here.concepts.get(concept) ?? 0) & told) ? 0.5 : 1;
}

const missesEvent = ({ event }: Deed, { held }: ReadPassage): boolean =>
  event !== undefined && ![...event].some((term) => (held().stems.get(term) ?? 0) & places.own);

/** Where a passage tells what happened. */
const told = places.own | places.asked;
