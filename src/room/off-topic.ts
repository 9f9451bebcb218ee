import type { Library } from "#content/library.ts";
import type { Reply } from "#core/reply.ts";
import { refuse } from "#present/ask/refuse.ts";
import { isStopWord, wordsOf } from "#search/words/tokens.ts";
import { type AskedData, askedOf } from "./asked.ts";
import { isSaidToOthers } from "./chatter.ts";

/** What people in a room say to each other, and ask no casebook. */
const everyday =
  /^(?:lunch|dinner|breakfast|supper|snacks?|coffee|pizza|beers?|drinks|weather|raining|wi-?fi|parking|bathroom|restrooms?|toilets?|football|movies?|films?|songs?|jokes?|weekend|birthday|dough|cakes?|bread|soup|pasta|sauce|lasagn[ae]|curry|cookies?|pancakes?|burgers?|tacos?|salad|sandwich(?:es)?|chicken|rice)$/;

/** Words beside it that a remark may have: "did anyone order pizza?" More of them may ask of the trade: "who pays for lunch meetings?" */
const mostBeside = 1;
/** With a word of the trade it is none: "football sponsorships". */
const ofTrade =
  /^(?:partner|data|deal|sponsor|fee|price|pricing|cost|market|contract|compan|customer|revenue|campaign|startup|firm|service|provider|vendor|model|api)/;
/** Words around it with which nothing is asked but what everybody in a room may ask. */
const around: ReadonlySet<string> = new Set(
  "we our us i me my you your get got have having go going want know tell like time today tonight tomorrow now good nice best nearby recipe recipes cook bake here anyone anybody somebody someone".split(
    " ",
  ),
);

/** A remark of the day, with hardly a word that tells anything else. */
function isEveryday(question: string): boolean {
  const telling = wordsOf(question).filter((word) => !isStopWord(word) && !around.has(word));
  const beside = telling.filter((word) => !everyday.test(word));
  const isOfTrade = beside.some((word) => ofTrade.test(word));
  return beside.length < telling.length && beside.length <= mostBeside && !isOfTrade;
}

/** A no that may be of a remark among people: it was looked up in vain, or takes them for a question of their own day. */
const mayBeSaidToOthers = ({ answered, refused = "" }: AskedData): boolean =>
  !answered && ["", "ours", "news", "general"].includes(refused);

function reasonFor(asked: AskedData, question: string, library: Library): "remark" | "general" | undefined {
  if (mayBeSaidToOthers(asked) && isSaidToOthers(question, library)) return "remark";
  const isLookedUp = !asked.answered && !asked.refused;
  return isLookedUp && !asked.subjects?.length && isEveryday(question) ? "general" : undefined;
}

/** A polite no in place of the one that nothing answers, where a remark has nothing to do with the trade: it is no gap then. */
export function declinedPolitely(reply: Reply, question: string, library: Library): Reply {
  const asked = askedOf(reply);
  const reason = asked && reasonFor(asked, question, library);
  if (!reason) return reply;
  return {
    ...reply,
    ...refuse({ reason, question, nearest: [], subjects: [], language: undefined, library }),
    ok: false,
    sources: [],
  };
}
