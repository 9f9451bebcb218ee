import { wordsOf } from "../words/tokens.ts";
import type { Names } from "./names.ts";

/** The address of a whole site: no page of one, and nobody's e-mail. */
const site =
  /(?<![\w@./-])(?:https?:\/\/)?(?:www\.)?([a-z][a-z\d-]{1,40})\.(?:com|org|net|ai|co|io|dev|app|xyz|foundation)\/?(?![\w/@-]|\.\w)/gi;

/** A text with the name of a company in place of its site's address: "openai.com revenue" asks of OpenAI. */
export function sitesNamed(text: string, { companiesIn }: Pick<Names, "companiesIn">): string {
  return text.replace(site, (address: string, name: string) => (companiesIn(wordsOf(name)).size > 0 ? name : address));
}
