import type { Entry } from "#content/entry.ts";
import { isBeyond } from "../confidence/beyond.ts";
import { confidenceOf } from "../confidence/confidence.ts";
import { doubtOf } from "../confidence/doubt.ts";
import { isUntold } from "../confidence/open-point.ts";
import { isUnheardOf } from "../confidence/told.ts";
import { tellsUnknown } from "../confidence/unknown.ts";
import { isInVain } from "../list/in-vain.ts";
import { listFor } from "../list/list.ts";
import type { Listing } from "../list/listing.ts";
import { uncountedIn } from "../list/uncounted.ts";
import { leftOut } from "../names/left-out.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import { isOpenPoint } from "../passages/untold.ts";
import { type Question, readQuestion } from "../question/question.ts";
import type { Scored } from "../rank/score.ts";
import type { Kind } from "../vocabulary/lexicon.ts";
import { type Answered, type FoundAnswer, mostAnswers } from "./answered.ts";
import { cutToAnswer } from "./cut.ts";
import { eachFirst, toldOfEach } from "./each-alone.ts";
import { sidesAsked } from "./each-side.ts";
import { inOrder } from "./in-order.ts";
import { askingWhich, isOfSomeCompany, ownRowFirst } from "./of-role.ts";
import { isToldOf, namesYearAlone, ownFirst } from "./of-subject.ts";
import { termsAsked } from "./terms.ts";
import { companiesOffered, isOfOne, whichOf } from "./which.ts";
import { whyOf } from "./why.ts";

/**
 * From this confidence on a passage is quoted. On the tuning questions of eval/ it refuses seven in eight of what has no
 * answer and one in forty of what has; of what examiners asked who had seen nothing, nine in ten and one in sixty.
 */
const threshold = 0.54;

/**
 * What the thread is about is what is asked about, unless something else answers far more surely: "what is a CPPO?" Who
 * says "they" of a company, or names a year alone, wants its own answer or none; who asks of a role what a company tells is
 * asked which one.
 */
export function answerOne(search: SearchIndex, asked: string, about: Entry | undefined): Answered {
  const within = answerReading(search, asked, about);
  if (!about || !within.subjects.includes(about)) return within;
  const { ofThem, pronoun, wanted } = within.question;
  const isOfAbout = ofThem || (pronoun && wanted.run.length > 0) || namesYearAlone(within.question);
  if (isOfAbout && (about.kind === "case-study" || isToldOf(about, within.answers[0]))) return within;
  const apart = answerReading(search, asked, undefined);
  if (isOfSomeCompany(about, within))
    return apart.answered && !pronoun ? apart : askingWhich(within, companiesOffered(search.library));
  const isTerm = apart.answers[0]?.entry.kind === "glossary" && apart.question.kinds[0] === "definition";
  const lead = isTerm ? 0 : pronoun ? farSurer : surer;
  return apart.answered && apart.confidence > within.confidence + lead ? apart : ownRowFirst(about, within);
}

/** Who says "it" most likely means what the thread is about; who asks what a term is, "they" or not, the term. */
const surer = 0.2;
const farSurer = 0.3;

