import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import type { Talk } from "#core/room.ts";
import { askedAnew } from "./asked-anew.ts";
import { askedLast, isBareWords } from "./bare-words.ts";
import { entriesNamed } from "./entries-named.ts";
import { withoutEnd, withoutOpening } from "./lead.ts";
import { listed, ofAll, renamed } from "./names-put-in.ts";

const forAll =
  /^(?:(?:and|so) )?(?:(?:for|of|by|at|with|in) )?(?:both|(?:(?:all )?the|all) (?<count>two|three|four)|all)(?: of them)?$/i;
const counts = ["two", "three", "four"];
const most = 4;

/**
 * The last question with a few words put into it: "and in 2024?", "by whom?", "for both", "theirs?" behind one about us.
 * "So what?" asks what is to be learnt. Undefined for a question of its own.
 */
export function putIntoLast(question: string, talk: Talk, library: Library, thisYear: number): string | undefined {
  const asked = isBareWords(question) ? askedLast(talk) : talk.question;
  const said = withoutEnd(question);
  const [subject] = talk.subjects.flatMap((id) => library.entry(id) ?? []);
  if (/^(?:and |but |ok )?so what$/i.test(said))
    return subject?.kind === "case-study" && asked !== ""
      ? `what can a partnership team learn from ${subject.title}?`
      : undefined;
  if (asked === "") return undefined;
  if (/^(?:and )?theirs$/i.test(said)) return /\bour\b/i.test(asked) ? asked.replace(/\bour\b/gi, "their") : undefined;
  const all = forAll.exec(said);
  return all
    ? askedOfAll(asked, meantBy(all.groups?.count, talk, library), library)
    : askedAnew(question, asked, thisYear);
}

/** Those who are meant by "both": who were asked about together, else the last that were spoken of. */
function meantBy(count: string | undefined, { subjects, group = [], spoken = [] }: Talk, library: Library): Entry[] {
  const together = [subjects, group].find(({ length }) => length > 1);
  const entries = (together ?? spoken.toReversed()).flatMap((id) => library.entry(id) ?? []);
  const alike = entries.filter(({ kind }) => kind === library.entry(subjects[0] ?? "")?.kind);
  return alike.slice(-(count ? counts.indexOf(count) + 2 : together ? most : 2));
}

/** What was asked of one, asked of all. */
function askedOfAll(asked: string, entries: readonly Entry[], library: Library): string | undefined {
  if (entries.length < 2) return undefined;
  const titles = entries.map(({ title }) => title);
  const [named, ...others] = entriesNamed(asked, library).filter(({ entry }) => entries.includes(entry));
  if (others.length > 0) return undefined;
  return named ? renamed(asked, named, (ending) => listed(titles, ending)) : ofAll(withoutOpening(asked), entries);
}
