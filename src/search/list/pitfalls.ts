import type { Entry } from "#content/entry.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight } from "../question/units.ts";
import { holds, senseOf } from "../vocabulary/sense.ts";
import type { Listing } from "./listing.ts";

const asks =
  /\b(?:pitfalls|mistakes|traps|errors|blunders)\b|\bwhat (?:(?:can|could|may|might) go|goes|usually goes) wrong\b|^what should (?!i |we |one |you )\S.* avoid$/;
/** One of them alone is asked for. */
const one = /\b(?:biggest|main|worst|most|first|one|avoid (?!in|when|with|for|as|at)\p{L}+)\b/u;
/** Words that ask for them, and say nothing of where. */
const framing =
  /^(?:pitfalls?|mistakes?|traps?|errors?|blunders?|avoid\w*|common|typical|wrong|goe?s?(?: wrong)?|makes?|fall\w*|watch|playbooks?|teams?|new|set(?:ting)? up|build\w*|run\w*|start\w*)$/;

/**
 * What a playbook warns of, where it is asked for as a whole: "which pitfalls should a VC platform team avoid?" Every telling
 * word must stand in the names of one playbook and of no other.
 */
export function pitfallsAsked(search: SearchIndex, question: Question): Listing | undefined {
  const { words, units, companies, others } = question;
  const line = words.join(" ");
  if (companies.length > 0 || !asks.test(line) || one.test(line)) return undefined;
  const { library, reader } = search;
  const playbooks = library.ofKind("playbook");
  const telling = units.filter(({ text, weight }) => weight > tellingWeight && !framing.test(text));
  const isOf = (entry: Entry) => {
    const names = senseOf([entry.id, entry.title, ...entry.aliases, ...entry.themes].join(" · "), reader.lexicon);
    return telling.every((unit) => unit.names === entry.id || holds(names, unit.stems));
  };
  const named = playbooks.filter((entry) => others.includes(entry));
  const fitting = others.length > 0 ? named : telling.length > 0 ? playbooks.filter(isOf) : [];
  const [entry, another] = fitting;
  const section = entry?.sections.find(({ id }) => id === "pitfalls");
  if (!entry || another || !section || !isOf(entry)) return undefined;
  return { title: `${entry.title} · ${section.title}`, entry, passages: section.passages };
}
