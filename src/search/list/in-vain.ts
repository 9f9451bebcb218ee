import { leftOut } from "../names/left-out.ts";
import type { ReadPassage } from "../passages/read-passage.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import { denied } from "../question/across-asked.ts";
import type { Question } from "../question/question.ts";
import { asksFounders } from "./across-founders.ts";

/** Whether a row can't answer what is asked of all studies, however near it is; lists are another matter. */
export function isInVain({ reader }: SearchIndex, question: Question, { entry, passage }: ReadPassage): boolean {
  return (
    asksForNone(question) ||
    leftOut(question.words, reader.names).has(entry.id) ||
    (asksFounders(question.words) && !/\bfound/i.test(`${passage.title} ${passage.text}`))
  );
}

/** Who is no partner of somebody: "which company doesn't work with AWS?" No row tells that. */
const asksForNone = ({ text, words, companies }: Question): boolean =>
  companies.length === 0 && denied.test(text) && /^(?:which|what) (?:\p{L}+ )?compan/u.test(words.join(" "));
