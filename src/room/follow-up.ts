import type { Entry, Kind } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { fold } from "#core/nearest.ts";
import type { Talk } from "#core/room.ts";
import { superlative } from "#search/list/across-order.ts";
import { smallTalk } from "#search/manners/small-talk.ts";
import { askedLast, isBareWords } from "./bare-words.ts";
import { boughtByName } from "./changes-hands.ts";
import { entriesNamed, type NamedAt, subjectKinds } from "./entries-named.ts";
import { against, isHeldAgainst } from "./held-against.ts";
import { nameAsked, nameTurnedTo, withoutOpening } from "./lead.ts";
import { listFollowUp } from "./list-follow-up.ts";
import type { FollowUp } from "./meant.ts";
import { listed, ofAll, ofItAlone, ofOne, renamed, several } from "./names-put-in.ts";
import { askedOfPair } from "./pair-asked.ts";
import { payFollowUp } from "./pay-follow-up.ts";
import { putIntoLast } from "./put-into-last.ts";
import { askedOfThing } from "./thing-asked.ts";

const pointsBack =
  /\b(?:they|them|their|theirs|themselves|he|him|his|she|her|hers|its|(?:the|this|that) (?:company|startup|start-up|firm|business|organi[sz]ation|project|case|study|role|playbook))\b/i;

/** All companies are asked, whatever was said of one before: "which of these companies is the most profitable?" */
const asksAll =
  /\b(?:of|all|any of|each of|every one of|every|across) (?:the |these |those |your |our )*(?:\p{L}+ )?(?:companies|startups|start-ups|firms|studies|cases)\b|\bdo they all\b/iu;

/** All that a meeting is about are meant, even where one of them was asked about before. */
const ofThem =
  /\b(?:which|who|what) of (?:them|these|those|the (?:two|three|four))\b|^(?:and )?which one\b(?! of)|\b(?:two|three|four|all|both) of them\b|\bbetween (?:them|these|those|the (?:two|three|four))\b|\bboth\b|^(?:please )?(?:rank|sort|order|compare) (?:them|these|those)\b/i;

/** One alone is meant. */
const one = /\b(?:it|its|he|him|his|she|her|hers|(?:the|this|that) (?:company|startup|start-up|firm|business))\b/i;

/**
 * Reads a question that leans on what was said before: "and OpenAI?" asks the last question of another subject, "what
 * about their risks?" and, in a close conversation, "who invested?" ask of the same one, or of all that were named
 * together. Undefined for a question that stands by itself.
 */
export function followUp(
  question: string,
  talk: Talk,
  library: Library,
  close: boolean,
  thisYear: number,
): FollowUp | undefined {
  const [subject] = talk.subjects;
  if (!subject) return undefined;
  if (isSaidToBot(question)) return undefined;
  const other = otherSubject(question, talk, library, close);
  if (other) return { ...ofAnother(other, talk, library), sure: true };
  const pay = payFollowUp(question, talk, library);
  if (pay) return { question: pay, sure: true };
  const named = entriesNamed(talk.question, library).map(({ entry }) => entry.title);
  const list = named.length === 1 ? undefined : listFollowUp(question, talk.question, named);
  if (list) return { question: list, sure: true };
  const [first, ...more] = entriesNamed(question, library);
  if (first && asksForPost(question, first, talk, library, close)) return { question, about: subject, sure: true };
  const others = [first, ...more].flatMap((name) => name?.entry ?? []);
  if (others.length > 0) return against(question, others, talk, library);
  // Whoever has no entry is held against the one that has: "how is that different from Snowflake?"
  if (isHeldAgainst(question)) return { question, about: subject, sure: true };
  if (asksAll.test(question)) return undefined;
  const anew = putIntoLast(question, talk, library, thisYear);
  if (anew) {
    const about = entriesNamed(anew, library).length > 0 ? {} : { about: subject };
    // A year by itself says nothing of the measure or the post that was asked for.
    const isWhole = !isBareWords(question) && !/\d{4}|\byear\b/.test(question);
    const otherwise = close && isWhole ? { otherwise: { question, about: subject, sure: false } } : {};
    return { question: anew, ...about, sure: true, ...otherwise };
  }
  const isOf = (wanted: Kind) => (id: string) => (library.entry(id)?.kind === wanted ? (library.entry(id) ?? []) : []);
  const together = talk.subjects.flatMap(isOf("case-study"));
  if (isBareWords(question)) return close ? { question, about: subject, sure: false } : undefined;
  if (together.length > 1 && (several.test(question) || (close && !one.test(question))))
    return several.test(question) || smallTalk(question) === undefined
      ? { question: ofAll(question, together), sure: several.test(question) }
      : undefined;
  const group = (talk.group ?? []).flatMap(isOf(library.entry(subject)?.kind === "role" ? "role" : "case-study"));
  if (group.length > 1 && (ofThem.test(question) || (superlative.test(question) && !one.test(question))))
    return { question: ofAll(question, group), sure: ofThem.test(question) };
  // Of several that were named without a question, nobody knows which one is meant.
  if (together.length > 1 && talk.question === "") return undefined;
  const thing = askedOfThing(question, askedLast(talk), library);
  if (thing)
    return {
      question: thing,
      about: subject,
      sure: true,
      otherwise: { question, about: subject, sure: true },
    };
  const pair = askedOfPair(question, askedLast(talk), library);
  if (pair) return { question: pair, sure: true };
  const study = library.entry(subject);
  const bought = study?.kind === "case-study" && boughtByName(question, study.title);
  if (bought) return { question: bought, sure: true };
  if (pointsBack.test(question)) return { question, about: subject, sure: true };
  return close ? { question, about: subject, sure: false } : undefined;
}