/** `alone`: of several companies none is held against another. */
function answerReading(search: SearchIndex, asked: string, about: Entry | undefined, alone = false): Answered {
  const question = readQuestion(asked, search.reader, about);
  const list = listFor(search, question);
  const terms = termsAsked(search, question);
  const across = list && !list.entry;
  const isSure = (scored: Scored) => confidenceOf(question, scored) >= threshold;
  const ranked = ownFirst(inOrder(search, question, list, terms, isSure), question, about, isSure);
  const [best] = ranked;
  const out = leftOut(question.words, search.reader.names);
  const compared = { ...question, companies: question.companies.filter(({ id }) => !out.has(id)) };
  const heard = best && isSure(best) ? ranked.slice(0, mostAnswers) : [];
  const answerAlone = (text: string, entry: Entry) => answerReading(search, text, entry, true);
  const sides = across || alone ? [] : sidesAsked(search, compared, heard, answerAlone);
  const sure = sides.length > 1 || list || (terms[0] && best?.read.passage === terms[0]) ? outright : 0;
  const wanted = ranked.filter(({ read }) => !out.has(read.entry.id));
  const confidence =
    best && (list || sides.length > 1 || !isInVain(search, question, best.read))
      ? Math.max(isUnheardOf(ranked, question.deed) ? 0 : confidenceOf(question, best), sure)
      : 0;
  const uncounted = list ? undefined : uncountedIn(search, question);
  const which = list || uncounted || terms.length > 0 ? [] : whichOf(search, question, best);
  const found = confidence >= threshold && which.length === 0 && !uncounted;
  const isOne = found && !list && sides.length < 2;
  const isNo =
    best && (isUntold(best) || tellsUnknown(question, best.read)) && !asksUnknown.test(question.words.join(" "));
  const untold = isOne && isNo ? best : undefined;
  const answered = found && !untold;
  const surely = heard.filter((scored) => isSure(scored) && !isOpenPoint(scored.read.passage));
  const each =
    answered && isOne && !alone
      ? toldOfEach(
          search,
          compared,
          surely.map((scored) => quoted(question, scored)),
          answerAlone,
        )
      : [];
  return {
    answered,
    confidence,
    answers: answered
      ? eachFirst(
          each,
          answersFrom(wanted).map((scored) => quoted(question, scored)),
        )
      : [],
    untold: untold && quoted(question, untold),
    list: answered ? list : undefined,
    sides: answered ? sides : [],
    each,
    open: [],
    which,
    uncounted,
    nearest: nearestEntries(ranked, question),
    kind: kindOf(search, question, list),
    subjects: subjectsOf(question, answered ? best : undefined),
    why: whyOf(question, best),
    doubt: answered || uncounted ? undefined : doubtAbout(question, best),
    off: undefined,
    question,
  };
}

/** The entries that are named, or the one that a rare word leads to. */
function subjectsOf(question: Question, best: Scored | undefined): Entry[] {
  const named = [...question.companies, ...question.others];
  return named.length === 0 && best && isOfOne(question, best) ? [best.read.entry] : named;
}

/** Who asks what is not known is told it: "which GPU rates were not found?" */
const asksUnknown =
  /\b(?:not|no|never|missing|lacking|unknown|undisclosed) (?:\w+ )?(?:found|known|published|public|disclosed|stated|figures?)\b|\bmissing\b/;

function doubtAbout(question: Question, best: Scored | undefined): Answered["doubt"] {
  if (isBeyond(question)) return "beyond";
  return best && doubtOf(question, best.read);
}

/** A list or a table is given only when every word of the question is accounted for. */
const outright = 0.9;

/** What kind of thing is asked: a risk or a lesson by its facet, a list where one is given, else the kind that fits best. */
export function kindOf({ reader }: SearchIndex, { kinds, facets }: Question, list: Listing | undefined): Kind {
  const ids = [...facets].map((i) => reader.lexicon.facets[i]?.id);
  if (ids.includes("risks")) return "risk";
  if (ids.includes("lessons")) return "lesson";
  return list ? "list" : (kinds[0] ?? "fact");
}

/** The best, and what stands behind it, of which open points tell nothing. */
const answersFrom = ([best, ...others]: readonly Scored[]): Scored[] =>
  [...(best ? [best] : []), ...others.filter(({ read }) => !isOpenPoint(read.passage))].slice(0, mostAnswers);

function quoted(question: Question, { read, score }: Scored): FoundAnswer {
  return { passage: read.passage, entry: read.entry, score, cut: cutToAnswer(question, read) };
}

function nearestEntries(ranked: readonly Scored[], { companies, others }: Question): Entry[] {
  return [...new Set([...companies, ...others, ...ranked.slice(0, 20).map(({ read }) => read.entry)])].slice(0, 3);
}
