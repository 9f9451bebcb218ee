import type { Library } from "#content/library.ts";
import type { Reply } from "#core/reply.ts";
import { refuse } from "#present/ask/refuse.ts";
import { isStopWord, wordsOf } from "#search/words/tokens.ts";
import { askedOf } from "./asked.ts";

/** What people in a room say to each other, and ask no casebook. */
const everyday =
  /^(?:lunch|dinner|breakfast|supper|snacks?|coffee|pizza|beers?|drinks|weather|raining|wi-?fi|parking|bathroom|restrooms?|toilets?|football|movies?|films?|songs?|jokes?|weekend|birthday)$/;

/** Words beside it that a remark may have: "did anyone order pizza?" More of them may ask of the trade: "who pays for lunch meetings?" */
const mostBeside = 1;
/** With a word of the trade it is none: "football sponsorships". */
const ofTrade =
  /^(?:partner|data|deal|sponsor|fee|price|pricing|cost|market|contract|compan|customer|revenue|campaign|startup|firm|service|provider|vendor|model|api)/;
/** Words around it with which nothing is asked but what everybody in a room may ask. */
const around: ReadonlySet<string> = new Set(
  "we our us i me my you your get got have having go going want know tell like time today tonight tomorrow now good nice nearby here anyone anybody somebody someone".split(
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

/** A polite no in place of the one that nothing answers, where a remark has nothing to do with the trade: it is no gap then. */
export function declinedPolitely(reply: Reply, question: string, library: Library): Reply {
  const asked = askedOf(reply);
  if (!asked || asked.answered || asked.refused || asked.subjects?.length || !isEveryday(question)) return reply;
  return {
    ...reply,
    ...refuse({ reason: "general", question, nearest: [], subjects: [], language: undefined, library }),
    ok: false,
    sources: [],
  };
}