/** Thanks and the like, of which nobody is asked; a murmur may lean on what was said: "what do they own?" */
function isSaidToBot(question: string): boolean {
  const talk = smallTalk(question);
  return talk !== undefined && talk !== "murmur";
}

/** Who holds a post, or whether there is one: of the company talked about, where no other is named. */
const whoHolds = /^(?:and |so )?(?:is|was|are) there (?:an? |any )?$|^(?:and |so )?who(?:['’]?s| is| was) (?:the )?$/i;

/** A post in the company talked about is asked for: "do they have a partner manager?", in a close talk "who is the CRO?" */
function asksForPost(
  question: string,
  { entry, from, to }: NamedAt,
  { subjects }: Talk,
  library: Library,
  close: boolean,
): boolean {
  const [subject = ""] = subjects;
  if (entry.kind !== "role" || library.entry(subject)?.kind !== "case-study" || subjects.length > 1) return false;
  const words = question.split(/\s+/).filter(Boolean);
  if (entriesNamed(words.slice(to).join(" "), library).length > 0) return false;
  const before = words.slice(0, from).join(" ");
  return pointsBack.test(before) || (close && to === words.length && whoHolds.test(`${before} `));
}

/** The entry that "and OpenAI?", "and at OpenAI?" or "what about Solana then?" turns to; in a close talk also a bare "OpenAI?" */
function otherSubject(question: string, talk: Talk, library: Library, close: boolean): Entry | undefined {
  const turned = nameTurnedTo(question);
  const bare = !turned && close && talk.question !== "" ? nameAsked(question) : undefined;
  const name = turned?.name ?? bare ?? "";
  if (fold(name) === "") return undefined;
  const found = library.find(name, subjectKinds);
  if (!found.match) return undefined;
  // The beginning of a name may be a word of its own, where more stands around it, or where it is a title of several words.
  const isBegun = found.how === "prefix" && !(turned?.direct && found.match.kind !== "comparison");
  return isBegun || (found.how === "typo" && !turned) ? undefined : found.match;
}

/** As many companies as a comparison shows. */
const mostCompared = 4;

/**
 * The last question asked of another entry: its name in place of the old one, beside the names of several that were held
 * against each other, or as the subject of the same words. One of another kind is only named.
 */
function ofAnother(other: Entry, { question: asked, subjects }: Talk, library: Library): Omit<FollowUp, "sure"> {
  const question = withoutOpening(asked);
  const isOfKind = subjects.some((id) => library.entry(id)?.kind === other.kind);
  if (question === "" || !isOfKind) return { question: other.title, about: other.id };
  const all = entriesNamed(question, library).filter(({ entry }) => subjects.includes(entry.id));
  const named = all.at(-1);
  if (!named) {
    const ofOther = ofOne(question, other);
    return ofOther ? { question: ofOther } : { question, about: other.id };
  }
  const beside = all.length > 1 && all.every(({ entry }) => entry !== other);
  if (!beside) return { question: renamed(question, named, other.title) };
  // More stand beside each other than are shown: the new one alone is wanted.
  if (all.length >= mostCompared)
    return { question: ofItAlone(question, { from: all[0]?.from ?? 0, to: named.to }, other) };
  const titles = [...all.map(({ entry }) => entry.title), other.title];
  const first = all[0] ?? named;
  // What is not told of three side by side may be told of the new one alone.
  const otherwise = { question: ofItAlone(question, { from: first.from, to: named.to }, other), sure: true };
  const isOneRun = question
    .split(/\s+/)
    .slice(first.from, named.to)
    .every((word, i) => word === "and" || all.some(({ from, to }) => from <= first.from + i && first.from + i < to));
  return isOneRun
    ? { question: renamed(question, { from: first.from, to: named.to }, (ending) => listed(titles, ending)), otherwise }
    : { question: renamed(question, named, `${named.entry.title} and ${other.title}`), otherwise };
}
