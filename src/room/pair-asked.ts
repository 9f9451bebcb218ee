import type { Library } from "#content/library.ts";
import { isStopWord } from "#search/words/tokens.ts";
import { entriesNamed } from "./entries-named.ts";
import { withoutOpening } from "./lead.ts";

/** What two are to each other: "are they still partners?" */
const betweenThem =
  /\b(?:partners?|partnered|partnering|together|allies|allied|friends|rivals|competitors|competing|compete|exclusive|split|apart|married|divorced)\b/i;
const they = /\bthey(?: both)?\b|\bboth\b/i;

/**
 * What a question asks of what two are to each other that were named together, one of whom has no entry: "are they still
 * partners?" behind "why did OpenAI and Microsoft split?" Undefined for any other.
 */
export function askedOfPair(question: string, asked: string, library: Library): string | undefined {
  if (!betweenThem.test(question) || !they.test(question)) return undefined;
  const words = asked.split(/\s+/).filter(Boolean);
  const [named, ...others] = entriesNamed(asked, library);
  if (!named || others.length > 0) return undefined;
  const [before, joining] = [words[named.from - 2], words[named.from - 1]];
  const [joined, after] = [words[named.to], words[named.to + 1]];
  const isJoint = (word = "") => /^(?:and|&)$/i.test(word);
  const other = isJoint(joined) ? after : isJoint(joining) ? before : undefined;
  const name = other?.replace(/(?:['’]s)?[?!.,;:]*$/i, "") ?? "";
  if (name === "" || isStopWord(name.toLowerCase())) return undefined;
  const pair = `${words.slice(named.from, named.to).join(" ")} and ${name}`;
  return withoutOpening(question.replace(they, pair));
}
