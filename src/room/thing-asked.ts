import type { Library } from "#content/library.ts";
import { wordsOf } from "#search/words/tokens.ts";
import { entriesNamed } from "./entries-named.ts";

/** What is asked of a thing by its name: "what is WLD's price?", "how much was Tabular?" */
const ofThing =
  /^(?:and |so )?(?:what|how much|how big|when|where)(?:['’]s| is| was| are| were| does| did) (?:the )?(\p{Lu}[\p{L}\p{N}.-]+(?: \p{Lu}[\p{L}\p{N}.-]+)?)(?:['’]s? [\p{Ll} -]{2,40}|(?: [\p{Ll}-]+){0,3})[?!.\s]*$/u;
const it = /(?<!\b(?:is|was) )\b(?:it|its)\b(?! (?:true|that|possible|worth|legal|clear|known|likely)\b)/i;

/** A question of "it", with the thing in its place that was asked about last and has no entry: "who holds WLD?" */
export function askedOfThing(question: string, asked: string, library: Library): string | undefined {
  const [, thing] = ofThing.exec(asked) ?? [];
  if (!thing || !it.test(question) || entriesNamed(question, library).length > 0) return undefined;
  const isEntry = entriesNamed(asked, library).some(({ entry }) => wordsOf(entry.title).includes(thing.toLowerCase()));
  if (isEntry) return undefined;
  return question.replace(it, (said) => (/its/i.test(said) ? `${thing}'s` : thing));
}
