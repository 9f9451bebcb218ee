import type { Invocation } from "#core/invocation.ts";
import { formatWord } from "#core/line.ts";
import type { Talk } from "#core/room.ts";

const pointing: ReadonlySet<string> = new Set("them these those they both all it that this".split(" "));
const beside: ReadonlySet<string> = new Set("of the two three four".split(" "));

/** As many as are compared. */
const most = 4;

/**
 * `compare them`, `compare all three` and `compare it with openai` in a talk name those that were talked about. As it was
 * where fewer than two would be compared.
 */
export function comparedByName(invocation: Invocation, { subjects, group = [] }: Talk): Invocation {
  const said = invocation.words.map((word) => word.toLowerCase().replace(/[?!.,]+$/, ""));
  const end = said.findIndex((word) => !pointing.has(word) && !beside.has(word));
  const before = end < 0 ? said : said.slice(0, end);
  if (!before.some((word) => pointing.has(word))) return invocation;
  const rest = invocation.words.slice(before.length);
  const isAll = before.includes("all") || (subjects.length < 2 && rest.length === 0);
  const meant = (isAll ? [...new Set([...group, ...subjects])] : subjects).slice(0, most);
  if (meant.length + Math.sign(rest.length) < 2) return invocation;
  const words = [...meant, ...rest];
  return { ...invocation, words, rest: words.map(formatWord).join(" ") };
}
