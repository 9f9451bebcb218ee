import type { Question } from "../question/question.ts";
import { isPlainWord } from "../words/plain-words.ts";

/** How much the wording of a question speaks for it that no library can answer it: 0 to 1, by the logarithm of the odds. */
export function beyondDoubt(question: Question): number {
  const odds = Math.log(question.beyond / (1 - question.beyond)) - Math.log(often / (1 - often));
  return Math.min(1, Math.max(0, odds / surely)) * shareOf(question);
}

/** True for a question that most likely only the asker's own people, this hour or somebody in private can answer. */
export const isBeyond = (question: Question): boolean => question.beyond > likely && shareOf(question) === 1;

/** True for one of those that asks of the asker's own firm. */
export const isOfOwnFirm = ({ words }: Question): boolean => words.some((word) => ourFirm.has(word));

const ourFirm: ReadonlySet<string> = new Set("we our ours us weve".split(" "));

/** As likely is many a question that some row answers. */
const often = 0.1;

/** So far above that, in logarithms of odds, lies 0.99. */
const surely = 7;

const likely = 0.8;

/** Of a known name much is published ("has the Nvidia deal closed?"), and advice is what the casebook is for. */
function shareOf({ words, companies, units }: Question): number {
  const isTheirs = companies.length > 0 || units.some(({ named, heard, text }) => named && heard && !isPlainWord(text));
  if (isTheirs && !words.some((word) => ourselves.has(word))) return 0.3;
  return advice.test(words.join(" ")) ? 0.4 : 1;
}

const ourselves: ReadonlySet<string> = new Set("we our ours us i my mine me im ive id weve".split(" "));

const advice =
  /\b(?:should|shall|ought|must|have to|has to|need to|needs to|what now|how (?:do|can|could|would) (?:i|we|you|one)|what do (?:i|we) (?:say|do|tell)|best|normal|typical|usual)\b/;
