import type { Library } from "#content/library.ts";
import type { Reply } from "#core/reply.ts";
import { refuse } from "#present/ask/refuse.ts";
import { askedOf } from "./asked.ts";

/** What people in a room say to each other, and ask no casebook. */
const everyday =
  /\b(?:lunch|dinner|breakfast|supper|snacks?|coffee|pizza|beers?|drinks|weather|raining|wi-?fi|parking|bathroom|restrooms?|toilets?|football|movies?|films?|songs?|jokes?|weekend|birthday)\b/i;

/** A polite no in place of the one that nothing answers, where a remark has nothing to do with the trade: it is no gap then. */
export function declinedPolitely(reply: Reply, question: string, library: Library): Reply {
  const asked = askedOf(reply);
  if (!asked || asked.answered || asked.refused || asked.subjects?.length || !everyday.test(question)) return reply;
  return {
    ...reply,
    ...refuse({ reason: "general", question, nearest: [], subjects: [], language: undefined, library }),
    ok: false,
    sources: [],
  };
}
