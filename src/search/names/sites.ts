import { wordsOf } from "../words/tokens.ts";
import type { Names } from "./names.ts";

/** The address of a whole site: no page of one, and nobody's e-mail. */
const site =
  /(?<![\w@./-])(?:https?:\/\/)?(?:www\.)?([a-z][a-z\d-]{1,40})\.(?:com|org|net|ai|co|io|dev|app|xyz|foundation)\/?(?![\w/@-]|\.\w)/gi;

/** A text with the name of a company in place of its site's address: "openai.com revenue" asks of OpenAI. */
export function sitesNamed(
  text: string,
  { companiesIn, withoutCompanies }: Pick<Names, "companiesIn" | "withoutCompanies">,
): string {
  // "fake-openai.com" is somebody else's.
  const isName = (words: readonly string[]) => companiesIn(words).size > 0 && withoutCompanies(words).length === 0;
  return text.replace(site, (address: string, name: string) => (isName(wordsOf(name)) ? name : address));
}
