import type { Library } from "#content/library.ts";
import type { Invocation } from "#core/invocation.ts";
import { formatWord } from "#core/line.ts";
import type { Talk } from "#core/room.ts";

const pointing: ReadonlySet<string> = new Set("them these those they both all it that this".split(" "));
const counts = ["two", "three", "four"];
const beside: ReadonlySet<string> = new Set(["of", "the", ...counts]);
/** "The two" are those that were named, "two ways to sell" are not. */
const theseMany = new RegExp(`^the (?:${counts.join("|")})\\b`);

/** "Compare with OpenAI": with whom the talk is about. */
const against = /^(?:with|to|against)$/i;
const joining = /^(?:on|by|in|for|regarding)$/i;
/** "That one", "this company". */
const ofTheirKind = /^(?:ones?|compan(?:y|ies)|roles?|studies)\b ?/i;
const courtesy =
  /[\s,]*(?:^|\b)(?:please|again|now|for (?:me|us)|side by side|in a table|(?:to|with|against) each other)[?!.]*$/i;

/** As many as are compared. */
const most = 4;

/**
 * `compare them`, `compare all three` and `compare it with openai` in a talk name those that were talked about; where one
 * alone was asked about last, those that were spoken of before it, too. As it was where it points to nobody.
 */
export function comparedByName(invocation: Invocation, talk: Talk, library: Pick<Library, "entry">): Invocation {
  const [first = ""] = invocation.words;
  const [subject] = talk.subjects;
  if (against.test(first) && subject) return naming(invocation, [subject, ...invocation.words.slice(1)]);
  const said = invocation.words.map((word) => word.toLowerCase().replace(/[?!.,]+$/, ""));
  const end = said.findIndex((word) => !pointing.has(word) && !beside.has(word));
  const before = end < 0 ? said : said.slice(0, end);
  if (!before.some((word) => pointing.has(word)) && !theseMany.test(before.join(" "))) return invocation;
  const behind = invocation.words.slice(before.length);
  // "All companies" are not those of the talk.
  if (behind.length > 0 && before.every((word) => word === "all") && !joining.test(behind[0] ?? "")) return invocation;
  const rest = behind.join(" ").replace(ofTheirKind, "").replace(courtesy, "").split(" ").filter(Boolean);
  // What is only asked of them names nobody to stand beside one: "on revenue".
  const isBeside = rest.length > 0 && !joining.test(rest[0] ?? "");
  const meant = meantBy(before, talk, isBeside, library);
  if (meant.length === 0) return invocation;
  return naming(invocation, [...meant, ...rest]);
}

const naming = (invocation: Invocation, words: readonly string[]): Invocation => ({
  ...invocation,
  words,
  rest: words.map(formatWord).join(" "),
});

function meantBy(
  said: readonly string[],
  { subjects, group = [], spoken = [] }: Talk,
  isBeside: boolean,
  library: Pick<Library, "entry">,
): readonly string[] {
  const count = said.includes("both") ? 2 : counts.findIndex((word) => said.includes(word)) + 2;
  const isAll = said.includes("all") || (subjects.length < 2 && !isBeside);
  const kindOf = (id = "") => library.entry(id)?.kind;
  const all = [...new Set([...group, ...subjects])];
  // A role asked about in between stands beside no companies.
  const named = isAll ? all.filter((id) => kindOf(id) === kindOf(all[0])) : subjects;
  // "The two" of three are those that were spoken of last.
  const last = spoken.filter((id) => named.includes(id)).slice(0, count);
  if (count > 1 && named.length > count) return last.length < count ? named.slice(0, count) : last.toReversed();
  if (named.length > 1 || isBeside) return named.slice(0, most);
  const alike = spoken.filter((id) => kindOf(id) === kindOf(subjects[0]));
  const wanted = said.includes("all") ? most : Math.max(2, count);
  return alike.length > 1 ? alike.slice(0, wanted).toReversed() : named;
}
